// Mails: which files hang on them, and what they are called.
#include "pipeline/read/archive/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/read/archive/archive.h"
#include "pipeline/read/archive/mime.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read::archive {
namespace {

using test::TemporaryFile;
using ::testing::ElementsAre;

constexpr std::string_view kMail =
    "From: school@example.org\r\nTo: office@example.org\r\nSubject: plan\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed;\r\n boundary=\"=_outer\"\r\n\r\n"
    "for programs without MIME\r\n"
    "--=_outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n"
    "--inner\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nwords\r\n"
    "--inner\r\nContent-Type: text/html\r\n\r\n<p>words</p>\r\n--inner--\r\n"
    "--=_outer\r\nContent-Type: application/pdf; name=\"=?UTF-8?B?4LmB4Lic4LiZLnBkZg==?=\"\r\n"
    "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\nJVBERi0x\r\nLjQ=\r\n"
    "--=_outer\r\nContent-Type: text/csv; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Disposition: attachment; filename*=UTF-8''%E0%B8%81.csv\r\n\r\na=3Db,=\r\nc\r\nd  \r\n"
    "--=_outer\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nhello\r\n"
    "--=_outer--\r\nand after it\r\n";

struct File {
    std::string name;
    std::string content;
    bool operator==(const File&) const = default;
    friend void PrintTo(const File& file, std::ostream* out) { *out << file.name << ": " << file.content; }
};

std::vector<File> files_of(std::string_view mail) {
    const TemporaryFile file(mail);
    auto opened = Archive::open_mail(file.fd());
    std::vector<File> files;
    auto& archive = std::get<Archive>(opened);
    for (std::size_t i = 0; i < archive.members().size(); ++i) {
        File found{archive.members()[i].name, {}};
        EXPECT_EQ(archive.unpack(i, [&](std::string_view piece) { return found.content += piece, true; }),
                  EventCode::kOk);
        EXPECT_LE(found.content.size(), archive.members()[i].size);
        files.push_back(std::move(found));
    }
    return files;
}

EventCode code_with(const MailLimits& limits) {
    const TemporaryFile file(kMail);
    const auto mail = Mail::open(file.fd(), limits);
    const auto* code = std::get_if<EventCode>(&mail);
    return code == nullptr ? EventCode::kOk : *code;
}

TEST(Mail, GivesWhatHangsOnIt) {
    EXPECT_THAT(files_of(kMail), ElementsAre(File{"แผน.pdf", "%PDF-1.4"}, File{"ก.csv", "a=b,c\r\nd"},
                                             File{"mail.eml", "Subject: inner\r\n\r\nhello"}));
}

TEST(Mail, LineBreaksOfUnixAreAsGood) {
    std::string unix_mail(kMail);
    std::erase(unix_mail, '\r');
    const auto files = files_of(unix_mail);
    ASSERT_EQ(files.size(), 3U);
    EXPECT_EQ(files[0].content, "%PDF-1.4");
}

TEST(Mail, WordsAloneAreNoFile) {
    EXPECT_THAT(files_of("From: a\r\nTo: b\r\nSubject: c\r\n\r\nhello"), ElementsAre());
    EXPECT_THAT(files_of("From: a\r\nTo: b\r\nSubject: c"), ElementsAre()) << "without a body";
}

/// A mail that is one PDF, and no multipart.
TEST(Mail, AMailThatIsAFile) {
    EXPECT_THAT(
        files_of(
            "From: a\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0x"),
        ElementsAre(File{"attachment", "%PDF-1"}));
}

TEST(Mail, WhatIsCutGivesWhatIsThere) {
    const std::string cut(kMail.substr(0, kMail.find("LjQ=")));
    EXPECT_THAT(files_of(cut), ElementsAre(File{"แผน.pdf", "%PDF-1"}));
}

TEST(Mail, LimitsOfBytesPartsAndDepth) {
    EXPECT_EQ(code_with({}), EventCode::kOk);
    EXPECT_EQ(code_with({.max_bytes = 100}), EventCode::kTooComplex);
    EXPECT_EQ(code_with({.max_parts = 6}), EventCode::kTooComplex);
    EXPECT_EQ(code_with({.max_depth = 1}), EventCode::kTooComplex);
}

TEST(Mail, AnyBytesAreAMailOfSomeKind) {
    std::string bytes(kMail);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 0x15);
        static_cast<void>(files_of(changed));
    }
}

TEST(Mime, Parameters) {
    EXPECT_EQ(parameter("a/b; name=plain.pdf; x=y", "NAME"), "plain.pdf");
    EXPECT_EQ(parameter("a/b; name=\"a \\\"b\\\"; c.pdf\"", "name"), "a \"b\"; c.pdf");
    EXPECT_EQ(parameter("a/b; name*0=\"long \"; name*1=\"name.pdf\"", "name"), "long name.pdf");
    EXPECT_EQ(parameter("a/b; name*0*=utf-8'th'%E0%B8%81; name*1*=%E0%B8%82; name*2=.pdf", "name"), "กข.pdf");
    EXPECT_EQ(parameter("a/b; name*=tis-620''%A1.pdf", "name"), "ก.pdf");
    EXPECT_EQ(parameter("a/b", "name"), "");
    EXPECT_EQ(parameter("a/b; name", "name"), "");
    EXPECT_EQ(parameter("a/b; name=\"never closed", "name"), "never closed");
}

TEST(Mime, EncodedWords) {
    EXPECT_EQ(decoded_words("=?TIS-620?Q?=E1=BC=B9_1?= =?utf-8?b?LnBkZg==?="), "แผน 1.pdf");
    EXPECT_EQ(decoded_words("a =?utf-8?q?b?= c"), "a b c");
    EXPECT_EQ(decoded_words("=?koi8-r?q?x?= =?utf-8?q?"), "=?koi8-r?q?x?= =?utf-8?q?");
}

TEST(Mime, HeadersAreUnfoldedAndTheFirstCounts) {
    const std::string_view header = "A: one\r\n two\r\n\tthree\r\nB: x\r\nA: other\r\n";
    EXPECT_EQ(header_field(header, "a"), "one two three");
    EXPECT_EQ(header_field(header, "c"), "");
}

}  // namespace
}  // namespace tarang::read::archive
