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

void write_place(JsonWriter& json, const Place& place) {
    json.begin_object(Shape::kInline);
    json.member("kind", name_of(place.kind));
    if (place.kind == Place::Kind::kSheet) {
        json.member("sheet", place.sheet);
        json.member("cell", cell_name(place));
        json.member("rows", place.rows);
        json.member("columns", place.columns);
    } else {
        json.member("table", place.table);
        json.member("row", place.row);
        json.member("column", place.column);
        json.member("paragraph", place.paragraph);
    }
    json.end_object();
}

void write_texts(JsonWriter& json, const std::vector<std::string>& texts) {
    json.begin_array(Shape::kInline);
    for (const std::string& text : texts) json.value(text);
    json.end_array();
}

void write_regions(JsonWriter& json, const std::vector<Fragment>& fragments) {
    json.begin_array();
    for (const Fragment& fragment : fragments) {
        if (fragment.on_page()) write_region(json, fragment.region);
    }
    json.end_array();
}

void write_places(JsonWriter& json, const std::vector<Fragment>& fragments) {
    json.begin_array();
    for (const Fragment& fragment : fragments) {
        if (fragment.place) write_place(json, *fragment.place);
    }
    json.end_array();
}

void write_fragments(JsonWriter& json, const std::vector<Fragment>& fragments) {
    json.key("regions");
    write_regions(json, fragments);
    json.key("places");
    write_places(json, fragments);
}

void write_unsure(JsonWriter& json, const Field& field) {
    json.key("unsure").begin_array(Shape::kInline);
    for (const TextRange& range : field.unsure) {
        json.begin_array();
        json.value(range.from);
        json.value(range.to);
        json.end_array();
    }
    json.end_array();
}

void write_field_members(JsonWriter& json, const Field& field) {
    json.member("text", field.text);
    json.member("raw", field.raw());
    json.member("source", name_of(field.source));
    json.member("confidence", field.confidence);
    json.member("needs_review", field.needs_review);
    json.member("corrected", field.corrected);
    write_unsure(json, field);
    write_fragments(json, field.fragments);
}

void write_field(JsonWriter& json, const Maybe<Field>& field) {
    if (!field) return json.null();
    write_field(json, *field);
}

void write_field(JsonWriter& json, const Field& field) {
    json.begin_object();
    write_field_members(json, field);
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

void write_submission(JsonWriter& json, const std::optional<Expected>& submission) {
    json.key("submission");
    if (!submission) return json.null();
    json.begin_object(Shape::kInline);
    json.member("code", submission->key.code);
    json.member("name", submission->name);
    json.member("year", submission->key.year);
    json.member("form", submission->key.form);
    json.end_object();
}

void write_findings(JsonWriter& json, const std::vector<Finding>& findings, Language language) {
    json.key("findings").begin_array();
    for (const Finding& finding : findings) write_finding(json, finding, language);
    json.end_array();
}

}  // namespace tarang::exporting
