// Records on the way from an extraction to what stands today.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "host/audit/reparse.h"
#include "host/audit/rows.h"
#include "models/correction.h"

namespace tarang::audit {

/// The records so far, the fate of each decision so far, and what the decisions themselves have to say. The
/// last of `states` is that of the decision that is being carried out.
class Work {
public:
    using FieldName = std::pair<std::string, std::string>;  ///< of the activity and of the field

    /// The decision that stands about a field.
    struct Decided {
        const Correction* correction = nullptr;
        std::size_t state = 0;        ///< position in `states`
        std::vector<Finding> doubts;  ///< about the value that came of it
    };

    /// Both outlive this.
    Work(const DocumentRecords& extracted, std::span<const interpret::Profile> taught);

    DocumentRecords records;
    std::vector<CorrectionState> states;
    std::map<FieldName, Decided> decided;
    std::set<FieldName> flagged;     ///< fields that had a warning or an error
    std::vector<Finding> changed;    ///< fields that splits and joins made doubtful
    std::vector<Finding> decisions;  ///< what goes into the findings of the decisions themselves

    /// What the record's texts are read with.
    const Reading& reading_of(const ActivityRecord& record);
    /// Whose words headings are understood by.
    const interpret::Profile& form() const { return form_of(extracted_, taught_); }

    ActivityRecord& activity(std::size_t position) { return records.activities[position]; }
    bool has(const std::string& id) const { return index_.contains(id); }
    /// Position of the record of that id; nothing where there is none.
    std::optional<std::size_t> named(const std::string& id) const;
    /// Position of the record that stands at the place, probably under that id.
    std::optional<std::size_t> find(const std::string& id, const std::vector<Fragment>& place) const;
    void insert(std::size_t position, ActivityRecord activity);
    void erase(std::size_t position);

    /// A finding about a decision, at the first of the places; of a record, where one is named.
    void say(FindingCode code, const std::vector<Fragment>& places, std::vector<std::string> arguments,
             const std::string& activity_id = {});
    /// The decision did not find its place.
    void displace(const Correction& correction);
    /// The decision is about that record (and field) of today.
    void note_place(const std::string& activity, const std::string& field);
    /// The same, and it stands instead of an earlier one.
    void stand(const FieldName& name, const Correction& correction, std::vector<Finding> doubts);

    /// A second reading of a field that somebody decided about: it confirms, or both are contested.
    void compare(const FieldName& name, const Correction& second, bool agrees);

    /// A row that came of others: decisions about fields that it changed are void, and it is to be checked.
    void settle(const ChangedRow& row, const Correction& correction,
                const std::vector<std::string>& formerly);
    /// What was said and decided about a field of one record is said about another's.
    void move_field(const std::string& from, const std::string& to, const std::string& field);
    /// Findings about a record that is no more: about fields they go with it, others become the heir's. So do
    /// decisions: they are replaced.
    void forget_findings_of(const std::string& id, const std::string& heir);

private:
    void index_records();
    void forget_flags_of(const std::string& id, const std::string& field);

    const DocumentRecords& extracted_;
    std::span<const interpret::Profile> taught_;
    std::map<std::int32_t, Reading> readings_;            ///< by table
    std::unordered_map<std::string, std::size_t> index_;  ///< of records by id
};

}  // namespace tarang::audit
