#include "host/audit/suggested_form.h"

#include <algorithm>
#include <array>

#include "pipeline/interpret/forms/keyed.h"

namespace tarang::audit {
namespace {

using interpret::ColumnKey;
using interpret::Phrase;

// A spelling inside a header is a weaker sign than one that is the header, and a longer one says more.
constexpr float kInside = 0.5F;
constexpr std::size_t kShortestInside = 3;  // characters
constexpr std::size_t kSignature = 3;       // columns that make a table of the form, the activity among them

std::string innermost(const std::vector<std::string>& header) {
    const auto level = std::find_if(header.rbegin(), header.rend(),
                                    [](const std::string& text) { return !interpret::is_blank(text); });
    return level == header.rend() ? std::string() : *level;
}

float likeness_of(const Phrase& header, const Phrase& spelling) {
    if (const float same = interpret::likeness(header, spelling); same > 0) return 1 + same;
    if (spelling.key.size() < kShortestInside || header.key.find(spelling.key) == std::u32string::npos)
        return 0;
    return kInside * static_cast<float>(spelling.key.size()) / static_cast<float>(header.key.size());
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return result + "\"";
}

/// "งบประมาณ > เบิกจ่าย"
std::string spelling_of(const std::vector<std::string>& header) {
    std::string path;
    for (const std::string& level : header) {
        if (!interpret::is_blank(level)) path += (path.empty() ? "" : " > ") + level;
    }
    return path;
}

struct Columns {
    std::array<std::vector<std::string>, interpret::kColumnKeyCount> spellings;
    std::vector<std::string> unknown;

    void add(const std::vector<std::string>& header) {
        const std::string spelling = spelling_of(header);
        if (spelling.empty()) return;
        const auto key = guess_of(header);
        auto& list = key ? spellings[static_cast<std::size_t>(*key)] : unknown;
        if (std::find(list.begin(), list.end(), spelling) == list.end()) list.push_back(spelling);
    }
};

/// The activity, and the first other columns: a table that has them is of the form.
std::string signature_of(const Columns& columns) {
    std::string names = quoted("activity");
    std::size_t count = 1;
    for (std::size_t i = 0; i < columns.spellings.size() && count < kSignature; ++i) {
        const auto key = static_cast<ColumnKey>(i);
        if (key == ColumnKey::kActivity || key == ColumnKey::kNumber || columns.spellings[i].empty())
            continue;
        names += ", " + quoted(std::string(name_of(key)));
        ++count;
    }
    return names;
}

}  // namespace

std::optional<ColumnKey> guess_of(const std::vector<std::string>& header) {
    const std::string text = innermost(header);
    if (text.empty()) return std::nullopt;
    const Phrase phrase = interpret::phrase_of(text);
    std::optional<ColumnKey> best;
    float most = 0;
    for (const interpret::Profile& form : interpret::shipped_profiles()) {
        for (std::size_t i = 0; i < interpret::kColumnKeyCount; ++i) {
            for (const auto& spelling : form.spellings(static_cast<ColumnKey>(i))) {
                const float likeness = likeness_of(phrase, spelling.back());
                if (likeness <= most) continue;
                most = likeness;
                best = static_cast<ColumnKey>(i);
            }
        }
    }
    return best;
}

bool is_unexplained(const TableRecord& table) { return table.form.empty() || table.form == "general"; }

std::string suggested_form(const DocumentRecords& records, std::string_view name) {
    Columns columns;
    bool any = false;
    for (const TableRecord& table : records.tables) {
        if (!is_unexplained(table)) continue;
        any = true;
        for (const auto& header : table.header) columns.add(header);
    }
    if (!any) return {};
    std::string toml = "name = " + quoted(std::string(name)) +
                       "\ntitle = " + quoted(records.title ? records.title->text : std::string(name)) +
                       "\nextends = \"monitoring\"\nfits = [[" + signature_of(columns) + "]]\n\n[columns]\n";
    for (std::size_t i = 0; i < columns.spellings.size(); ++i) {
        if (columns.spellings[i].empty()) continue;
        std::string list;
        for (const std::string& spelling : columns.spellings[i])
            list += (list.empty() ? "" : ", ") + quoted(spelling);
        toml += std::string(name_of(static_cast<ColumnKey>(i))) + " = [" + list + "]\n";
    }
    for (const std::string& spelling : columns.unknown) toml += "# ? = [" + quoted(spelling) + "]\n";
    return toml;
}

}  // namespace tarang::audit
