"""Gives a PDF that Chromium made the text layers of older programs: what is drawn stays, what it is called changes.

private_use    the replacement texts (ActualText) go: shifted marks are private-use codes, sara am is nikhahit and aa
lost_sara_am   and the nikhahit is called a space, as Word does
swapped        and every aa is called am
it9            the fonts are of the "IT๙" kind: what they draw as Thai digits is called ASCII digits
garbage        a broken map: letters are called control characters
"""
import re

SPACE, AA, AM, NIKHAHIT = 0x0020, 0x0E32, 0x0E33, 0x0E4D
THAI_ZERO, ZERO, KO_KAI, THAI_END = 0x0E50, 0x0030, 0x0E01, 0x0E5B
NAMES = {"private_use": {}, "lost_sara_am": {NIKHAHIT: SPACE}, "swapped": {NIKHAHIT: SPACE, AA: AM},
         "it9": {THAI_ZERO + digit: ZERO + digit for digit in range(10)},
         "garbage": {letter: 1 + (letter - KO_KAI) % 31 for letter in range(KO_KAI, THAI_END + 1)}}


def renamed(cmap, names):
    """The ToUnicode map with ranges written out and some characters called otherwise."""
    entries = {}
    for section in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        entries |= {int(code, 16): int(text, 16) for code, text in re.findall(r"<(\w+)>\s*<(\w{4})>", section)}
    for section in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w{4})>", section):
            entries |= {code: int(text, 16) + code - int(first, 16) for code in range(int(first, 16), int(last, 16) + 1)}
    rows = [f"<{code:04X}> <{names.get(text, text):04X}>" for code, text in sorted(entries.items())]
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
                stream = font.ToUnicode
                if stream.objgen in renewed:
                    continue
                renewed.add(stream.objgen)
                stream.write(renamed(stream.read_bytes().decode("latin-1"), NAMES[kind]).encode("latin-1"))
        pdf.save(path, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
