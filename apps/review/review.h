// The review server from start to stop.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "apps/review/people.h"
#include "host/import/import.h"
#include "host/import/page_pictures.h"
#include "pipeline/store/database.h"

namespace tarang::review {

struct ReviewOptions {
    std::string reviewer;                               ///< name that goes into the log
    std::optional<std::vector<std::string>> reviewers;  ///< who may check, too; none: who has a link may
    std::string address;     ///< "https://review.office.example", where a proxy answers; empty: none does
    std::uint16_t port = 0;  ///< 0: any free one
    importing::PictureOptions pictures;
    importing::ImportOptions import;  ///< how documents are read again
    int interrupt = -1;               ///< readable when the server must stop
    const journal::Journal* journal = &journal::silent();
};

/// Serves until interrupted. `background`: another connection to the same database, for documents that are
/// read again meanwhile; it is to be closed after the first. `started` gets the address to open, with its
/// token, and what became of the list of people.
void serve(store::Database& database, store::Database& background, const ReviewOptions& options,
           const std::function<void(const std::string& address, const Admitted& people)>& started);

}  // namespace tarang::review
