// Files out of archives: what a worker says of them, and what it does to them, is not believed.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include "host/border/document_jobs.h"

namespace tarang::border {
namespace {

class ArchiveJobs : public ::testing::Test {
protected:
    template <typename T>
    static T run(Pool& pool, Task<T> task) {
        task.start();
        while (!task.done()) pool.step();
        return task.result();
    }

    Outcome<std::vector<Member>> list(const std::string& fault) {
        Pool pool({FAKE_ENGINE, {"fake", fault}}, {}, 1);
        DocumentJobs jobs(pool, file_.get(), {});
        return run(pool, jobs.list_members({.files = 2, .bytes = 12}));
    }

    Outcome<Descriptor> unpack(const std::string& fault, std::uint64_t most = 100) {
        Pool pool({FAKE_ENGINE, {"fake", fault}}, {}, 1);
        DocumentJobs jobs(pool, file_.get(), {});
        return run(pool, jobs.unpack_member({.files = 2, .bytes = 12}, 0, most));
    }

    template <typename T>
    static EventCode code_in(const Outcome<T>& outcome) {
        const auto* code = std::get_if<EventCode>(&outcome);
        return code != nullptr ? *code : EventCode::kOk;
    }

    Descriptor file_{::open("/dev/null", O_RDONLY | O_CLOEXEC)};
};

TEST_F(ArchiveJobs, FilesAreListedWithinWhatWasAsked) {
    const auto listed = list("none");
    ASSERT_EQ(code_in(listed), EventCode::kOk);
    EXPECT_EQ(std::get<std::vector<Member>>(listed).at(1).name, "b.pdf");
    for (const char* lie :
         {"name-leads-out", "name-twice", "name-of-two-lines", "members-too-large", "a-member-more"})
        EXPECT_EQ(code_in(list(lie)), EventCode::kCrashed) << lie;
}

TEST_F(ArchiveJobs, AFileIsNobodysToChangeOnceItIsThere) {
    auto unpacked = unpack("none");
    ASSERT_EQ(code_in(unpacked), EventCode::kOk);
    const int file = std::get<Descriptor>(unpacked).get();
    char bytes[8] = {};
    EXPECT_EQ(::read(file, bytes, sizeof bytes), 6) << "from its beginning";
    EXPECT_STREQ(bytes, "%PDF-1");
    const int seals = ::fcntl(file, F_GET_SEALS);
    EXPECT_NE(seals & F_SEAL_WRITE, 0);
    EXPECT_NE(seals & F_SEAL_GROW, 0);
    EXPECT_EQ(::write(file, "x", 1), -1);
}

TEST_F(ArchiveJobs, AWorkerThatKeepsItChangeableIsNotBelieved) {
    EXPECT_EQ(code_in(unpack("seals-first")), EventCode::kCrashed);
    EXPECT_EQ(code_in(unpack("another-size")), EventCode::kCrashed);
}

/// Four megabytes: what every worker may write (for coverage's counters) is less.
TEST_F(ArchiveJobs, AWorkerWritesNoMoreThanItIsAllowed) {
    EXPECT_EQ(code_in(unpack("member-too-large", std::uint64_t{3} << 20)), EventCode::kTooLarge);
    EXPECT_EQ(code_in(unpack("member-too-large", std::uint64_t{5} << 20)), EventCode::kOk);
}

TEST_F(ArchiveJobs, OnlyTheJobThatFillsAFileMayWrite) {
    Pool pool({FAKE_ENGINE, {"fake", "member-too-large"}}, {}, 1);
    DocumentJobs jobs(pool, file_.get(), {});
    EXPECT_EQ(code_in(run(pool, jobs.unpack_member({2, 12}, 0, std::uint64_t{5} << 20))), EventCode::kOk);
    EXPECT_EQ(code_in(run(pool, jobs.unpack_member({2, 12}, 0, 1))), EventCode::kTooLarge)
        << "the same worker";
}

}  // namespace
}  // namespace tarang::border
