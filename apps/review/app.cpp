#include "apps/review/app.h"

#include <charconv>
#include <sstream>

#include "apps/review/assets.h"
#include "apps/review/record_view.h"
#include "models/run_error.h"
#include "pipeline/store/ledger.h"

namespace tarang::review {
namespace {

using exporting::JsonWriter;

Response json_response(int status, std::string text) {
    Response response;
    response.status = status;
    response.body = std::make_shared<const std::string>(std::move(text));
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Response error(int status, const std::string& code, const std::string& message) {
    std::ostringstream out;
    JsonWriter json(out, JsonWriter::Style::kLine);
    json.begin_object();
    json.key("error").begin_object();
    json.member("code", code);
    json.member("message", message);
    json.end_object();
    json.end_object();
    return json_response(status, out.str());
}

Language language_of(const Request& request, const Body& body) {
    const std::string& asked = request.method == "POST" ? body.text("lang") : request.parameter("lang");
    return asked == "en" ? Language::kEnglish : Language::kThai;
}

}  // namespace

Response failure_response(const std::exception& failure, Language language) {
    if (const auto* known = dynamic_cast<const RunError*>(&failure))
        return error(known->code() == ExitCode::kUsage ? 400 : 503, "failed", known->in(language));
    return error(500, "unexpected", failure.what());
}

ReviewApp::ReviewApp(store::Database& database, PageImages& images, Teaching& teaching, People& people)
    : database_(database), images_(images), teaching_(teaching), people_(people), opened_(database) {}

ReviewApp::~ReviewApp() {
    try {
        for (const std::string& session : sessions_) store::Leases(database_).let_go(session);
    } catch (const RunError&) {
        // The database is locked or gone; leases run out by themselves.
    }
}

const std::map<std::string, ReviewApp::View>& ReviewApp::views() {
    static const std::map<std::string, View> kViews{
        {"GET /api/session", &ReviewApp::session},   {"GET /api/work", &ReviewApp::work},
        {"GET /api/record", &ReviewApp::record},     {"GET /api/next", &ReviewApp::next},
        {"GET /api/pages", &ReviewApp::pages},       {"POST /api/release", &ReviewApp::release},
        {"GET /api/table", &ReviewApp::table},       {"GET /api/forms", &ReviewApp::forms},
        {"GET /api/overview", &ReviewApp::overview}, {"GET /api/reviewers", &ReviewApp::reviewers},
        {"POST /api/reviewer", &ReviewApp::admit},   {"POST /api/revoke", &ReviewApp::revoke},
        {"GET /api/changes", &ReviewApp::changes},   {"GET /api/groups", &ReviewApp::groups},
        {"GET /api/group", &ReviewApp::group},       {"GET /api/samples", &ReviewApp::samples},
        {"GET /api/second", &ReviewApp::second},     {"POST /api/second", &ReviewApp::read_second},
        {"POST /api/parse", &ReviewApp::parse},      {"POST /api/decide", &ReviewApp::decide},
        {"POST /api/undo", &ReviewApp::undo},        {"POST /api/split", &ReviewApp::split},
        {"POST /api/join", &ReviewApp::join},        {"POST /api/add", &ReviewApp::add},
        {"POST /api/remove", &ReviewApp::remove},    {"POST /api/sample", &ReviewApp::sample}};
    return kViews;
}

const std::map<std::string, ReviewApp::LateView>& ReviewApp::late_views() {
    static const std::map<std::string, LateView> kViews{{"GET /api/grid", &ReviewApp::grid},
                                                        {"POST /api/try", &ReviewApp::try_form},
                                                        {"POST /api/teach", &ReviewApp::teach},
                                                        {"POST /api/forget", &ReviewApp::forget_form}};
    return kViews;
}

void ReviewApp::handle(const Request& request, const Visitor& visitor, Answer answer) {
    if (request.method == "GET" && request.path == "/api/page") return show_page(request, answer);
    sessions_.insert(visitor.session);
    respond(request, visitor, answer);
}

void ReviewApp::respond(const Request& request, const Visitor& visitor, const Answer& answer) {
    if (request.method == "GET") {
        if (auto asset = asset_at(request.path)) return answer(*asset);
    }
    const bool is_export = request.method == "GET" && request.path == "/api/export";
    const auto view = views().find(request.method + " " + request.path);
    const auto late = late_views().find(request.method + " " + request.path);
    if (!is_export && view == views().end() && late == late_views().end())
        return answer(error(404, "not_found", "there is nothing at this address"));
    Body body = *Body::parse("{}");
    if (request.method == "POST") {
        const bool json = request.header("content-type").starts_with("application/json");
        auto parsed = json ? Body::parse(request.body) : std::nullopt;
        if (!parsed) return answer(error(400, "bad_request", "the body must be a JSON object"));
        body = std::move(*parsed);
    }
    const Language language = language_of(request, body);
    const bool checking =
        (request.method == "POST" ? body.text("checking") : request.parameter("checking")) == "1";
    const Call call{request, body, language, {visitor.session, visitor.reviewer}, visitor.owner, checking};
    const Reply reply = [answer, language](const std::variant<std::string, RunError>& result) {
        const auto* failure = std::get_if<RunError>(&result);
        answer(failure != nullptr ? failure_response(*failure, language)
                                  : json_response(200, std::get<std::string>(result)));
    };
    try {
        if (is_export) return export_file(call, answer);
        if (late != late_views().end()) return (this->*late->second)(call, reply);
        answer(json_response(200, (this->*view->second)(call)));
    } catch (const Refused& refused) {
        answer(error(refused.status, refused.code,
                     language == Language::kThai ? refused.thai : refused.english));
    } catch (const std::exception& failure) {
        answer(failure_response(failure, language));
    }
}

void ReviewApp::show_page(const Request& request, const Answer& answer) {
    std::int32_t page = 0;
    const std::string& text = request.parameter("page");
    std::from_chars(text.data(), text.data() + text.size(), page);
    const auto document = opened_.get(request.parameter("document"));
    const std::int32_t count = document ? document->stored.entry.pages.value_or(0) : 0;
    if (page < 1 || page > count) return answer(error(404, "not_found", "there is no such page"));
    const LedgerEntry& entry = document->stored.entry;
    images_.get(entry, {page}, [answer](const PageImage& image) {
        if (!image.first)
            return answer(
                error(404, std::string(name_of(image.second)), message_of(image.second, Language::kThai)));
        Response response;
        response.type = "image/png";
        response.body = image.first;
        response.headers.emplace_back("Cache-Control", "private, max-age=86400, immutable");
        answer(std::move(response));
    });
    for (const std::int32_t ahead : {page + 2, page + 1}) {
        if (ahead <= count) images_.ahead(entry, {ahead});
    }
}

std::shared_ptr<const OpenedDocument> ReviewApp::document_of(const std::string& sha256) {
    auto document = opened_.get(sha256);
    if (!document)
        throw Refused{404, "not_found", "ไม่พบเอกสารนี้ในฐานข้อมูล", "The database has no such document."};
    return document;
}

std::size_t ReviewApp::position_of(const OpenedDocument& document, const std::string& activity) {
    const auto position = document.position_of(activity);
    if (!position)
        throw Refused{404, "not_found", "ไม่พบกิจกรรมนี้แล้ว อาจถูกรวมหรือลบ",
                      "This record is no more; it may have been joined or removed."};
    return *position;
}

}  // namespace tarang::review
