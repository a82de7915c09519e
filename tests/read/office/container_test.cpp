// The gate: what is refused before anything is parsed. Each guard is tried on a harmless file, its limit
// lowered so that the file exceeds it.
#include "pipeline/read/office/container.h"

#include <gtest/gtest.h>

#include <random>

#include "pipeline/read/office/office.h"
#include "tests/support/office_writer.h"
#include "tests/support/pdf_writer.h"

namespace tarang::read::office {
namespace {

using test::TemporaryFile;
using test::ZipWriter;

EventCode opened(const std::string& bytes, const Limits& limits = {}) {
    const TemporaryFile file(bytes);
    const auto container = Container::open_office(file.fd(), limits);
    const auto* code = std::get_if<EventCode>(&container);
    return code == nullptr ? EventCode::kOk : *code;
}

EventCode read(const std::string& bytes, const Limits& limits = {}) {
    const TemporaryFile file(bytes);
    const auto document = read_office(file.fd(), limits);
    const auto* code = std::get_if<EventCode>(&document);
    return code == nullptr ? EventCode::kOk : *code;
}

ZipWriter two_members() {
    ZipWriter zip;
    zip.add("a.xml", std::string(100, 'a')).add("b.xml", std::string(50, 'b'));
    return zip;
}

TEST(Container, WhatIsNoZipIsDamaged) {
    EXPECT_EQ(opened(""), EventCode::kDamaged);
    EXPECT_EQ(opened("PK\x03\x04 and nothing more"), EventCode::kDamaged);
    const std::string whole = two_members().bytes();
    EXPECT_EQ(opened(whole), EventCode::kOk);
    EXPECT_EQ(opened(whole.substr(0, whole.size() - 30)), EventCode::kDamaged);
}

TEST(Container, ANameTwiceIsReadDifferentlyByTwoPrograms) {
    EXPECT_EQ(opened(two_members().add("a.xml", "other").bytes()), EventCode::kDamaged);
    EXPECT_EQ(opened(two_members().add("A.XML", "other").bytes()), EventCode::kDamaged);
}

TEST(Container, AMembersOwnVersionMayBeAnotherThanTheDirectorys) {
    test::ZipWriter zip = two_members();
    zip.add({"c.xml", "as minizip writes it", 0x800, 0, 45});
    EXPECT_EQ(opened(zip.bytes()), EventCode::kOk);
    zip.add({"d.xml", "and a size that lies", 0x800, 5, 45});
    const std::string lying = zip.bytes();
    EXPECT_EQ(opened(lying.substr(0, lying.size() - 30)), EventCode::kDamaged);
    std::string renamed = test::ZipWriter(two_members()).add({"c.xml", "x", 0x800, 0, 45}).bytes();
    renamed[renamed.find("c.xml")] = 'd';
    EXPECT_EQ(opened(renamed), EventCode::kDamaged) << "all else is still compared";
}

TEST(Container, EncryptedMembers) {
    EXPECT_EQ(opened(two_members().add({"c.xml", "secret", 0x801}).bytes()), EventCode::kEncrypted);
}

TEST(Container, LimitsOfMembersAndBytes) {
    const std::string bytes = two_members().bytes();
    Limits limits;
    limits.max_members = 1;
    EXPECT_EQ(opened(bytes, limits), EventCode::kTooComplex);
    limits = {};
    limits.max_unpacked = 149;
    EXPECT_EQ(opened(bytes, limits), EventCode::kTooComplex);
    limits.max_unpacked = 150;
    EXPECT_EQ(opened(bytes, limits), EventCode::kOk);
    limits.ratio_matters = 60;
    limits.max_ratio = 0;
    EXPECT_EQ(opened(bytes, limits), EventCode::kTooComplex);
}

TEST(Container, AMemberOfAnotherSizeThanDeclared) {
    ZipWriter zip;
    zip.add({.name = "a.xml", .bytes = "12345", .declared_more = 3});
    const TemporaryFile file(zip.bytes());
    auto container = Container::open(file.fd(), {});
    if (auto* open = std::get_if<Container>(&container)) {
        EXPECT_EQ(open->read("a.xml", [](std::string_view) { return true; }), EventCode::kDamaged);
    } else {
        EXPECT_EQ(std::get<EventCode>(container), EventCode::kDamaged);
    }
}

TEST(Container, MembersAreFoundAsOfficeProgramsFindThem) {
    const TemporaryFile file(two_members().bytes());
    auto container = Container::open(file.fd(), {});
    auto& open = std::get<Container>(container);
    EXPECT_TRUE(open.has("/A.xml"));
    EXPECT_FALSE(open.has("c.xml"));
    std::string bytes;
    EXPECT_EQ(open.read("b.xml", [&bytes](std::string_view piece) { return bytes += piece, true; }),
              EventCode::kOk);
    EXPECT_EQ(bytes, std::string(50, 'b'));
}

TEST(Office, AZipOfOtherThingsIsNoDocument) {
    EXPECT_EQ(read(two_members().bytes()), EventCode::kUnsupportedFormat);
}

TEST(Office, DocumentTypesAreRefused) {
    std::string bytes = test::docx(test::paragraph("ก"));
    EXPECT_EQ(read(bytes), EventCode::kOk);
    ZipWriter zip;
    zip.add("_rels/.rels",
            "<!DOCTYPE r [<!ENTITY e \"x\">]><Relationships "
            "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>");
    EXPECT_EQ(read(zip.bytes()), EventCode::kDamaged);
}

TEST(Office, LimitsOfDepthCellsAndNestedTables) {
    const std::string nested =
        test::docx(test::table({{test::table({{"a", "b"}}) + test::paragraph("")}, {"c"}}));
    EXPECT_EQ(read(nested), EventCode::kOk);
    Limits limits;
    limits.max_depth = 6;
    EXPECT_EQ(read(nested, limits), EventCode::kTooComplex);
    limits = {};
    limits.max_nested_tables = 1;
    EXPECT_EQ(read(nested, limits), EventCode::kTooComplex);
    limits = {};
    limits.max_cells = 3;
    EXPECT_EQ(read(nested, limits), EventCode::kTooComplex);
    limits = {};
    limits.max_text = 2;
    EXPECT_EQ(read(nested, limits), EventCode::kTooComplex);
    const std::string sheet =
        test::xlsx({{"s", "<sheetData>" + test::row_of(1, {"a", "b", "c"}) + "</sheetData>"}});
    limits = {};
    limits.max_cells = 2;
    EXPECT_EQ(read(sheet, limits), EventCode::kTooComplex);
}

/// A compound file whose directory (sector 1, followed by sector 2) has these names.
std::string compound(const std::vector<std::string>& names) {
    std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    bytes.resize(4 * 512);
    const auto put = [&bytes](std::size_t at, std::uint32_t value) {
        for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i));
    };
    put(30, 9);       // sectors of 512 bytes
    put(48, 1);       // the directory's first
    put(76, 0);       // the table's
    put(512 + 4, 2);  // 1 is followed by 2
    put(512 + 8, 0xFFFFFFFEU);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::size_t entry = 1024 + i * 128;
        for (std::size_t k = 0; k < names[i].size(); ++k) bytes[entry + 2 * k] = names[i][k];
        bytes[entry + 64] = static_cast<char>(2 * names[i].size() + 2);
    }
    return bytes;
}

TEST(Office, FilesOfOlderProgramsAndThoseWithAPassword) {
    EXPECT_EQ(read(compound({"Root Entry", "WordDocument", "1Table"})), EventCode::kUnsupportedFormat);
    EXPECT_EQ(read(compound({"Root Entry", "a", "b", "c", "EncryptionInfo", "EncryptedPackage"})),
              EventCode::kEncrypted);
    EXPECT_EQ(read(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)), EventCode::kUnsupportedFormat);
    ZipWriter odf;
    odf.add("mimetype", "application/vnd.oasis.opendocument.text")
        .add("META-INF/manifest.xml",
             "<m:manifest "
             "xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry><m:encryption-"
             "data/>"
             "</m:file-entry></m:manifest>");
    EXPECT_EQ(read(odf.bytes()), EventCode::kEncrypted);
}

/// A far-off cell must not cost its distance.
TEST(Office, SheetsAreAsLargeAsWhatTheyHold) {
    const std::string content = "<sheetData>" + test::row_of(1, {"a", "b", "c"}) +
                                "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c><c "
                                "r=\"XFC1048576\"><v>1</v></c></row></sheetData>"
                                "<mergeCells><mergeCell ref=\"B2:XFC1048575\"/></mergeCells>";
    const TemporaryFile file(test::xlsx({{"s", content}}));
    const auto document = read_office(file.fd());
    ASSERT_EQ(document.index(), 0U);
    std::size_t cells = 0;
    for (const CleanTable& table : std::get<0>(document).document.tables) cells += table.cells.size();
    EXPECT_LT(cells, 100U);
    Limits limits;
    limits.max_grid = 8;
    EXPECT_EQ(std::get<EventCode>(read_office(file.fd(), limits)), EventCode::kTooComplex);
}

/// Bytes changed, cut out, doubled and moved: a verdict each, and no crash.
class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : random_(seed) {}

    std::string change(std::string bytes) {
        const std::size_t changes = 1 + random_() % 6;
        for (std::size_t i = 0; i < changes && bytes.size() > 8; ++i) {
            const std::size_t at = random_() % bytes.size();
            const std::size_t length = std::min(bytes.size() - at, 1 + random_() % 40);
            switch (random_() % 4) {
                case 0:
                    bytes[at] = static_cast<char>(random_());
                    break;
                case 1:
                    bytes.erase(at, length);
                    break;
                case 2:
                    bytes.insert(at, bytes.substr(random_() % bytes.size(), length));
                    break;
                default:
                    bytes.replace(at, length, std::string(length, static_cast<char>(random_())));
            }
        }
        return bytes;
    }

private:
    std::mt19937 random_;
};

TEST(Office, BrokenFilesHaveAVerdictEach) {
    const std::vector<std::string> whole{
        test::docx(test::paragraph("แผน") + test::table({{"ที่", "กิจกรรม"}, {"๑", "อบรม"}})),
        test::xlsx(
            {{"s", "<sheetData>" + test::row_of(1, {"ที่", "กิจกรรม", "งบ"}) + test::row_of(2, {"1", "ก", "5"}) +
                       "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"}})};
    int refused = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed)
        refused += read(Mutator(seed).change(whole[seed % 2])) != EventCode::kOk ? 1 : 0;
    EXPECT_GT(refused, 100);
}

/// The same changes inside the parts, packed again rightly, so that they reach the parsers.
TEST(Office, BrokenPartsHaveAVerdictEach) {
    const std::string body =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r>"
        "<w:t>ก</w:t></w:r></w:p>" +
        test::table({{"ที่", "กิจกรรม"}, {"๑", "อบรม"}});
    const std::string sheet = "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols><sheetData>" +
                              test::row_of(1, {"a", "b", "c", "d"}) +
                              "<row r=\"2\"><c r=\"A2\" s=\"1\"><f>1+1</f><v>43539</v></c></row></sheetData>"
                              "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>";
    int read_well = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        Mutator mutator(seed);
        const std::string bytes =
            seed % 2 == 0 ? test::docx(mutator.change(body)) : test::xlsx({{"s", mutator.change(sheet)}});
        read_well += read(bytes) == EventCode::kOk ? 1 : 0;
    }
    EXPECT_GT(read_well, 0);
    EXPECT_LT(read_well, 300);
}

}  // namespace
}  // namespace tarang::read::office
