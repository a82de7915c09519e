#include "pipeline/read/office/word_runs.h"

#include <charconv>
#include <utility>

#include "lib/thai/repair_rules.h"
#include "lib/thai/utf8.h"

namespace tarang::read::office {
namespace {

constexpr std::string_view kTicked = "☑";
constexpr std::string_view kUnticked = "☐";

/// Letters of a symbol font as what they show; text of any other font as it stands.
std::string shown_in(std::string_view font, std::string_view text) {
    const thai::SymbolFont kind = thai::symbol_font_of(font);
    if (kind == thai::SymbolFont::kNone) return std::string(text);
    std::string shown;
    for (std::size_t position = 0; position < text.size();) {
        const char32_t c = thai::next_code_point(text, position);
        const char32_t meant = thai::symbol_of(c, kind);
        thai::append_utf8(shown, meant == 0 ? c : meant);
    }
    return shown;
}

/// w:sym: a code of a named font; one that is not known stands as a box, since something is printed there.
std::string symbol(const Tag& tag) {
    const std::string_view digits = tag.attribute("char", Space::kWord);
    unsigned code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    const std::string_view font = tag.attribute("font", Space::kWord);
    const thai::SymbolFont kind = thai::symbol_font_of(font);
    // Wingdings 2 has its circles at 0x81 to 0x9B: empty ones up to 0x86, filled ones after.
    if (font == "Wingdings 2" && (code & 0xFFU) >= 0x81 && (code & 0xFFU) <= 0x86) return "○";
    const char32_t meant = thai::symbol_of(code, kind);
    std::string text;
    thai::append_utf8(text, meant != 0 ? meant : (kind == thai::SymbolFont::kNone ? code : U'□'));
    return text;
}

}  // namespace

void RunReader::start(const Tag& tag) {
    if (tag.is(Space::kMath, "t")) in_text_ = true;
    if (tag.space() == Space::kWord2010) return start_control(tag);
    if (tag.space() != Space::kWord) return;
    const std::string_view name = tag.name();
    if (name == "pPr") {
        in_paragraph_properties_ = true;
    } else if (in_paragraph_properties_) {
        start_paragraph_property(tag);
    } else if (name == "r") {
        in_run_ = true;
        font_.clear();
        hidden_ = false;
    } else if (name == "t" || name == "delText") {
        in_text_ = true;
    } else if (name == "del" || name == "moveFrom") {
        ++deletions_;
    } else if (name == "ins" || name == "moveTo") {
        ++insertions_;
    } else if (name == "tab" || name == "ptab") {
        if (in_run_) write(" ");
    } else if (name == "br" || name == "cr") {
        const std::string_view type = tag.attribute("type", Space::kWord);
        if (type == "page") paragraph_.page_before = true;
        if (type != "page" && type != "column") write("\n");
    } else if (name == "lastRenderedPageBreak") {
        paragraph_.page_before = true;
    } else if (name == "noBreakHyphen") {
        write("-");
    } else if (name == "sym") {
        write(symbol(tag));
    } else if (name == "rt") {
        ++ruby_;
    } else if (name == "sdt" || name.starts_with("sdt") || name == "showingPlcHdr") {
        start_control(tag);
    } else {
        start_run_property(tag);
    }
}

void RunReader::start_run_property(const Tag& tag) {
    const std::string_view name = tag.name();
    if (name == "rFonts") {
        font_ = tag.attribute("ascii", Space::kWord);
    } else if (name == "vanish") {
        hidden_ = tag.on("val", Space::kWord);
    } else if (name == "checkBox") {
        form_field_ = 1;
        form_checked_ = form_default_ = false;
    } else if (form_field_ > 0 && name == "default") {
        form_default_ = tag.on("val", Space::kWord);
        form_checked_ = form_checked_ || form_default_;
    } else if (form_field_ > 0 && name == "checked") {
        form_checked_ = tag.on("val", Space::kWord);
    }
}

void RunReader::start_control(const Tag& tag) {
    const std::string_view name = tag.name();
    if (tag.space() == Space::kWord && name == "sdt") {
        controls_.emplace_back();
    } else if (controls_.empty()) {
        return;
    } else if (tag.space() == Space::kWord && name == "showingPlcHdr") {
        controls_.back().placeholder = tag.on("val", Space::kWord);
    } else if (tag.is(Space::kWord2010, "checkbox")) {
        controls_.back().checkbox = true;
    } else if (tag.is(Space::kWord2010, "checked")) {
        controls_.back().checked = tag.on("val", Space::kWord2010);
    }
}

void RunReader::start_paragraph_property(const Tag& tag) {
    const std::string_view name = tag.name();
    if (name == "pStyle") {
        style_ = tag.attribute("val", Space::kWord);
    } else if (name == "numPr") {
        list_.emplace();
    } else if (name == "ilvl" && list_) {
        list_->level = static_cast<int>(tag.number("val", Space::kWord, 0));
    } else if (name == "numId" && list_) {
        list_->list = tag.number("val", Space::kWord, 0);
    } else if (name == "pageBreakBefore") {
        paragraph_.page_before = tag.on("val", Space::kWord);
    } else if (name == "del" || name == "moveFrom") {
        mark_deleted_ = true;
    }
}

void RunReader::end(Space space, std::string_view name) {
    if (space == Space::kMath && name == "t") in_text_ = false;
    if (space != Space::kWord) return;
    if (name == "pPr") {
        in_paragraph_properties_ = false;
    } else if (in_paragraph_properties_) {
        return;
    } else if (name == "r") {
        in_run_ = false;
    } else if (name == "t" || name == "delText") {
        in_text_ = false;
    } else if (name == "del" || name == "moveFrom") {
        --deletions_;
    } else if (name == "ins" || name == "moveTo") {
        --insertions_;
    } else if (name == "rt") {
        --ruby_;
    } else if (name == "checkBox" && form_field_ > 0) {
        form_field_ = 0;
        write(form_checked_ ? kTicked : kUnticked);
    } else if (name == "sdt" && !controls_.empty()) {
        controls_.pop_back();
    }
}

void RunReader::text(std::string_view piece) {
    if (in_text_ && ruby_ == 0) write(shown_in(font_, piece));
}

void RunReader::write(std::string_view text) {
    if (hidden_) {
        hidden_letters_ += static_cast<std::int64_t>(text.size());
        return;
    }
    if (!controls_.empty()) {
        Control& control = controls_.back();
        if (control.placeholder) return;
        if (control.checkbox) {
            if (std::exchange(control.written, true)) return;
            text = control.checked ? kTicked : kUnticked;
        }
    }
    const bool inserted = insertions_ > 0 && !deleted();
    if (was_deleted_ && !deleted()) paragraph_.raw += "-]";
    if (was_inserted_ && !inserted) paragraph_.raw += "+]";
    if (deleted() && !was_deleted_) paragraph_.raw += "[-";
    if (inserted && !was_inserted_) paragraph_.raw += "[+";
    was_deleted_ = deleted();
    was_inserted_ = inserted;
    paragraph_.changed = paragraph_.changed || was_deleted_ || was_inserted_;
    paragraph_.raw += text;
    if (!deleted()) paragraph_.text += text;
}

WordParagraph RunReader::finish(Numbering& numbering) {
    if (was_deleted_) paragraph_.raw += "-]";
    if (was_inserted_) paragraph_.raw += "+]";
    if (!list_ || list_->list == 0) {
        const bool off = list_ && list_->list == 0;
        if (!off) {
            list_ = styles_->of(style_).list;
            if (list_) list_->level = numbering.level_for_style(*list_, style_);
        }
    }
    // Word numbers empty paragraphs as well, but those of whole cells are there for looks only.
    if (list_ && list_->list != 0) {
        const std::string label = numbering.next(*list_);
        paragraph_.text.insert(0, label);
        paragraph_.raw.insert(0, label);
    }
    return std::move(paragraph_);
}

}  // namespace tarang::read::office
