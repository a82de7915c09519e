// Archives: what they list, what they give out, and what is refused. Each limit is lowered until a harmless
// archive exceeds it.
#include "pipeline/read/archive/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/read/archive/file_nature.h"
#include "pipeline/read/archive/member_names.h"
#include "tests/support/office_writer.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read::archive {
namespace {

using test::TemporaryFile;
using test::ZipWriter;
using ::testing::ElementsAre;

std::variant<Archive, EventCode> opened(const TemporaryFile& file, const Limits& limits = {}) {
    return Archive::open(file.fd(), limits);
}

EventCode code_of(const std::string& bytes, const Limits& limits = {}) {
    const TemporaryFile file(bytes);
    const auto archive = opened(file, limits);
    const auto* code = std::get_if<EventCode>(&archive);
    return code == nullptr ? EventCode::kOk : *code;
}

std::string content(Archive& archive, std::size_t member, EventCode expected = EventCode::kOk) {
    std::string bytes;
    EXPECT_EQ(archive.unpack(member, [&](std::string_view piece) { return bytes += piece, true; }), expected);
    return bytes;
}

Nature nature(const std::string& bytes) {
    const TemporaryFile file(bytes);
    return nature_of(file.fd());
}

ZipWriter two_files() {
    ZipWriter zip;
    zip.add("in/", "").add("in/a.txt", "first").add("b.txt", "second");
    return zip;
}

TEST(Archive, GivesItsFilesOneByOne) {
    const TemporaryFile file(two_files().bytes());
    auto result = opened(file);
    auto& archive = std::get<Archive>(result);
    ASSERT_EQ(archive.members().size(), 2U) << "a folder is no file";
    EXPECT_EQ(archive.members()[0].name, "in/a.txt");
    EXPECT_EQ(archive.members()[0].size, 5U);
    EXPECT_EQ(content(archive, 1), "second");
    EXPECT_EQ(content(archive, 0), "first");
}

TEST(Archive, EmptyOnesAreNotDamaged) {
    const TemporaryFile file(ZipWriter().bytes());
    auto result = opened(file);
    EXPECT_TRUE(std::get<Archive>(result).members().empty());
}

TEST(Archive, LimitsOfFilesAndBytes) {
    const std::string bytes = two_files().bytes();
    EXPECT_EQ(code_of(bytes, {.max_files = 2, .max_unpacked = 11}), EventCode::kOk);
    EXPECT_EQ(code_of(bytes, {.max_files = 1}), EventCode::kTooComplex);
    EXPECT_EQ(code_of(bytes, {.max_unpacked = 10}), EventCode::kTooComplex);
}

TEST(Archive, PasswordsAndDamage) {
    EXPECT_EQ(code_of(two_files().add({"c.txt", "secret", 0x801}).bytes()), EventCode::kEncrypted);
    EXPECT_EQ(code_of(two_files().add("b.txt", "other").bytes()), EventCode::kDamaged) << "a name twice";
    const std::string whole = two_files().bytes();
    EXPECT_EQ(code_of(whole.substr(0, whole.size() - 30)), EventCode::kDamaged);
}

/// Letter case tells two files apart, unlike parts of an office file.
TEST(Archive, NamesThatDifferInCaseAreTwoFiles) {
    const TemporaryFile file(two_files().add("B.txt", "third").bytes());
    auto result = opened(file);
    auto& archive = std::get<Archive>(result);
    EXPECT_EQ(content(archive, 1), "second");
    EXPECT_EQ(content(archive, 2), "third");
}

TEST(Archive, AFileThatDoesNotUnpackCostsItselfOnly) {
    std::string bytes = two_files().bytes();
    bytes.replace(bytes.find("first"), 5, "fIrst");
    const TemporaryFile file(bytes);
    auto result = opened(file);
    auto& archive = std::get<Archive>(result);
    content(archive, 0, EventCode::kDamaged);
    EXPECT_EQ(content(archive, 1), "second");
}

TEST(Archive, WhatOfficeFilesHaveIsNoArchive) {
    EXPECT_EQ(nature(two_files().bytes()), Nature::kArchive);
    EXPECT_EQ(nature(two_files().add("B.txt", "third").bytes()), Nature::kArchive);
    EXPECT_EQ(nature(test::docx(test::paragraph("ก"))), Nature::kUnknown);
    EXPECT_EQ(nature(two_files().add("META-INF/manifest.xml", "<m/>").bytes()), Nature::kUnknown);
    EXPECT_EQ(nature("words"), Nature::kUnknown);
}

ZipWriter open_document(const std::string& kind) {
    ZipWriter zip;
    zip.add("mimetype", "application/vnd.oasis.opendocument." + kind).add("META-INF/manifest.xml", "<m/>");
    return zip;
}

TEST(FileNature, SaysWhatCanBeConvertedAndWhatCannot) {
    EXPECT_EQ(nature(open_document("text").bytes()), Nature::kOpenText);
    EXPECT_EQ(nature(open_document("spreadsheet").bytes()), Nature::kOpenSheet);
    EXPECT_EQ(nature(open_document("presentation").bytes()), Nature::kPresentation);
    EXPECT_EQ(nature(open_document("chart").bytes()), Nature::kUnknown);
    EXPECT_EQ(nature("{\\rtf1 ...}"), Nature::kRichText);
    EXPECT_EQ(nature(two_files().add("[Content_Types].xml", "").add("xl/workbook.bin", "").bytes()),
              Nature::kBinarySheet);
    EXPECT_EQ(nature(two_files().add("Index/Document.iwa", "").bytes()), Nature::kPagesOrNumbers);
    EXPECT_EQ(nature(two_files().add({"c.txt", "secret", 0x801}).bytes()), Nature::kLocked);
}

TEST(MemberNames, AreThaiInBothWritings) {
    EXPECT_THAT(member_names({"แผน/ก.pdf", "\xE1\xBC\xB9\\\xA1.pdf"}),
                ElementsAre("แผน/ก.pdf", "แผน/ก (2).pdf"));
}

TEST(MemberNames, NeverLeadOut) {
    EXPECT_THAT(member_names({"../../etc/passwd", "/a//./b", "..", "/", "C:\\x\\y.doc"}),
                ElementsAre("_/_/etc/passwd", "a/b", "_", "_ (2)", "C:/x/y.doc"));
    EXPECT_THAT(member_names({"a\nb\x1B[31m.pdf"}), ElementsAre("a_b_[31m.pdf"));
}

TEST(MemberNames, StayApart) {
    EXPECT_THAT(member_names({"a.pdf", "a.pdf", "a (2).pdf", ".x", "./.x"}),
                ElementsAre("a.pdf", "a (2).pdf", "a (2) (2).pdf", ".x", ".x (2)"));
}

TEST(MemberNames, AreCutInFrontAtALetter) {
    std::string long_name;
    for (int i = 0; i < 400; ++i) long_name += "ก";
    const std::string cut = member_names({long_name + ".pdf"}).front();
    EXPECT_EQ(cut.size(), 3U * 332 + 4);
    EXPECT_TRUE(cut.starts_with("ก"));
    EXPECT_TRUE(cut.ends_with(".pdf"));
}

}  // namespace
}  // namespace tarang::read::archive
