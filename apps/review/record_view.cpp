#include "apps/review/record_view.h"

#include <algorithm>
#include <iterator>

#include "apps/review/fields.h"
#include "apps/review/shown.h"
#include "host/audit/anchors.h"
#include "host/audit/made_wrong.h"
#include "host/audit/reparse.h"
#include "host/audit/typed_text.h"
#include "host/export/days.h"
#include "host/export/json/record_json.h"
#include "models/flags.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;
using Fate = CorrectionState::Fate;

class RecordView {
public:
    RecordView(JsonWriter& json, const OpenedDocument& document, std::size_t position,
               const RecordContext& context)
        : json_(json),
          document_(document),
          records_(document.stored.records),
          activity_(with_seeds(document, records_.activities[position], context.seeds)),
          position_(position),
          context_(context) {
        for (const ActivityRecord& activity : document.extracted->activities) {
            if (activity.id == activity_.id) extracted_ = &activity;
        }
    }

    void write() {
        const LedgerEntry& entry = document_.stored.entry;
        json_.begin_object();
        json_.member("document", entry.sha256);
        json_.member("file_name", entry.file_name);
        json_.member("title", exporting::text_of(records_.title));
        json_.member("submission", submission());
        json_.member("page_count", entry.pages);
        json_.member("activity", activity_.id);
        json_.member("in_table", activity_.table);
        json_.member("number", activity_.number);
        json_.member("held_by", context_.held_by);
        json_.member("held_elsewhere", context_.held_elsewhere);
        json_.member("strategy", activity_.strategy);
        json_.member("project", activity_.project);
        write_pages();
        write_neighbours();
        json_.key("fields").begin_array();
        for (const std::string& name : field_names(activity_))
            write_field(name, activity_.id, *field_named(activity_, name));
        write_document_fields();
        json_.end_array();
        write_joins();
        json_.key("findings");
        write_findings({activity_.id, {}});
        write_history();
        json_.end_object();
    }

private:
    /// The record as whoever checks a sample sees it.
    static ActivityRecord with_seeds(const OpenedDocument& document, const ActivityRecord& activity,
                                     const std::vector<store::Seed>& seeds) {
        if (seeds.empty()) return activity;
        const audit::Reading reading = audit::reading_of(*document.extracted, activity, *document.taught);
        ActivityRecord shown = activity;
        for (const store::Seed& seed : seeds) {
            const bool typed = seed.answer && seed.answer->text;
            shown =
                audit::as_if_read(shown, seed.item.field, typed ? *seed.answer->text : seed.text, reading);
        }
        return shown;
    }

    const store::Seed* seed_of(const std::string& name) const {
        for (const store::Seed& seed : context_.seeds) {
            if (seed.item.field == name) return &seed;
        }
        return nullptr;
    }

    /// What somebody said of a value made wrong, as a decision that looks like any other.
    std::optional<Correction> answer_to(const store::Seed& seed) const {
        if (!seed.answer) return std::nullopt;
        Correction decision;
        decision.number = -seed.id;
        decision.at = seed.answer->at;
        decision.reviewer = seed.answer->reviewer;
        decision.kind = seed.answer->kind;
        decision.field = seed.item.field;
        decision.old_text = seed.text;
        decision.text = seed.answer->text;
        return decision;
    }

    /// "10230001 โรงเรียนบ้านห้วย": who handed the document in, where a manifest says so.
    std::optional<std::string> submission() const {
        const auto& expected = document_.stored.submission;
        if (!expected) return std::nullopt;
        return expected->key.code + (expected->name.empty() ? "" : " " + expected->name);
    }

    void write_pages() {
        std::set<std::int32_t> numbers;
        bool placed = false;
        for (const Fragment& piece : audit::pieces_of(activity_)) {
            if (piece.on_page()) numbers.insert(piece.region.page.value);
            placed = placed || !piece.on_page();
        }
        json_.key("pages").begin_array();
        for (const PageInfo& page : records_.pages) {
            if (!numbers.contains(page.number.value)) continue;
            json_.begin_object();
            json_.member("page", page.number.value);
            json_.member("width", page.width);
            json_.member("height", page.height);
            json_.member("turned", page.turned);
            json_.end_object();
        }
        json_.end_array();
        json_.member("has_grid", placed);
    }

    void write_neighbours() {
        const auto& all = records_.activities;
        json_.key("place").begin_object();
        json_.member("index", position_ + 1);
        json_.member("total", all.size());
        json_.end_object();
        const auto id_at = [&](std::size_t position) {
            return position < all.size() ? std::optional(all[position].id) : std::nullopt;
        };
        json_.member("previous", position_ == 0 ? std::nullopt : id_at(position_ - 1));
        json_.member("following", id_at(position_ + 1));
    }

    /// What belongs to the document stands with its first record.
    void write_document_fields() {
        if (position_ != 0) return;
        for (const std::string& name : document_field_names(records_))
            write_field(name, {}, *field_of_document(records_, name));
    }

    std::string typed_of(const DocumentRecords& records, const ActivityRecord* activity,
                         const std::string& name) const {
        if (name == "fiscal_year" && records.fiscal_year) return std::to_string(records.fiscal_year->value);
        const auto key = field_key_named(name);
        return key && activity != nullptr ? audit::value_text(*activity, *key) : std::string();
    }

    /// The record with its field's value as the printed words alone give it.
    ActivityRecord as_printed(FieldKey key) {
        if (!reading_) reading_ = audit::reading_of(*document_.extracted, activity_, *document_.taught);
        ActivityRecord read = activity_;
        static_cast<void>(audit::reparse(read, key, *reading_));
        return read;
    }

    /// Whether the typed value is what the printed words say, and else what they say by themselves: a person
    /// set it apart, marks or another column gave it.
    void write_derived(std::optional<FieldKey> key, const std::string& typed) {
        std::string says;
        bool derived = true;
        if (key && !typed.empty()) {
            const ActivityRecord read = as_printed(*key);
            derived = audit::value_text(read, *key) == typed;
            if (!derived) says = shown_value(read, *key, context_.language);
        }
        json_.member("derived", derived);
        json_.member("says", exporting::null_if_empty(says));
    }

    void write_field(const std::string& name, const std::string& activity, const Field& field) {
        const auto key = field_key_named(name);
        const store::Seed* seed = activity.empty() ? nullptr : seed_of(name);
        const std::optional<Correction> answer = seed == nullptr ? std::nullopt : answer_to(*seed);
        const Correction* decision = answer            ? &*answer
                                     : seed != nullptr ? nullptr
                                                       : document_.decision_about(activity, name);
        const std::string typed = typed_of(records_, &activity_, name);
        const std::string shown = key ? shown_value(activity_, *key, context_.language) : typed;
        json_.begin_object();
        json_.member("name", name);
        json_.member("label", label_of(name, context_.language));
        json_.member("kind", kind_of_field(name));
        json_.member("text", field.text);
        json_.member("raw", field.raw());
        json_.member("value", exporting::null_if_empty(typed));
        json_.member("shown", exporting::null_if_empty(shown));
        write_derived(key, typed);
        if (seed == nullptr)
            write_extracted(name, activity.empty(), field, typed);
        else
            json_.member("extracted", std::optional<std::string>());
        json_.member("source", name_of(field.source));
        json_.member("confidence", field.confidence);
        json_.member("needs_review", field.needs_review);
        json_.member("awaiting", field.needs_review && decision == nullptr);
        json_.member("corrected", field.corrected);
        exporting::write_unsure(json_, field);
        json_.member("in_sample", context_.in_sample.contains(name));
        json_.key("decision");
        if (decision == nullptr)
            json_.null();
        else
            write_decision(*decision);
        json_.member("after", decision == nullptr ? 0 : decision->number);
        json_.key("regions");
        exporting::write_regions(json_, field.fragments);
        json_.key("places");
        exporting::write_places(json_, field.fragments);
        write_pieces(field);
        json_.key("findings");
        write_findings(document_.called(activity, name));
        json_.end_object();
    }

    /// What the program had read at the same place, where that is not what stands now.
    void write_extracted(const std::string& name, bool of_document, const Field& field,
                         const std::string& typed) {
        json_.key("extracted");
        const Field* read = of_document             ? field_of_document(*document_.extracted, name)
                            : extracted_ == nullptr ? nullptr
                                                    : field_named(*extracted_, name);
        const std::string was = typed_of(*document_.extracted, extracted_, name);
        if (read == nullptr || (read->text == field.text && was == typed)) return json_.null();
        json_.begin_object();
        json_.member("text", read->text);
        json_.member("value", exporting::null_if_empty(was));
        json_.end_object();
    }

    void write_pieces(const Field& field) {
        json_.key("pieces").begin_array();
        for (const Fragment& piece : field.fragments) {
            json_.begin_object();
            json_.member("page", piece.region.page.value);
            json_.member("raw", piece.raw);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_findings(const OpenedDocument::Named& about) {
        json_.begin_array();
        for (const Finding& finding : records_.findings) {
            if (finding.activity_id != about.activity || finding.field != about.field) continue;
            json_.begin_object();
            json_.member("code", name_of(finding.code));
            json_.member("severity", name_of(severity_of(finding.code)));
            json_.member("message", exporting::told(finding, context_.language));
            json_.end_object();
        }
        json_.end_array();
    }

    void write_joins() {
        std::vector<JoinRecord>
            joins;  // in the order of the pages; what a person joined comes later in the records
        std::copy_if(records_.joins.begin(), records_.joins.end(), std::back_inserter(joins),
                     [&](const JoinRecord& join) { return join.activity_id == activity_.id; });
        std::stable_sort(joins.begin(), joins.end(), [](const JoinRecord& a, const JoinRecord& b) {
            return a.upper.value < b.upper.value;
        });
        json_.key("joins").begin_array();
        for (const JoinRecord& join : joins) {
            json_.begin_object();
            json_.key("pages").begin_array();
            json_.value(join.upper.value);
            json_.value(join.lower.value);
            json_.end_array();
            json_.member("reason", name_of(join.reason));
            json_.member("reason_text", sentence_of(join.reason, context_.language));
            json_.member("confidence", join.confidence);
            json_.end_object();
        }
        json_.end_array();
    }

    void write_history() {
        json_.key("history").begin_array();
        for (std::size_t i = document_.log.size(); i-- > 0;) {
            if (document_.is_about(i, activity_.id)) write_decision(document_.log[i]);
        }
        json_.end_array();
    }

    void write_decision(const Correction& decision) {
        const auto state =
            std::find_if(document_.states.begin(), document_.states.end(),
                         [&](const CorrectionState& s) { return s.number == decision.number; });
        const Fate fate = state == document_.states.end() ? Fate::kApplied : state->fate;
        json_.begin_object();
        json_.member("number", decision.number);
        json_.member("at", decision.at);
        json_.member("reviewer", decision.reviewer);
        json_.member("kind", name_of(decision.kind));
        json_.member("field", exporting::null_if_empty(decision.field));
        json_.member("old_text", decision.old_text);
        json_.member("old_value", exporting::null_if_empty(decision.old_value));
        json_.member("text", decision.text);
        json_.member("value", decision.value);
        json_.member("reason", exporting::null_if_empty(decision.reason));
        json_.member("undone", fate == Fate::kUndone);
        json_.member("state", name_of(fate));
        json_.end_object();
    }

    JsonWriter& json_;
    const OpenedDocument& document_;
    const DocumentRecords& records_;
    const ActivityRecord activity_;
    std::size_t position_;
    const RecordContext& context_;
    std::optional<audit::Reading> reading_;      ///< once it was asked for
    const ActivityRecord* extracted_ = nullptr;  ///< the record as it was read; null where it was not
};

}  // namespace

void write_record(JsonWriter& json, const OpenedDocument& document, std::size_t position,
                  const RecordContext& context) {
    RecordView(json, document, position, context).write();
}

}  // namespace tarang::review
