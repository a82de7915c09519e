#include "apps/cli/usage_error.h"

#include <algorithm>
#include <array>
#include <optional>

#include "host/export/words.h"

namespace tarang::cli {
namespace {

using exporting::Words;

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> steps(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                steps[i][j] = i + j;
                continue;
            }
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, steps[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
    }
    return steps[a.size()][b.size()];
}

/// What stands before and after `middle`.
std::optional<std::pair<std::string, std::string>> parted(const std::string& text, std::string_view middle) {
    const std::size_t at = text.find(middle);
    if (at == std::string::npos) return std::nullopt;
    return std::pair(text.substr(0, at), text.substr(at + middle.size()));
}

std::vector<std::string> parts_of(const std::string& list, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : list) {
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// What the checks of the command line say, around what was typed.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kOwn{
    {{" is no part of a batch; write for instance 3/20", " ไม่ใช่ส่วนของงาน เขียนเช่น 3/20"},
     {" is no size; write for instance 512M", " ไม่ใช่ขนาด เขียนเช่น 512M"},
     {"at least ", "อย่างน้อย "},
     {" ends neither with .html nor with .csv", " ไม่ได้ลงท้ายด้วย .html หรือ .csv"},
     {" is no range of pages; write 3 or 3-9", " ไม่ใช่ช่วงหน้า เขียนเช่น 3 หรือ 3-9"},
     {" is none of ", " ไม่ใช่ชื่อใดใน "},
     {"a name is needed", "ต้องระบุชื่อ"}}};

class Message {
public:
    Message(const UsageError& error, Language language) : error_(error), language_(language) {}

    std::string text() const {
        const bool known = std::find(error_.commands.begin(), error_.commands.end(), error_.command) !=
                           error_.commands.end();
        if (!error_.command.empty() && !known)
            return word({"ไม่มีคำสั่ง ", "there is no command "}) + error_.command +
                   meant(error_.command, error_.commands) +
                   word({" ดูคำสั่งทั้งหมดด้วย tarang --help", "; tarang --help lists them"});
        const std::string what = about();
        const std::string command = error_.command.empty() ? std::string() : " " + error_.command;
        return what + word({" ดูวิธีใช้ด้วย tarang", "; see tarang"}) + command + " --help";
    }

private:
    std::string word(const Words& words) const { return words.in(language_); }

    std::string meant(const std::string& typed, const std::vector<std::string>& words) const {
        const std::string near = nearest(typed, words);
        return near.empty() ? std::string()
                            : word({" หมายถึง ", ", did you mean "}) + near + word({" หรือไม่", "?"});
    }

    std::string about() const {
        const std::string& what = error_.what;
        if (what == "A subcommand is required") return word({"ต้องระบุคำสั่ง", "a command is needed"});
        if (const auto needed = parted(what, " is required"))
            return word({"ต้องระบุ ", ""}) + needed->first + word({"", " is needed"});
        if (const auto pair = parted(what, " requires "))
            return pair->first + word({" ใช้ได้เมื่อระบุ ", " needs "}) + pair->second +
                   word({" ด้วย", " as well"});
        if (const auto pair = parted(what, " excludes "))
            return pair->first + word({" กับ ", " and "}) + pair->second +
                   word({" ใช้พร้อมกันไม่ได้", " cannot be used together"});
        if (const auto pair = parted(what, " not expected: ")) return unexpected(pair->second);
        if (const auto pair = parted(what, " not in {")) return not_in_list(pair->first, pair->second);
        if (const auto pair = parted(what, ": Value ")) return not_in_range(pair->first, pair->second);
        if (const auto pair = parted(what, "Could not convert: ")) {
            const auto sides = parted(pair->second, " = ");
            if (sides) return sides->first + ": " + sides->second + word({" ไม่ใช่ตัวเลข", " is no number"});
        }
        for (const auto& [english, thai] : kOwn) {
            if (const auto pair = parted(what, english); pair && language_ == Language::kThai)
                return pair->first + std::string(thai) + pair->second;
        }
        if (const auto pair = parted(what, ": 1 required "))
            return pair->first + word({" ต้องมีค่าตามหลัง", " needs a value"});
        return what;
    }

    std::string unexpected(const std::string& list) const {
        std::vector<std::string> words = parts_of(list, ' ');
        std::reverse(words.begin(), words.end());  // the parser names the last first
        const bool option = words.front().starts_with('-');
        if (!option) return word({"ไม่รู้จัก ", "not expected: "}) + joined(words);
        const std::string name = words.front().substr(0, words.front().find('='));
        return error_.command + word({" ไม่มีตัวเลือก ", " has no option "}) + name + meant(name, error_.options);
    }

    std::string not_in_list(const std::string& before, std::string list) const {
        while (list.ends_with('}')) list.pop_back();
        const std::vector<std::string> known = parts_of(list, ',');
        const auto sides = parted(before, ": ");
        const std::string name = sides ? sides->first : before;
        const std::string value = sides ? sides->second : std::string();
        return name + word({" ไม่มี ", " has no "}) + value + meant(value, known) +
               word({" เลือกได้จาก ", "; choose from "}) + joined(known);
    }

    /// "0 not in range 1 to 1024"
    std::string not_in_range(const std::string& name, const std::string& rest) const {
        const auto sides = parted(rest, " not in range ");
        if (!sides) return error_.what;
        const auto ends = parted(sides->second, " to ");
        return name + ": " + sides->first + word({" ไม่อยู่ในช่วง ", " is not between "}) +
               (ends ? ends->first : sides->second) + word({" ถึง ", " and "}) +
               (ends ? ends->second : std::string());
    }

    const UsageError& error_;
    Language language_;
};

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& words) {
    std::string best;
    std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
    for (const std::string& word : words) {
        const std::size_t steps = distance(typed, word);
        if (steps < least) {
            least = steps;
            best = word;
        }
    }
    return best;
}

std::string message_of(const UsageError& error, Language language) { return Message(error, language).text(); }

}  // namespace tarang::cli
