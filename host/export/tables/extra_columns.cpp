#include "host/export/tables/extra_columns.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "host/export/terminal/text_table.h"
#include "models/flags.h"

namespace tarang::exporting {

std::vector<std::string> ExtraColumns::headers() const {
    std::vector<std::string> headers;
    headers.reserve(names_.size());
    for (const std::string& name : names_) headers.push_back(terminal_text(name));
    return headers;
}

std::vector<const Field*> ExtraColumns::fields_of(const ActivityRecord& activity) const {
    std::vector<const Field*> fields(names_.size(), nullptr);
    std::map<std::string, std::size_t> next;  // by name: where its next column may be
    for (const ExtraField& extra : activity.extra) {
        const std::string name = name_of(extra);
        std::size_t& from = next[name];
        const auto place = std::find(names_.begin() + static_cast<std::ptrdiff_t>(from), names_.end(), name);
        assert(place != names_.end());
        if (place == names_.end()) continue;
        const auto index = static_cast<std::size_t>(place - names_.begin());
        fields[index] = &extra.field;
        from = index + 1;
    }
    return fields;
}

}  // namespace tarang::exporting
