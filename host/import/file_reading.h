// One file without a database: what `tarang tables` and `tarang inspect` do.
#pragma once

#include <optional>
#include <string>

#include "host/border/document_jobs.h"
#include "host/border/process.h"
#include "models/document.h"
#include "models/table.h"
#include "pipeline/receive/receive.h"

namespace tarang::importing {

struct FileOptions {
    receive::ReceiveOptions receiving;
    border::OpenOptions opening;
    int workers = 1;
    border::Limits limits;
    border::Command worker;
    int interrupt = -1;
};

/// Both ends included.
struct PageRange {
    PageNumber first;
    PageNumber last;
};

struct TablesReading {
    EventCode code = EventCode::kOk;  ///< as import would say
    CleanDocument document;           ///< with the code's finding
};

/// Throws RunError(kUsage) where the range lies outside the file. With `rows`, those of a workbook too large for
/// tables go there as they come, and the document has none.
TablesReading read_tables(const std::string& path, std::optional<PageRange> range, bool by_page,
                          const FileOptions& options, const border::RowSink& rows = {});

/// The page with what each stage saw drawn over it, as a PNG or SVG file; or why not. Throws
/// RunError(kUsage) where the file has no such page.
border::Outcome<std::string> draw_page(const std::string& path, PageNumber page, border::DrawFormat format,
                                       const FileOptions& options);

}  // namespace tarang::importing
