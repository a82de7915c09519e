#include "pipeline/read/office/numbering.h"

#include <algorithm>
#include <utility>

#include "lib/thai/digits.h"
#include "lib/thai/repair_rules.h"
#include "lib/thai/utf8.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {
namespace {

constexpr std::string_view kBullet = "•";

/// ECMA-376 part 1, 17.18.59: the consonants without ฃ, ฅ, ฤ and ฦ.
constexpr std::u32string_view kThaiLetters = U"กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";

/// Past the alphabet's end letters are doubled, tripled ...
std::string lettered(std::int64_t number, std::u32string_view alphabet) {
    const auto size = static_cast<std::int64_t>(alphabet.size());
    if (number < 1 || number > size * 30) return std::to_string(number);
    const std::int64_t times = (number - 1) / size + 1;
    return thai::encode(std::u32string(static_cast<std::size_t>(times),
                                       alphabet[static_cast<std::size_t>((number - 1) % size)]));
}

std::string roman(std::int64_t number, bool upper) {
    if (number < 1 || number > 3999) return std::to_string(number);
    constexpr std::array kSigns = std::to_array<std::pair<std::int64_t, std::string_view>>({{1000, "m"},
                                                                                            {900, "cm"},
                                                                                            {500, "d"},
                                                                                            {400, "cd"},
                                                                                            {100, "c"},
                                                                                            {90, "xc"},
                                                                                            {50, "l"},
                                                                                            {40, "xl"},
                                                                                            {10, "x"},
                                                                                            {9, "ix"},
                                                                                            {5, "v"},
                                                                                            {4, "iv"},
                                                                                            {1, "i"}});
    std::string text;
    for (const auto& [value, sign] : kSigns) {
        for (; number >= value; number -= value) text += sign;
    }
    if (upper)
        std::transform(text.begin(), text.end(), text.begin(),
                       [](char c) { return static_cast<char>(c - 32); });
    return text;
}

/// In words, up to 9,999: lists are no longer.
std::string counted_in_thai(std::int64_t number) {
    if (number < 1 || number > 9999) return thai::to_thai_digits(std::to_string(number));
    constexpr std::array<std::string_view, 10> kDigits{"",   "หนึ่ง", "สอง", "สาม", "สี่",
                                                       "ห้า", "หก",  "เจ็ด", "แปด", "เก้า"};
    constexpr std::array<std::string_view, 4> kPlaces{"", "สิบ", "ร้อย", "พัน"};
    const std::string digits = std::to_string(number);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const std::size_t place = digits.size() - 1 - i;
        const auto digit = static_cast<std::size_t>(digits[i] - '0');
        if (digit == 0) continue;
        if (place == 1 && digit == 2)
            text += "ยี่";
        else if (place == 0 && digit == 1 && digits.size() > 1)
            text += "เอ็ด";
        else if (place != 1 || digit != 1)
            text += kDigits[digit];
        text += kPlaces[place];
    }
    return text;
}

class NumberingReader : public XmlHandler {
public:
    void start(const Tag& tag) override {
        if (tag.space() != Space::kWord) return;
        const std::string_view name = tag.name();
        if (name == "abstractNum") {
            definition_ = &numbering.definitions[tag.number("abstractNumId", Space::kWord, -1)];
        } else if (name == "num") {
            list_ = &numbering.lists[tag.number("numId", Space::kWord, 0)];
        } else if (name == "abstractNumId" && list_ != nullptr) {
            list_->definition = tag.number("val", Space::kWord, -1);
        } else if (name == "lvlOverride") {
            override_ = index_of(tag);
        } else if (name == "startOverride" && list_ != nullptr) {
            list_->starts[override_] = tag.number("val", Space::kWord, 1);
        } else if (name == "lvl") {
            begin_level(index_of(tag));
        } else if (definition_ != nullptr && name == "numStyleLink") {
            definition_->style_link = tag.attribute("val", Space::kWord);
        } else if (definition_ != nullptr && name == "styleLink") {
            definition_->style_name = tag.attribute("val", Space::kWord);
        } else if (level_ != nullptr) {
            read_level(tag);
        }
    }
    void end(Space space, std::string_view name) override {
        if (space != Space::kWord) return;
        if (name == "lvl") level_ = nullptr;
        if (name == "abstractNum") definition_ = nullptr;
        if (name == "num") list_ = nullptr;
    }
    void text(std::string_view /*piece*/) override {}

    Numbering numbering;

private:
    static std::size_t index_of(const Tag& tag) {
        return static_cast<std::size_t>(
            std::clamp<std::int64_t>(tag.number("ilvl", Space::kWord, 0), 0, kListLevels - 1));
    }

    void begin_level(std::size_t index) {
        if (list_ != nullptr) {
            level_ = &list_->levels[index].emplace();
        } else if (definition_ != nullptr) {
            level_ = &definition_->levels[index];
        }
    }

    void read_level(const Tag& tag) {
        const std::string_view name = tag.name();
        const std::string_view value = tag.attribute("val", Space::kWord);
        if (name == "start") {
            level_->start = tag.number("val", Space::kWord, 1);
        } else if (name == "numFmt") {
            level_->format = value;
        } else if (name == "lvlText") {
            level_->text = value;
        } else if (name == "lvlRestart") {
            level_->restarts_after = static_cast<int>(tag.number("val", Space::kWord, -1));
        } else if (name == "isLgl") {
            level_->plain_digits = tag.on("val", Space::kWord);
        } else if (name == "suff") {
            level_->after = value == "nothing" ? '\0' : ' ';
        } else if (name == "pStyle") {
            level_->style = value;
        }
    }

    ListDefinition* definition_ = nullptr;
    ListInstance* list_ = nullptr;
    ListLevel* level_ = nullptr;
    std::size_t override_ = 0;
};

}  // namespace

std::string formatted(std::int64_t number, std::string_view format) {
    if (format == "thaiNumbers") return thai::to_thai_digits(std::to_string(number));
    if (format == "thaiLetters") return lettered(number, kThaiLetters);
    if (format == "thaiCounting") return counted_in_thai(number);
    if (format == "lowerLetter") return lettered(number, U"abcdefghijklmnopqrstuvwxyz");
    if (format == "upperLetter") return lettered(number, U"ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (format == "lowerRoman") return roman(number, false);
    if (format == "upperRoman") return roman(number, true);
    if (format == "decimalZero" && number < 10 && number >= 0) return "0" + std::to_string(number);
    if (format == "none") return {};
    return std::to_string(number);
}

const ListDefinition* Numbering::definition_of(const ListInstance& list) const {
    const auto found = definitions.find(list.definition);
    if (found == definitions.end()) return nullptr;
    if (found->second.style_link.empty()) return &found->second;
    for (const auto& [id, definition] : definitions) {
        if (definition.style_name == found->second.style_link) return &definition;
    }
    return &found->second;
}

const ListLevel* Numbering::level_of(const ListInstance& list, int level) const {
    const auto index = static_cast<std::size_t>(level);
    if (list.levels[index]) return &*list.levels[index];
    const ListDefinition* definition = definition_of(list);
    return definition == nullptr ? nullptr : &definition->levels[index];
}

int Numbering::level_for_style(const ListPlace& place, const std::string& style) const {
    const auto list = lists.find(place.list);
    if (list == lists.end() || style.empty()) return place.level;
    for (int level = 0; level < kListLevels; ++level) {
        const ListLevel* known = level_of(list->second, level);
        if (known != nullptr && known->style == style) return level;
    }
    return place.level;
}

std::string Numbering::next(const ListPlace& place) {
    const auto found = lists.find(place.list);
    if (found == lists.end() || place.level < 0 || place.level >= kListLevels) return {};
    const ListInstance& list = found->second;
    const ListLevel* level = level_of(list, place.level);
    if (level == nullptr) return {};
    auto& values = counters_[list.definition].values;
    const auto index = static_cast<std::size_t>(place.level);
    bool& used = overridden_[{place.list, place.level}];
    if (list.starts[index] && !used) {
        values[index] = *list.starts[index];
    } else {
        values[index] = values[index] ? *values[index] + 1 : level->start;
    }
    used = true;
    for (std::size_t deeper = index + 1; deeper < kListLevels; ++deeper) {
        const ListLevel* below = level_of(list, static_cast<int>(deeper));
        const int after = below == nullptr ? -1 : below->restarts_after;
        if (after < 0 || (after > 0 && place.level < after)) values[deeper].reset();
    }
    if (level->format == "bullet") return level->text.empty() ? std::string() : std::string(kBullet) + " ";
    std::string label;
    for (std::size_t i = 0; i < level->text.size(); ++i) {
        const char digit = i + 1 < level->text.size() ? level->text[i + 1] : '\0';
        if (level->text[i] != '%' || digit < '1' || digit > '9') {
            label += level->text[i];
            continue;
        }
        ++i;
        const int wanted = digit - '1';
        const ListLevel* other = level_of(list, wanted);
        if (other == nullptr) continue;
        const std::int64_t value = values[static_cast<std::size_t>(wanted)].value_or(other->start);
        label += formatted(value, level->plain_digits ? "decimal" : other->format);
    }
    if (label.empty()) return {};
    if (level->after != '\0') label += level->after;
    return label;
}

std::variant<Numbering, EventCode> read_numbering(Container& container, std::string_view part,
                                                  const Limits& limits) {
    NumberingReader reader;
    const EventCode code = parse_part(container, part, reader, limits);
    if (code != EventCode::kOk) return code;
    return std::move(reader.numbering);
}

}  // namespace tarang::read::office
