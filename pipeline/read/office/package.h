// How the parts of an Open Packaging container (DOCX, XLSX) belong together.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pipeline/read/office/container.h"

namespace tarang::read::office {

struct Relation {
    std::string id;
    std::string type;    ///< its last word: "worksheet", "styles", "sharedStrings", "image" ...
    std::string target;  ///< name of the part, from the root; empty where it is outside the file
};

/// What a part refers to; none where nothing is listed. kDamaged where the list is.
std::variant<std::vector<Relation>, EventCode> relations_of(Container& container, std::string_view part,
                                                            const Limits& limits);

/// The target of the relation of that type, or with that id; empty where there is none.
std::string target_of_type(const std::vector<Relation>& relations, std::string_view type);
std::string target_of_id(const std::vector<Relation>& relations, std::string_view id);

}  // namespace tarang::read::office
