#include "lib/thai/text_repair.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "lib/thai/chars.h"
#include "lib/thai/compare.h"
#include "lib/thai/repair_rules.h"
#include "lib/thai/utf8.h"

namespace tarang::thai {
namespace {

TEST(TextRepair, EachFault) {
    EXPECT_EQ(repair_text("สํานักงาน นํ้า น้ํา"), "สำนักงาน น้ำ น้ำ");
    EXPECT_EQ(repair_text("น\u0E4D\u0E33 น\u0E4D\u0E49\u0E33 ทำ"), "นำ น้ำ ทำ")
        << "the second glyph goes by the name of the whole";
    EXPECT_EQ(repair_text("ป\uF710น\uF706"), "ปัน้");
    EXPECT_EQ(repair_text("หน้้า"), "หน้า");
    EXPECT_EQ(repair_text("เเผน"), "แผน");
    EXPECT_EQ(repair_text("ท่ี นำ้ หนา้"), "ที่ น้ำ หน้า");
    EXPECT_EQ(repair_text("ได ้"), "ได้");
    EXPECT_EQ(repair_text("\uF0FE ใช่ \uF0A8 ไม่"), "☑ ใช่ ☐ ไม่");
    EXPECT_EQ(repair_text("a\xFFz"), "a\uFFFDz");
}

TEST(TextRepair, RightTextStays) {
    for (const char* text : {"สิทธิ์ พันธุ์ จำ ทรัพย์", "๑๕๙,๑๐๐.-", "ภาษา English (ITA)", "เ เ", "ต่าง ๆ", ""}) {
        EXPECT_EQ(repair_text(text), to_nfc(text)) << text;
    }
}

/// Random text of the characters that the rules are about.
rc::Gen<std::u32string> thai_text() {
    const std::u32string alphabet =
        U"กขญฐดนปฟศาำะเแไ\u0E31\u0E34\u0E35\u0E37\u0E38\u0E39\u0E47\u0E48\u0E49\u0E4C\u0E4D"
        U"๑9 \nA\uF701\uF706\uF70F\uF712\uF71A\uF88C\uF0FE\uFFFD\u0301";
    return rc::gen::container<std::u32string>(rc::gen::elementOf(alphabet));
}

std::u32string bases_of(const std::u32string& text) {
    std::u32string bases;
    for (const char32_t c : text) {
        const char32_t thai = thai_of_private_use(c);
        const char32_t known = thai == 0 ? c : thai;
        if (is_consonant(known) || is_digit(known)) bases.push_back(known);
    }
    std::sort(bases.begin(), bases.end());
    return bases;
}

TEST(TextRepairProperty, Idempotent) {
    EXPECT_TRUE(rc::check([] {
        const std::string once = repair_text(encode(*thai_text()));
        RC_ASSERT(repair_text(once) == once);
    }));
}

TEST(TextRepairProperty, NeverDropsALetter) {
    EXPECT_TRUE(rc::check([] {
        const std::u32string text = *thai_text();
        RC_ASSERT(bases_of(decode(repair_text(encode(text)))) == bases_of(text));
    }));
}

TEST(TextRepairProperty, AnyBytesGiveValidText) {
    EXPECT_TRUE(rc::check([](const std::string& bytes) { RC_ASSERT(is_valid_utf8(repair_text(bytes))); }));
}

}  // namespace
}  // namespace tarang::thai
