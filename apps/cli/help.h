// What --help says about each command, below its options.
#pragma once

#include <string_view>

namespace tarang::cli::help {

inline constexpr std::string_view kProgram =
    "Turns Thai monitoring reports into checked activity records in a database.\n"
    "What is read stays on this computer; only publish uses the network, to the server that you name.";

inline constexpr std::string_view kExitCodes =
    "Exit codes: 0 done; 2 wrong usage; 3 some documents only in part; 4 some failed or were set aside;\n"
    "5 database missing, newer, locked, or disk; 75 with --shard: what may pass; 130 interrupted.\n"
    "The worst of a batch wins.";

inline constexpr std::string_view kImport =
    "Reads reports into the database and keeps the originals in DB.files beside it.\n"
    "Pages that are scans, or whose text layer is not to be trusted, are read from their image (--ocr).\n"
    "The same content again changes nothing; under another path it is a duplicate. New content at a known\n"
    "path supersedes the older document, which stays with all its rows.\n"
    "A folder stands for the files in it; with --recursive also for those in its subfolders.\n"
    "A manifest says whose submission a path is; without PATH its files are imported. Who has not submitted\n"
    "stands after the summary and in the report.\n"
    "stdout has one line a file and a summary (--json: one JSON object a line); stderr the messages.";

inline constexpr std::string_view kWatch =
    "As import, for what arrives in a folder: files that did not change for some seconds. Ends with Ctrl-C.";

inline constexpr std::string_view kRetry =
    "Without DOCUMENT: those that ran out of time or memory, crashed, or were interrupted. What is wrong "
    "with\n"
    "a file itself stays wrong, and what crashed repeatedly is set aside; such a document is named. Pages "
    "that\n"
    "were read are not read again. Prints what import prints. --without-records: those that gave no "
    "activity,\n"
    "which today's forms may understand; what people decided stays.";

inline constexpr std::string_view kUndo =
    "A newer version: the older one is current again. A duplicate: its path becomes the document's own.\n"
    "An undo: what it took back stands again. To forget cannot be undone.";

inline constexpr std::string_view kBackup =
    "Copies the database as it is at this moment to FILE, and the originals to FILE.files. An import may go\n"
    "on meanwhile. An older backup at FILE is replaced when the new one is whole; originals that it has\n"
    "already are not copied again.";

inline constexpr std::string_view kMerge =
    "Takes the documents of other databases into DB, with records, decisions, taught forms and originals\n"
    "(linked where they can be). Whatever the order and however often: a document that several have stands\n"
    "once, and the result is that of one import of all. Killed at any moment it may be run again. A shard\n"
    "that cannot be used is told (exit code 5), and the others are taken. What was forgotten in DB does not\n"
    "come back. The last line is a hash of what DB holds.";

inline constexpr std::string_view kPublish =
    "Brings a PostgreSQL server up to date with the database, for those who ask questions: records with\n"
    "their texts and places, findings, decisions and submissions, in the schema tarang, beside those of\n"
    "other offices. Only what changed is sent, whole documents at a time; what was forgotten goes there,\n"
    "too. The password stands in ~/.pgpass or ~/.pg_service.conf, never in the address. After an\n"
    "interruption the same command goes on.";

inline constexpr std::string_view kForget =
    "Removes the document with all that was read from it, its original, and what of it stands in the search\n"
    "index. The history keeps that a document of this hash was forgotten, and nothing of it. Backups are "
    "not\n"
    "touched. This cannot be undone: it says what is lost and asks before, unless --yes is given; where "
    "nobody\n"
    "can answer, --yes must be.";

inline constexpr std::string_view kForm =
    "list: the forms that stand, who taught them and when. suggest DOCUMENT: a form's file from the headers "
    "of\n"
    "its tables that no form explains, to be put right with an editor. import FILE.toml: takes the form "
    "into\n"
    "the database; documents that gave nothing, or have a table that did, are read again at once, and later\n"
    "imports try it, too. show and export NAME: its columns, its file; also of the program's own forms.\n"
    "forget NAME: documents that were read with it are read again without.";

inline constexpr std::string_view kShow =
    "Lists the documents of a database, of few also their activities. DOCUMENT, --state and --school choose "
    "some,\n"
    "with their activities. --summary: sums by status, strategy\n"
    "and quarter, within one kind of table; amounts that are not known are counted beside each sum, never\n"
    "taken for zero.\n"
    "--history: what was superseded, came twice or was forgotten, with the numbers that undo takes.";

inline constexpr std::string_view kExplain =
    "Says everything about one document: where it came from and who handed it in, how it was read, each page "
    "that\n"
    "was not, each table with why it is one of activities or none, what was joined over pages, each doubt "
    "with what\n"
    "it is about, what people decided, and what to do next.";

inline constexpr std::string_view kReview =
    "Serves a page on this computer only, where each value stands beside the printed words it came from.\n"
    "Open the address that is printed; it holds a secret. Ctrl-C ends it. Nothing is overwritten: what\n"
    "people decide is kept beside what was extracted, and can be taken back.\n"
    "--reviewers: several people on one server, each by a link of their own that can be taken back; who is\n"
    "not on the list has access no more.";

inline constexpr std::string_view kCheck =
    "Lists what is flagged and nobody has decided, corrections that did not find their place again, and\n"
    "documents that gave no activity, with why.\n"
    "--sample: draws fields of records that nobody has touched (ISO 2859-1, level II) and lists the samples\n"
    "with their verdicts; the page walks through them. --against: what differs from an earlier export, as\n"
    "of corrected data against a new reading; exit code 3 where something does.";

inline constexpr std::string_view kFind =
    "Finds activities by any words in them, also by parts of words; Thai and European digits are alike.\n"
    "Several words must all be found in the same activity. An amount is found however it is printed (21000 "
    "finds\n"
    "21,000.-), a day and a year in both eras.";

inline constexpr std::string_view kExport =
    "Writes documents that are done or partial, by default their current versions only.\n"
    "json: all that is known (schema: tarang-export, version 2); jsonl: one activity a line; csv: one\n"
    "activity a row, in which a text that a spreadsheet would take for a formula gets an apostrophe in\n"
    "front; xlsx: a workbook, first the reports fit to print, then typed cells, sums and findings; docx: "
    "the\n"
    "reports for Word; both in the language of messages.";

inline constexpr std::string_view kTables =
    "Writes every table of a PDF, whole over its pages; no report form and no database is needed.\n"
    "json: with places and findings (schema: tarang-tables, version 2); csv: the rows, an empty line\n"
    "between two tables; html: one page for a browser. Exit codes as for import.";

inline constexpr std::string_view kInspect =
    "Draws what was seen on a page over its image: tables, cells, lines of text; or one table as a grid, as\n"
    "it was read. The output's name decides the format, .png or .svg, of a table .svg; without -o it goes "
    "to\n"
    "stdout, a page as PNG.";

inline constexpr std::string_view kConfig =
    "Lists each option that may stand in tarang.toml, its value, and whether the command line, the file or "
    "the\n"
    "program says so. The file lies beside the database, or is named by --config; its lines are option = "
    "value,\n"
    "without dashes. Its relative paths start at its own folder. What the command line says outweighs it.";

inline constexpr std::string_view kStages =
    "Lists the stages in the order in which a report passes through them.";

}  // namespace tarang::cli::help
