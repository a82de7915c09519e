#include "host/import/shard.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "pipeline/receive/receive.h"

namespace tarang::importing {
namespace {

// What is whose must never change: a shard would read what another has read.
TEST(Shard, WhatANameFallsToIsFixed) {
    const auto shard_of = [](std::string_view name, int of) {
        for (int number = 1; number <= of; ++number) {
            if (has({number, of}, name)) return number;
        }
        return 0;
    };
    // By sha256sum: a7949e623819aa32 and 072a55d7fbaba66e, of which 2 is left after division by 20.
    EXPECT_EQ(shard_of("a.pdf", 20), 3);
    EXPECT_EQ(shard_of("แผน/๑.pdf", 20), 3);
    EXPECT_EQ(shard_of("a.pdf", 7), static_cast<int>(0xa7949e623819aa32 % 7 + 1));
    EXPECT_EQ(shard_of("anything", 1), 1);
}

TEST(Part, EachFileIsInOnePartWhateverTheOrder) {
    std::vector<NamedFile> files;
    for (int i = 0; i < 1000; ++i) {
        const std::string name = "in/" + std::to_string(i) + ".pdf";
        files.push_back({name, name});
    }
    std::vector<std::string> all;
    std::vector<std::set<std::string>> parts;
    for (int number = 1; number <= 8; ++number) {
        const Part part({number, 8}, files);
        all.insert(all.end(), part.paths().begin(), part.paths().end());
        parts.emplace_back(part.paths().begin(), part.paths().end());
        EXPECT_GT(part.paths().size(), 90U) << "shares are about equal";
    }
    EXPECT_EQ(all.size(), files.size());
    std::reverse(files.begin(), files.end());
    const Part again({5, 8}, files);
    EXPECT_EQ(std::set(again.paths().begin(), again.paths().end()), parts[4]);
}

TEST(Part, PlacesAreThoseOfTheWholeList) {
    const std::string folder = "/data/in/";
    const std::vector<NamedFile> files{{folder + "b.pdf", "b.pdf"}, {folder + "a.zip", "a.zip"}};
    const Part first({1, 2}, files);
    const Part second({2, 2}, files);
    for (const Part* part : {&first, &second}) {
        EXPECT_EQ(part->place_of(folder + "b.pdf")->number, 0);
        EXPECT_EQ(part->place_of(folder + "a.zip/plan/c.pdf")->number, 1) << "a file of an archive";
        EXPECT_FALSE(part->place_of(folder + "z.pdf"));
    }
    EXPECT_EQ(first.place_of(folder + "b.pdf")->list, second.place_of(folder + "b.pdf")->list);
}

TEST(Part, OneShardTellsOfEachSubmission) {
    const std::vector<NamedFile> files{{"/m/a.pdf", "a.pdf"}, {"/m/b.zip", "b.zip"}};
    const auto who_tells = [&](const SubmissionKey& key, const std::vector<std::string>& paths) {
        std::vector<int> numbers;
        for (int number = 1; number <= 4; ++number) {
            if (Part({number, 4}, files).tells(key, paths)) numbers.push_back(number);
        }
        return numbers;
    };
    EXPECT_EQ(who_tells({"1", 2567, "plan"}, {}).size(), 1U) << "nothing came";
    EXPECT_EQ(who_tells({"2", 2567, "plan"}, {"/m/gone.pdf"}).size(), 1U);
    for (const char* path : {"/m/a.pdf", "/m/b.zip/inner.pdf"}) {
        const auto tells = who_tells({"3", 2567, "plan"}, {path});
        ASSERT_EQ(tells.size(), 1U) << path;
        EXPECT_TRUE(has({tells.front(), 4}, std::string(path).substr(3, 5))) << "who has the file";
    }
}

}  // namespace
}  // namespace tarang::importing
