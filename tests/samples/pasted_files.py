"""Word files and workbooks with pictures in them, composed part by part."""
import struct
import zipfile

NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in (
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("v", "urn:schemas-microsoft-com:vml")))
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
POINT = 12_700  # EMU


def paragraph(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(rows):
    cells = "".join("<w:tr>" + "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{cells}</w:tbl>"


def blip(name, width, height, crop=""):
    return (f'<wp:extent cx="{width * POINT}" cy="{height * POINT}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
            f'<a:blip r:embed="{name}"/>{crop}</pic:blipFill><pic:spPr><a:xfrm><a:ext cx="{width * POINT}" cy="{height * POINT}"/>'
            "</a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>")


def inline(name, width=451, height=638, crop=""):
    """A picture that stands in its paragraph like a letter; as wide as A4 paper's text by default."""
    return f"<w:p><w:r><w:drawing><wp:inline>{blip(name, width, height, crop)}</wp:inline></w:drawing></w:r></w:p>"


def anchored(name, width=595, height=842):
    """A picture laid over the page."""
    return f'<w:p><w:r><w:drawing><wp:anchor behindDoc="0">{blip(name, width, height)}</wp:anchor></w:drawing></w:r></w:p>'


def vml(name, width=451, height=638):
    return (f'<w:p><w:r><w:pict><v:shape style="width:{width}pt;height:{height}pt"><v:imagedata r:id="{name}"/></v:shape>'
            "</w:pict></w:r></w:p>")


def relations(*listed):
    """`listed`: id, kind, target."""
    entries = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in listed)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def write_parts(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def write(path, body, pictures):
    """A Word file. `pictures`: names, as the body calls them, and the bytes of their files."""
    write_parts(path, {
        "_rels/.rels": relations(("d", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*((name, "image", f"media/{name}") for name in pictures)),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    } | {f"word/media/{name}": content for name, content in pictures.items()})


def write_sheet(path, rows, picture, width=451, height=638):
    """A workbook of one sheet, over which a picture lies."""
    texts = "".join("<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row) + "</row>" for row in rows)
    sheet = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}"'
    drawing = ('xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
               f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{OFFICE}"')
    write_parts(path, {
        "_rels/.rels": relations(("b", "officeDocument", "book.xml")),
        "book.xml": f'<workbook {sheet}><sheets><sheet name="s" sheetId="1" r:id="s"/></sheets></workbook>',
        "_rels/book.xml.rels": relations(("s", "worksheet", "sheet.xml")),
        "sheet.xml": f'<worksheet {sheet}><sheetData>{texts}</sheetData><drawing r:id="d"/></worksheet>',
        "_rels/sheet.xml.rels": relations(("d", "drawing", "drawing.xml")),
        "drawing.xml": f'<xdr:wsDr {drawing}><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:row>9</xdr:row></xdr:from>'
                       f'<xdr:ext cx="{width * POINT}" cy="{height * POINT}"/><xdr:pic><xdr:blipFill><a:blip r:embed="p"/></xdr:blipFill>'
                       "</xdr:pic></xdr:oneCellAnchor></xdr:wsDr>",
        "_rels/drawing.xml.rels": relations(("p", "image", "picture")),
        "picture": picture,
    })


def pages_of_tiff(content):
    """Each page of a TIFF file as a file of its own: the directory of pages begins and ends with it."""
    order = "<" if content[:2] == b"II" else ">"
    place, pages = struct.unpack_from(order + "I", content, 4)[0], []
    while place:
        end = place + 2 + 12 * struct.unpack_from(order + "H", content, place)[0]
        page = bytearray(content)
        struct.pack_into(order + "I", page, 4, place)
        struct.pack_into(order + "I", page, end, 0)
        pages.append(bytes(page))
        place = struct.unpack_from(order + "I", content, end)[0]
    return pages
