// What parent and worker say to each other. The codec takes the structs as they are.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "host/border/codec.h"
#include "host/border/frames.h"
#include "host/border/stage_times.h"
#include "models/activity.h"
#include "models/document.h"
#include "models/nature.h"
#include "models/page.h"
#include "models/reread.h"
#include "models/table.h"

namespace tarang::border {

/// Which report form is looked for.
struct FormChoice {
    std::string name = "auto";  ///< "auto", or a shipped form's name
    std::string own_toml;       ///< the text of the person's own form; outweighs `name`
    std::string own_origin;     ///< its file, for messages
    std::vector<std::string> taught =
        {};  ///< texts of forms that people taught; with "auto" they outweigh the shipped
    bool operator==(const FormChoice&) const = default;
};

enum class DrawFormat : std::uint8_t { kPng, kSvg };
inline std::string_view name_of(DrawFormat format) {
    switch (format) {
        case DrawFormat::kPng:
            return "png";
        case DrawFormat::kSvg:
            return "svg";
    }
    return "invalid";
}

/// Which pages are read from their pixels.
enum class OcrMode : std::uint8_t {
    kAuto,   ///< those whose text layer is missing or unusable
    kSkip,   ///< none
    kForce,  ///< all
};
inline std::string_view name_of(OcrMode mode) {
    switch (mode) {
        case OcrMode::kAuto:
            return "auto";
        case OcrMode::kSkip:
            return "skip";
        case OcrMode::kForce:
            return "force";
    }
    return "invalid";
}

// ---- to the worker

/// Rides with the descriptor. The document stays open until the next one comes.
struct OpenDocument {
    Bytes password;
    bool has_password = false;
    std::int32_t max_pages = 0;
    std::int64_t max_pixels = 0;  ///< of a page; 0: what is usual for its kind
    OcrMode ocr = OcrMode::kAuto;
    bool image = false;   ///< an image file
    bool office = false;  ///< an office file, or an archive: without `answer` it is opened when it is read
    bool answer = false;  ///< false: a failure is the answer to the next request
};
/// A whole document: Opened, then its Records where it is read within a moment, else its pages as for
/// ReadPages. What is that quick is read again sooner than it is passed on, checked, kept and fetched. Of an
/// office file into which no pages were pasted the Records alone.
struct ReadDocument {
    FormChoice form;
    std::int32_t milliseconds = 0;
};
/// Ends before the last page where so much time is over.
struct ReadPages {
    std::int32_t first = 0;  ///< PageIndex
    std::int32_t count = 0;
    std::int32_t milliseconds = 0;
};
/// Pages follow one by one, then EndOfPages.
struct Assemble {
    FormChoice form;
    std::vector<SecondLooks> looks;  ///< none the first time
    bool office = false;             ///< of the office file that rides along, with what stands in it as text
};
/// As Assemble.
struct ListTables {
    bool by_page = false;
    bool office = false;
};
struct PageInput {
    Bytes layout;
};
struct EndOfPages {};
/// Places of one scanned page, to be read once more.
struct ReadAgain {
    std::int32_t page = 0;    ///< PageIndex
    std::int16_t turned = 0;  ///< PageInfo::turned, as it was read first
    std::vector<Reread> places;
};
struct DrawPage {
    std::int32_t page = 0;  ///< PageIndex
    DrawFormat format = DrawFormat::kPng;
};
/// The page as it looks, in PNG.
struct ShowPage {
    std::int32_t page = 0;           ///< PageIndex
    std::int32_t dots_per_inch = 0;  ///< at most; a large page is shown smaller
};
/// The tables of an office file; Opened where pages were pasted into it, which ReadPages and ListTables then
/// give.
struct ListOffice {
    bool rows = false;  ///< a workbook too large for Tables comes as TableRows, then as Tables without any
    bool text = false;  ///< only what stands in it as text, whether it has pages or not
};
/// The files of an archive: as many, and bytes of them together, as are given at most.
struct ListMembers {
    std::int64_t files = 0;
    std::int64_t bytes = 0;
};
/// One file of it into the descriptor that rides along; with what was given to ListMembers.
struct UnpackMember {
    ListMembers most;
    std::int32_t member = 0;  ///< place in Members
};
using Request =
    std::variant<OpenDocument, ReadDocument, ReadPages, Assemble, ListTables, PageInput, EndOfPages,
                 ReadAgain, DrawPage, ShowPage, ListOffice, ListMembers, UnpackMember>;

// ---- from the worker

struct Opened {
    std::int32_t pages = 0;
};
/// The document or page cannot be had; the job is over.
struct Refusal {
    EventCode code = EventCode::kDamaged;
    Nature nature = Nature::kUnknown;  ///< what it is instead
};
/// An encoded PageLayout: the parent checks it and keeps the bytes as they are.
struct PageRead {
    Bytes layout;
};
struct PagesRead {
    std::int32_t count = 0;  ///< at least one
    StageTimes times = {};
};
struct Records {
    DocumentRecords records;
    std::int32_t tables = 0;      ///< that the document has, whether a form fits them or not
    std::vector<Reread> rereads;  ///< by page; none where there were second looks already
    StageTimes times = {};
};
/// What was seen at the places that were asked for, in their order.
struct SeenAgain {
    std::vector<SecondLooks> looks;
    StageTimes times = {};
};
struct Tables {
    CleanDocument document;
};
struct Drawing {
    Bytes file;
};
/// Rows of one table as they are seen. One text holds all of them: a list of a million would cost more than
/// what it holds.
struct TableRows {
    std::int32_t table = 0;
    std::vector<std::int32_t> sizes;    ///< texts of each row
    std::vector<std::int32_t> lengths;  ///< bytes of each text
    std::string texts;
};
struct Member {
    std::string name;  ///< path below the archive
    std::int64_t size = 0;
};
struct Members {
    std::vector<Member> members;
};
/// The member is in the descriptor.
struct Unpacked {
    std::int64_t size = 0;
};
/// Part of an encoded Answer that is longer than one message may be. The parts follow each other.
struct Piece {
    Bytes part;
    bool last = false;
};
using Answer = std::variant<Opened, Refusal, PageRead, PagesRead, Records, SeenAgain, Tables, Drawing,
                            TableRows, Members, Unpacked, Piece>;

/// What is no longer goes out whole. Neither end needs more room for the answer as it is sent: a report of
/// 500 pages comes as 8 MB.
inline constexpr std::size_t kLongestPiece = std::size_t{1} << 18;

/// Sends an answer of any length: whole, or in pieces. False when the parent is gone.
bool send_answer(Channel& channel, const Answer& answer, std::size_t longest = kLongestPiece);

}  // namespace tarang::border
