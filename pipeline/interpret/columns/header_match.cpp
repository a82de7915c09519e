#include "pipeline/interpret/columns/header_match.h"

#include <algorithm>

#include "lib/thai/chars.h"

namespace tarang::interpret {
namespace {

/// "งบประมาณ (บาท)" without its brackets; unbalanced ones stay.
std::string without_brackets(const std::string& text) {
    std::string result;
    std::size_t from = 0;
    for (std::size_t open = text.find('('); open != std::string::npos; open = text.find('(', from)) {
        const std::size_t close = text.find(')', open);
        if (close == std::string::npos) break;
        result += text.substr(from, open - from);
        from = close + 1;
    }
    return result + text.substr(from);
}

using thai::is_digit;

std::u32string without_tails(std::u32string key, const std::vector<Phrase>& tails) {
    for (bool cut = true; cut;) {
        cut = false;
        std::size_t end = key.size();
        while (end > 0 && is_digit(key[end - 1])) --end;
        for (const Phrase& tail : tails) {
            const std::u32string_view rest = std::u32string_view(key).substr(0, end);
            if (rest.size() > tail.key.size() && rest.ends_with(tail.key)) end -= tail.key.size();
        }
        cut = end > 0 && end < key.size();
        if (cut) key.resize(end);
    }
    return key;
}

/// "การกำกับติดตามและผลการ ๙ ดำเนินการ": single letters and digits between words are specks of a scan.
std::string without_specks(const std::string& text) {
    std::string result;
    for (const std::string_view word : words_in(text))
        if (key_in(word).size() > 1) result += word;
    return result;
}

/// The text as it is matched: whole, and without brackets, tails and specks.
std::vector<Phrase> variants_of(const std::string& text, const Profile& profile) {
    std::vector<Phrase> variants{phrase_of(text)};
    const auto add = [&](std::u32string key) {
        key = without_tails(std::move(key), profile.header_tails);
        const auto same = [&key](const Phrase& other) { return other.key == key; };
        if (key.empty() || std::any_of(variants.begin(), variants.end(), same)) return;
        variants.push_back(phrase_of_key(std::move(key)));
    };
    add(variants.front().key);
    if (text.find('(') != std::string::npos) add(key_in(without_brackets(text)));
    add(key_in(without_specks(text)));
    return variants;
}

bool only_digits(const std::u32string& key) { return std::all_of(key.begin(), key.end(), is_digit); }

/// "2567", "67": no table has so many columns to number.
bool may_be_year(const std::u32string& key) {
    return only_digits(key) && (key.size() == 4 || (key.size() == 2 && key >= U"50"));
}

}  // namespace

bool tells_share(const std::string& text, const Profile& profile) {
    return std::any_of(profile.header_shares.begin(), profile.header_shares.end(),
                       [&text](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool a_level_says(const std::vector<std::string>& path, const std::vector<Phrase>& words) {
    return std::any_of(path.begin(), path.end(),
                       [&words](const std::string& level) { return says_one_of(phrase_of(level), words); });
}

bool is_other(const Phrase& header, const Profile& profile) {
    return says_one_of(header, profile.header_others);
}

HeaderText header_text(const std::string& text, const Profile& profile) {
    HeaderText header;
    header.printed = trimmed(text);
    header.variants = variants_of(text, profile);
    const Phrase& whole = header.variants.front();
    const bool year = may_be_year(whole.key);
    header.counts = only_digits(whole.key) && !year;
    header.unit = year || std::any_of(profile.header_tails.begin(), profile.header_tails.end(),
                                      [&whole](const Phrase& tail) { return tail.key == whole.key; });
    header.share = tells_share(text, profile);
    header.other = is_other(whole, profile);
    return header;
}

bool read_headers_alike(const Profile& a, const Profile& b) {
    return a.header_tails == b.header_tails && a.header_shares == b.header_shares &&
           a.header_others == b.header_others;
}

Header header_of(std::vector<HeaderLevel> path, const Profile& profile) {
    while (path.size() > 1 && path.back().text->unit) path.pop_back();
    Header header;
    header.levels = std::move(path);
    std::string joined;
    for (const HeaderLevel& level : header.levels) {
        joined += level.text->variants.front().text;
        header.nested |= level.group;
        header.share |= level.text->share;
        header.other |= level.text->other;
    }
    if (header.levels.size() > 1) header.joined = variants_of(joined, profile);
    return header;
}

}  // namespace tarang::interpret
