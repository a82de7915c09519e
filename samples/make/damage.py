"""Gives a PDF that Chromium made the text layers of other programs: what is drawn stays, what it is called changes.

private_use    the replacement texts (ActualText) go: shifted marks are private-use codes, sara am is nikhahit and aa
lost_sara_am   and the nikhahit is called a space, as Word does
swapped        and every aa is called am
it9            the fonts are of the "IT๙" kind: what they draw as Thai digits is called ASCII digits
garbage        a broken map: letters are called control characters
unknown        and their fonts tell nothing: own map and name are gone, and all glyphs are drawn anew in another em
office         glyphs are called by their first use: the nikhahit a tone, aa am, low tones vowels
no_map         a report generator's: no map of codes at all
straight_line  a printer driver's: names run on over the gap in the Thai block, digits are vowels; the font's own map and
               name are gone
cluster        Distiller's: a letter with its mark on the first glyph, U+FFFD on the marks; the font's own map is gone
letters        an old LibreOffice's: marks are called by a letter they stood on; the font's own map is gone
"""
import io
import re

SPACE, AA, AM, NIKHAHIT, REPLACEMENT = 0x0020, 0x0E32, 0x0E33, 0x0E4D, 0xFFFD
THAI_ZERO, ZERO, KO_KAI, NO_NU, THAI_END = 0x0E50, 0x0030, 0x0E01, 0x0E19, 0x0E5B
MAI_EK, MAI_THO, SARA_U, SARA_UU, THANTHAKHAT, SARA_E, GAP = 0x0E48, 0x0E49, 0x0E38, 0x0E39, 0x0E4C, 0x0E40, 4
LOW_MAI_EK, LOW_MAI_THO, SHIFTED = 0xF70A, 0xF70B, range(0xF701, 0xF71B)
MARKS = [0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F), *SHIFTED]
# What characters are called instead: another one, or a text.
NAMES = {"private_use": {}, "lost_sara_am": {NIKHAHIT: SPACE}, "swapped": {NIKHAHIT: SPACE, AA: AM},
         "it9": {THAI_ZERO + digit: ZERO + digit for digit in range(10)},
         "garbage": {letter: 1 + (letter - KO_KAI) % 31 for letter in range(KO_KAI, THAI_END + 1)},
         "unknown": {letter: 1 + (letter - KO_KAI) % 31 for letter in range(KO_KAI, THAI_END + 1)},
         "office": {NIKHAHIT: MAI_THO, AA: AM, LOW_MAI_EK: SARA_U, LOW_MAI_THO: SARA_UU},
         "no_map": {},
         "straight_line": {letter: letter - GAP for letter in range(SARA_E, THAI_END + 1)}
                          | {ZERO + digit: SARA_E + digit for digit in range(10)},
         "cluster": {mark: REPLACEMENT for mark in MARKS} | {NO_NU: chr(NO_NU) + chr(THANTHAKHAT)},
         "letters": {mark: KO_KAI + place % 40 for place, mark in enumerate(MARKS)}}
WITHOUT_OWN_MAP = {"straight_line", "cluster", "letters", "unknown"}
NAMELESS = {"straight_line", "unknown"}
ANOTHER_EM = {"unknown"}


def hexadecimal(name):
    return "".join(f"{ord(c):04X}" for c in name) if isinstance(name, str) else f"{name:04X}"


def renamed(cmap, names):
    """The ToUnicode map with ranges written out and some characters called otherwise."""
    entries = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        entries |= {int(code, 16): int(text, 16) for code, text in re.findall(r"<(\w+)>\s*<(\w{4})>", section)}
    for section in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w{4})>", section):
            entries |= {code: int(text, 16) + code - int(first, 16) for code in range(int(first, 16), int(last, 16) + 1)}
    rows = [f"<{code:04X}> <{hexadecimal(names.get(text, text))}>" for code, text in sorted(entries.items())]
    blocks = [rows[at:at + 100] for at in range(0, len(rows), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    head, tail = cmap[:cmap.index("endcodespacerange")] + "endcodespacerange\n", cmap[cmap.index("endcmap"):]
    return head + body + "\n" + tail


def without_replacements(pikepdf, page):
    """The page's content without marked spans that say what their glyphs mean."""
    kept, spans = [], []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            spans.append(name == "BDC" and str(operands[0]) == "/Span")
            if spans[-1]:
                continue
        if name == "EMC" and spans.pop():
            continue
        kept.append((operands, operator))
    return pikepdf.unparse_content_stream(kept)


def called_it9(pikepdf, font):
    """The names of such fonts end in the digit that they draw."""
    descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    name = pikepdf.Name(str(font.BaseFont) + "IT9")
    font.BaseFont = descendant.BaseFont = descendant.FontDescriptor.FontName = name


def without_own_map(program, another_em):
    """The font as such programs embed it: its glyphs in their order, and nothing that says what they are."""
    from fontTools.ttLib import TTFont, scaleUpem
    font, stripped = TTFont(io.BytesIO(program), recalcTimestamp=False), io.BytesIO()
    for table in ("cmap", "GSUB", "GPOS", "GDEF", "post", "name"):
        if table in font:
            del font[table]
    if another_em:
        scaleUpem.scale_upem(font, font["head"].unitsPerEm * 2 + 1)
    font.save(stripped)
    return stripped.getvalue()


def nameless(pikepdf, font, number):
    descendant = font.DescendantFonts[0]
    font.BaseFont = descendant.BaseFont = descendant.FontDescriptor.FontName = pikepdf.Name(f"/CIDFont+F{number}")


def damage_font(pikepdf, font, kind, number):
    program = font.DescendantFonts[0].FontDescriptor.FontFile2
    if kind in WITHOUT_OWN_MAP:
        program.write(without_own_map(program.read_bytes(), kind in ANOTHER_EM))
    if kind in NAMELESS:
        nameless(pikepdf, font, number)
    if kind == "no_map":
        del font.ToUnicode
    else:
        font.ToUnicode.write(renamed(font.ToUnicode.read_bytes().decode("latin-1"), NAMES[kind]).encode("latin-1"))


def damage(path, kind):
    import pikepdf
    renewed = set()  # pages share fonts
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(without_replacements(pikepdf, page))
            for name in page.Resources.Font.keys():
                font = page.Resources.Font[name]
                if kind == "it9" and not str(font.BaseFont).endswith("IT9"):
                    called_it9(pikepdf, font)
                if font.objgen not in renewed:
                    renewed.add(font.objgen)
                    damage_font(pikepdf, font, kind, len(renewed))
        pdf.save(path, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
