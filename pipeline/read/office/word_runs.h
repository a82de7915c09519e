// The runs of one paragraph: its text as it is printed, with what was changed, hidden or computed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/read/office/numbering.h"
#include "pipeline/read/office/word_document.h"
#include "pipeline/read/office/word_styles.h"
#include "pipeline/read/office/xml.h"

namespace tarang::read::office {

class RunReader {
public:
    explicit RunReader(const WordStyles& styles) : styles_(&styles) {}

    /// Elements and text below w:p; those of text boxes inside go to readers of their own.
    void start(const Tag& tag);
    void end(Space space, std::string_view name);
    void text(std::string_view piece);

    void add_shape(const WordShape& shape) { paragraph_.shapes.push_back(shape); }
    void add_picture(WordPicture picture) { paragraph_.pictures.push_back(std::move(picture)); }

    std::size_t size() const { return paragraph_.text.size() + paragraph_.raw.size(); }
    std::int64_t hidden_letters() const { return hidden_letters_; }
    /// The paragraph's own mark is deleted by a tracked change: the next one goes on in it.
    bool mark_deleted() const { return mark_deleted_; }
    /// With its automatic number. Once.
    WordParagraph finish(Numbering& numbering);

private:
    struct Control {
        bool checkbox = false;
        bool checked = false;
        bool placeholder = false;
        bool written = false;
    };

    void start_run_property(const Tag& tag);
    void start_control(const Tag& tag);
    void start_paragraph_property(const Tag& tag);
    void write(std::string_view text);
    void write_checkbox(bool checked);
    bool deleted() const { return deletions_ > 0; }

    const WordStyles* styles_;
    WordParagraph paragraph_;
    std::string style_;
    std::optional<ListPlace> list_;
    std::vector<Control> controls_;
    std::string font_;      ///< of the run
    bool hidden_ = false;   ///< the run's text is not printed
    bool in_text_ = false;  ///< w:t or w:delText
    bool in_run_ = false;
    bool in_paragraph_properties_ = false;
    bool mark_deleted_ = false;
    bool was_deleted_ = false;  ///< the last piece of raw is in a deletion
    bool was_inserted_ = false;
    int deletions_ = 0;   ///< w:del, w:moveFrom around
    int insertions_ = 0;  ///< w:ins, w:moveTo around
    int ruby_ = 0;        ///< guides above letters
    int form_field_ = 0;  ///< 0: none; 1: inside w:checkBox
    bool form_checked_ = false;
    bool form_default_ = false;
    std::int64_t hidden_letters_ = 0;
};

}  // namespace tarang::read::office
