#include "host/export/json/record_json.h"

namespace tarang::exporting {
namespace {

using Shape = JsonWriter::Shape;

void write_optional_region(JsonWriter& json, const std::optional<Region>& region) {
    if (region)
        write_region(json, *region);
    else
        json.null();
}

void write_finding(JsonWriter& json, const Finding& finding, Language language) {
    std::optional<std::int64_t> page;
    if (finding.page) page = finding.page->value;
    json.begin_object();
    json.member("code", name_of(finding.code));
    json.member("severity", name_of(severity_of(finding.code)));
    json.member("message", message_of(finding, language));
    json.member("activity_id", null_if_empty(finding.activity_id));
    json.member("field", null_if_empty(finding.field));
    json.member("page", page);
    json.key("region");
    write_optional_region(json, finding.region);
    json.end_object();
}

}  // namespace

void write_region(JsonWriter& json, const Region& region) {
    // Differences in double precision, so that rounding happens once.
    const double x = region.box.left;
    const double y = region.box.top;
    json.begin_object(Shape::kInline);
    json.member("page", region.page.value);
    json.member("x", x);
    json.member("y", y);
    json.member("width", region.box.right - x);
    json.member("height", region.box.bottom - y);
    if (region.quad) {
        json.key("quad").begin_array();
        for (const Point corner : region.quad->corners) {
            json.value(corner.x);
            json.value(corner.y);
        }
        json.end_array();
    }
    json.end_object();
}

void write_regions(JsonWriter& json, const std::vector<Fragment>& fragments) {
    json.begin_array();
    for (const Fragment& fragment : fragments) write_region(json, fragment.region);
    json.end_array();
}

void write_field_members(JsonWriter& json, const Field& field) {
    json.member("text", field.text);
    json.member("raw", field.raw());
    json.member("source", name_of(field.source));
    json.member("confidence", field.confidence);
    json.member("needs_review", field.needs_review);
    json.member("corrected", field.corrected);
    json.key("regions");
    write_regions(json, field.fragments);
}

void write_field(JsonWriter& json, const Maybe<Field>& field) {
    if (!field) return json.null();
    json.begin_object();
    write_field_members(json, *field);
    json.end_object();
}

void write_pages(JsonWriter& json, const std::vector<PageInfo>& pages) {
    json.key("pages").begin_array();
    for (const PageInfo& page : pages) {
        const auto source = page.source ? std::optional(name_of(*page.source)) : std::nullopt;
        json.begin_object(Shape::kInline);
        json.member("page", page.number.value);
        json.member("width", page.width);
        json.member("height", page.height);
        json.member("turned", page.turned);
        json.member("source", source);
        json.member("layer", name_of(page.layer));
        json.end_object();
    }
    json.end_array();
}

void write_findings(JsonWriter& json, const std::vector<Finding>& findings, Language language) {
    json.key("findings").begin_array();
    for (const Finding& finding : findings) write_finding(json, finding, language);
    json.end_array();
}

}  // namespace tarang::exporting
