#include "pipeline/read/office/package.h"

#include <algorithm>

#include "pipeline/read/office/xml.h"

namespace tarang::read::office {
namespace {

/// "../theme/theme1.xml" as seen from "word/document.xml".
std::string resolved(std::string_view base, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::vector<std::string_view> folders;
    const auto add = [&folders](std::string_view path) {
        while (!path.empty()) {
            const std::size_t end = std::min(path.find('/'), path.size());
            const std::string_view step = path.substr(0, end);
            path.remove_prefix(std::min(end + 1, path.size()));
            if (step == "..") {
                if (!folders.empty()) folders.pop_back();
            } else if (!step.empty() && step != ".") {
                folders.push_back(step);
            }
        }
    };
    const std::size_t slash = base.rfind('/');
    add(slash == std::string_view::npos ? std::string_view() : base.substr(0, slash));
    add(target);
    std::string path;
    for (const std::string_view step : folders) path += (path.empty() ? "" : "/") + std::string(step);
    return path;
}

class RelationReader : public XmlHandler {
public:
    explicit RelationReader(std::string_view base) : base_(base) {}

    void start(const Tag& tag) override {
        if (!tag.is(Space::kPackage, "Relationship")) return;
        Relation relation;
        relation.id = tag.attribute("Id");
        const std::string_view type = tag.attribute("Type");
        relation.type = type.substr(type.rfind('/') + 1);
        if (tag.attribute("TargetMode") != "External")
            relation.target = resolved(base_, tag.attribute("Target"));
        relations.push_back(std::move(relation));
    }
    void end(Space /*space*/, std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}

    std::vector<Relation> relations;

private:
    std::string_view base_;
};

}  // namespace

std::variant<std::vector<Relation>, EventCode> relations_of(Container& container, std::string_view part,
                                                            const Limits& limits) {
    const std::size_t slash = part.rfind('/');
    const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
    const std::string list =
        std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
    if (!container.has(list)) return std::vector<Relation>();
    RelationReader reader(part);
    const EventCode code = parse_part(container, list, reader, limits);
    if (code != EventCode::kOk) return code;
    return std::move(reader.relations);
}

std::string target_of_type(const std::vector<Relation>& relations, std::string_view type) {
    const auto found = std::find_if(relations.begin(), relations.end(), [type](const Relation& relation) {
        return relation.type == type && !relation.target.empty();
    });
    return found == relations.end() ? std::string() : found->target;
}

std::string target_of_id(const std::vector<Relation>& relations, std::string_view id) {
    const auto found = std::find_if(relations.begin(), relations.end(),
                                    [id](const Relation& relation) { return relation.id == id; });
    return found == relations.end() ? std::string() : found->target;
}

}  // namespace tarang::read::office
