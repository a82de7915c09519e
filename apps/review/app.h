// What the page can ask for: one function for each address, on the server's thread.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "apps/review/body.h"
#include "apps/review/form_draft.h"
#include "apps/review/http_server.h"
#include "apps/review/opened.h"
#include "apps/review/page_images.h"
#include "apps/review/people.h"
#include "apps/review/teaching.h"
#include "host/export/json/json_writer.h"
#include "models/finding.h"
#include "models/run_error.h"
#include "pipeline/store/leases.h"
#include "pipeline/store/work_list.h"

namespace tarang::review {

/// Ends a request with an error that the page shows.
struct Refused {
    int status = 400;
    std::string code;  ///< "not_found", "stale", "held", ...
    std::string thai;
    std::string english;
};

/// What a request ends with that threw: 503 where the database or the system failed, else 500.
Response failure_response(const std::exception& failure, Language language);

class ReviewApp {
public:
    ReviewApp(store::Database& database, PageImages& images, Teaching& teaching, People& people);
    ~ReviewApp();  ///< lets go of the records that its sessions hold
    ReviewApp(const ReviewApp&) = delete;
    ReviewApp& operator=(const ReviewApp&) = delete;

    /// The request passed the access checks.
    void handle(const Request& request, const Visitor& visitor, Answer answer);

private:
    struct Call {
        const Request& request;
        Body body;
        Language language;
        store::Holder holder;
        bool owner = false;     ///< of who started the server
        bool checking = false;  ///< a sample: values made wrong are shown
    };
    using View = std::string (ReviewApp::*)(const Call&);
    /// Gives the answer, or why there is none, later and from any thread. May be copied, and outlives this.
    using Reply = std::function<void(const std::variant<std::string, RunError>&)>;
    using LateView = void (ReviewApp::*)(const Call&, const Reply&);
    /// A form that is being made on the page.
    struct Draft {
        std::shared_ptr<const OpenedDocument> document;
        std::vector<std::vector<std::string>> header;
        std::string toml;
        std::string problem;  ///< in words; empty: it is a form
    };

    static const std::map<std::string, View>& views();
    static const std::map<std::string, LateView>& late_views();
    void respond(const Request& request, const Visitor& visitor, const Answer& answer);
    void show_page(const Request& request, const Answer& answer);
    void export_file(const Call& call, const Answer& answer);  // export_files.cpp
    // grid.cpp
    void grid(const Call& call, const Reply& reply);

    // views.cpp
    std::string session(const Call& call);
    std::string work(const Call& call);
    std::string record(const Call& call);
    std::string next(const Call& call);
    std::string pages(const Call& call);
    std::string release(const Call& call);
    std::string changes(const Call& call);
    // decisions.cpp
    std::string parse(const Call& call);
    std::string decide(const Call& call);
    std::string undo(const Call& call);
    std::string split(const Call& call);
    std::string join(const Call& call);
    std::string add(const Call& call);
    std::string remove(const Call& call);
    void fill_added(const Call& call, const std::string& sha256, const std::string& id);
    // second.cpp
    std::string second(const Call& call);
    std::string read_second(const Call& call);
    std::string overview(const Call& call);  // overview.cpp
    // people.cpp
    std::string reviewers(const Call& call);
    std::string admit(const Call& call);
    std::string revoke(const Call& call);
    static void check_owner(const Call& call);
    // groups.cpp, sampling.cpp
    std::string groups(const Call& call);
    std::string group(const Call& call);
    std::string samples(const Call& call);
    std::string sample(const Call& call);

    // forms.cpp
    std::string table(const Call& call);
    std::string forms(const Call& call);
    void try_form(const Call& call, const Reply& reply);
    void teach(const Call& call, const Reply& reply);
    void forget_form(const Call& call, const Reply& reply);
    Draft draft_of(const Call& call, const std::string& name);
    void carry_out(FormOrder order, const Reply& reply);

    const store::WorkList& work_list();
    /// Tables to be taught that a work list with these filters shows; they stand before its records.
    std::vector<TeachItem> teach_items(const Call& call);
    std::shared_ptr<const OpenedDocument> document_of(const std::string& sha256);
    std::size_t position_of(const OpenedDocument& document, const std::string& activity);
    void write_record_of(exporting::JsonWriter& json, const Call& call, const std::string& sha256,
                         const std::string& activity);
    /// `{"record": RECORD, "decision": NUMBER}`; the record is null where it is no more.
    std::string record_answer(const Call& call, const std::string& sha256, const std::string& activity,
                              std::int64_t decision);
    Correction about(const Call& call, const OpenedDocument& document, std::size_t position,
                     Correction::Kind kind);
    std::int64_t store_decision(const OpenedDocument& document, const Correction& correction,
                                std::int64_t newest_seen);
    /// A decision about a value made wrong, which goes into no record; nothing where the field is none.
    std::optional<std::string> answer_seed(const Call& call, const std::string& activity,
                                           const std::string& field, Correction::Kind kind);
    std::string take_back_seed(const Call& call, std::int64_t id);
    void check_not_held(const Call& call, const std::string& sha256, const std::string& activity);

    store::Database& database_;
    PageImages& images_;
    Teaching& teaching_;
    People& people_;
    OpenedDocuments opened_;
    std::set<std::string> sessions_;  ///< that asked for anything
    store::WorkList work_list_;
    std::vector<TeachItem> teach_items_;
    std::optional<std::int64_t> work_version_;  ///< of the database as the list was read; none: to be read
};

}  // namespace tarang::review
