#include "pipeline/receive/signature.h"

#include <gtest/gtest.h>

#include <string>

namespace tarang::receive {
namespace {

using namespace std::string_literals;
using Kind = std::variant<DocumentKind, EventCode>;

TEST(Signature, DocumentsAreKnownByTheirFirstBytes) {
    EXPECT_EQ(kind_by_signature("%PDF-1.4\n"), Kind(DocumentKind::kPdf));
    EXPECT_EQ(kind_by_signature("\x89PNG\r\n\x1A\n...."), Kind(DocumentKind::kPng));
    EXPECT_EQ(kind_by_signature("\xFF\xD8\xFF\xE0"), Kind(DocumentKind::kJpeg));
    EXPECT_EQ(kind_by_signature("II*\0\x08"s), Kind(DocumentKind::kTiff));
    EXPECT_EQ(kind_by_signature("MM\0*\0"s), Kind(DocumentKind::kTiff));
}

TEST(Signature, PdfMayStartLate) {
    EXPECT_EQ(kind_by_signature(std::string(1019, ' ') + "%PDF-"), Kind(DocumentKind::kPdf));
    EXPECT_EQ(kind_by_signature(std::string(1020, ' ') + "%PDF-"), Kind(EventCode::kNotADocument));
}

TEST(Signature, WhatStandsFirstOutweighsAPdfBehindIt) {
    EXPECT_EQ(kind_by_signature("PK\x03\x04....report.pdf%PDF-1.4"), Kind(DocumentKind::kZip));
    EXPECT_EQ(kind_by_signature("PK\x05\x06"), Kind(DocumentKind::kZip)) << "an empty one";
    EXPECT_EQ(kind_by_signature("\x89PNG\r\n\x1A\n%PDF-1.4"), Kind(DocumentKind::kPng));
}

TEST(Signature, ATarIsNoReportThoughOneBeginsInIt) {
    const std::string first = "report.pdf" + std::string(247, '\0') + "ustar\0" + "00";
    EXPECT_EQ(kind_by_signature(first + std::string(512 - first.size(), '\0') + "%PDF-1.4"),
              Kind(EventCode::kUnsupportedFormat));
}

TEST(Signature, OtherFormatsAreNamedAsSuch) {
    for (const std::string& bytes : {"PK\x07\x08"s,
                                     "\0\0\0\x18"
                                     "ftypheic"s,
                                     "7z\xBC\xAF\x27\x1C"s, "GIF89a"s, "RIFF\1\1\1\1WEBP"s,
                                     "BM\x46\0\0\0\0\0\0\0\x36\0\0\0"s, "%!PS-Adobe"s}) {
        EXPECT_EQ(kind_by_signature(bytes), Kind(EventCode::kUnsupportedFormat)) << bytes;
    }
}

TEST(Signature, MailsAreKnownByTheirHead) {
    EXPECT_EQ(kind_by_signature("From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n y\r\n"),
              Kind(DocumentKind::kMail));
    EXPECT_EQ(kind_by_signature("Received: from a\n\tby b\nReceived: by c\nMIME-Version: 1.0\n"),
              Kind(DocumentKind::kMail));
    EXPECT_EQ(kind_by_signature("Subject: plan\r\nDate: today\r\n\r\nFrom: nobody"),
              Kind(EventCode::kNotADocument));
    EXPECT_EQ(kind_by_signature("To: all\nWe meet at ten. From: here\nSubject: x\nDate: y\n"),
              Kind(EventCode::kNotADocument));
}

TEST(Signature, WhatIsNoDocumentIsToldApart) {
    EXPECT_EQ(nature_by_signature("\0\0\0\x18"
                                  "ftypheic"s),
              Nature::kHeic);
    EXPECT_EQ(nature_by_signature("\0\0\0\x18"
                                  "ftypisom"s),
              Nature::kUnknown);
    EXPECT_EQ(nature_by_signature("Rar!\x1A\x07\0"s), Nature::kOtherArchive);
    EXPECT_EQ(nature_by_signature("L\0\0\0\x01\x14\x02\0\0\0\0\0\xC0"s), Nature::kShortcut);
    EXPECT_EQ(nature_by_signature("BM\x46\0\0\0\0\0\0\0\x36\0\0\0"s), Nature::kPicture);
    EXPECT_EQ(nature_by_signature("\xEF\xBB\xBF\r\n<!DOCTYPE HTML>"), Nature::kWebPage);
    EXPECT_EQ(nature_by_signature("\xE1\xBC\xB9\xA7\xD2\xB9 2567"), Nature::kOldThaiText);
    EXPECT_EQ(nature_by_signature("<table border=1><tr>"), Nature::kWebPage);
    EXPECT_EQ(nature_by_signature("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>"),
              Nature::kOfficeXml);
    EXPECT_EQ(nature_by_signature("<?xml version=\"1.0\"?><w:wordDocument "
                                  "xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\">"),
              Nature::kOfficeXml);
    EXPECT_EQ(nature_by_signature("\xEF\xBB\xBFที่,กิจกรรม\r\n๑,อบรม"), Nature::kPlainText);
    EXPECT_EQ(nature_by_signature("กิจกรร\xE0\xB8"), Nature::kPlainText)
        << "a letter cut by the first bytes' end";
    EXPECT_EQ(nature_by_signature("words\x01"), Nature::kUnknown);
    EXPECT_EQ(nature_by_signature(""), Nature::kUnknown);
}

TEST(Signature, TheRestIsNoDocument) {
    for (const std::string& bytes :
         {"hello"s, "%PDF"s, "BMW and other words"s, "\xFF\xD8"s, "<html>"s, "P"s, "\0"s}) {
        EXPECT_EQ(kind_by_signature(bytes), Kind(EventCode::kNotADocument)) << bytes;
    }
    EXPECT_EQ(kind_by_signature(""), Kind(EventCode::kEmpty));
}

}  // namespace
}  // namespace tarang::receive
