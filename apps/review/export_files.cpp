#include "apps/review/export_files.h"

#include <array>
#include <chrono>
#include <ctime>
#include <memory>
#include <sstream>

#include "apps/review/app.h"
#include "host/export/form/export_docx.h"
#include "host/export/json/export_json.h"
#include "host/export/json/export_jsonl.h"
#include "host/export/tables/export_csv.h"
#include "host/export/tables/export_xlsx.h"

namespace tarang::review {
namespace {

using exporting::Format;

constexpr std::array<const char*, 5> kTypes{
    "application/json; charset=utf-8", "application/x-ndjson; charset=utf-8", "text/csv; charset=utf-8",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"};

std::unique_ptr<exporting::Export> begin_export(Format format, std::ostream& out, store::Archive& archive,
                                                store::Versions versions, Language language) {
    exporting::FormSurvey survey;
    if (format == Format::kXlsx || format == Format::kDocx)
        archive.for_each(versions, [&](const StoredDocument& document) { survey.see(document); });
    switch (format) {
        case Format::kJsonl:
            return std::make_unique<exporting::JsonlExport>(out, language);
        case Format::kCsv:
            return std::make_unique<exporting::CsvExport>(out, archive.extra_columns(versions));
        case Format::kXlsx:
            return std::make_unique<exporting::XlsxExport>(out, language, archive.extra_columns(versions),
                                                           archive.summary(), survey);
        case Format::kDocx:
            return std::make_unique<exporting::DocxExport>(out, language, survey);
        case Format::kJson:
            break;
    }
    return std::make_unique<exporting::JsonExport>(out, language);
}

std::optional<Format> format_named(const std::string& name) {
    for (std::size_t i = 0; i < exporting::kFormatNames.size(); ++i) {
        if (exporting::kFormatNames.at(i) == name) return static_cast<Format>(i);
    }
    return std::nullopt;
}

/// "tarang-2026-11-30.xlsx", by this computer's day.
std::string file_name_of(Format format) {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm day{};
    ::localtime_r(&now, &day);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "tarang-%Y-%m-%d.", &day);
    return std::string(text.data(), length) +
           std::string(exporting::kFormatNames.at(static_cast<std::size_t>(format)));
}

}  // namespace

std::int64_t write_export(store::Database& database, Format format, store::Versions versions,
                          Language language, std::ostream& out) {
    const store::Snapshot snapshot(database);
    store::Archive archive(database);
    const auto writer = begin_export(format, out, archive, versions, language);
    std::int64_t without_activities = 0;
    archive.for_each(versions, [&](const StoredDocument& document) {
        writer->add(document);
        without_activities += document.records.activities.empty() ? 1 : 0;
    });
    writer->finish();
    const bool has_all = format == Format::kJson || format == Format::kXlsx;
    return has_all ? 0 : without_activities;
}

/// Made on the thread that reads documents again, since it takes time; kept in memory until it is sent.
void ReviewApp::export_file(const Call& call, const Answer& answer) {
    const auto format = format_named(call.request.parameter("format"));
    if (!format) throw Refused{400, "bad_request", "ไม่มีรูปแบบนี้", "There is no such format."};
    const auto make = [answer, format = *format, language = call.language](store::Database& database) {
        try {
            std::ostringstream out;
            static_cast<void>(write_export(database, format, store::Versions::kCurrent, language, out));
            Response response;
            response.type = kTypes.at(static_cast<std::size_t>(format));
            response.body = std::make_shared<const std::string>(std::move(out).str());
            response.headers.emplace_back("Content-Disposition",
                                          "attachment; filename=\"" + file_name_of(format) + "\"");
            response.headers.emplace_back("Cache-Control", "no-store");
            answer(std::move(response));
        } catch (const std::exception& failure) {  // nothing may end the thread
            answer(failure_response(failure, language));
        }
    };
    teaching_.run(make, [] {});  // the server answers what still waits
}

}  // namespace tarang::review
