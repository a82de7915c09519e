// What the formats of `tarang export` have in common.
#pragma once

#include <array>
#include <string_view>

#include "models/ledger.h"

namespace tarang::exporting {

enum class Format { kJson, kJsonl, kCsv, kXlsx, kDocx };
/// In the order of Format; also how such files' names end.
inline constexpr std::array<std::string_view, 5> kFormatNames{"json", "jsonl", "csv", "xlsx", "docx"};

/// A file that is written document by document, so that one of them is in memory at a time. Between the last
/// `add` and `finish` the file is not whole and cannot be taken for one.
class Export {
public:
    Export() = default;
    virtual ~Export() = default;
    Export(const Export&) = delete;
    Export& operator=(const Export&) = delete;

    virtual void add(const StoredDocument& document) = 0;
    virtual void finish() = 0;
};

}  // namespace tarang::exporting
