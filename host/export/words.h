// What people read for the names of the records, in both languages. Data for programs has the export names
// (`name_of`) instead.
#pragma once

#include <string>
#include <string_view>

#include "models/activity.h"
#include "models/document.h"
#include "models/finding.h"
#include "models/page.h"

namespace tarang::exporting {

struct Words {
    std::string_view thai;
    std::string_view english;
    std::string in(Language language) const {
        return std::string(language == Language::kThai ? thai : english);
    }
};

Words words_of(DocumentState state);
Words words_of(Status status);
Words words_of(FieldKey key);
Words words_of(Budget::Stated stated);
Words words_of(PartAmount::By by);
Words words_of(TableRecord::Kind kind);
Words words_of(Severity severity);
Words words_of(OtherRow::Kind kind);
Words words_of(Source source);

/// A field as findings and search hits name it: "period" is "ระยะเวลา"; an unknown column, "extra:...", is
/// its printed header. A name that is none comes back as it is.
std::string words_of_field(std::string_view name, Language language);

/// A form as people call it: "monitoring" is "รายงานผล". A name that is no shipped form's comes back as it is.
std::string words_of_form(std::string_view name, Language language);

/// A count with its noun: "1 activity", "2 activities". Thai has no plural.
struct Noun {
    std::string_view thai;
    std::string_view one;
    std::string_view many;
};
std::string counted(std::int64_t count, const Noun& noun, Language language);

}  // namespace tarang::exporting
