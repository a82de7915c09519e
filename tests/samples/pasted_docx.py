"""Word files with pictures in them, composed part by part."""
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


def write(path, body, pictures):
    """`pictures`: names, as the body calls them, and the bytes of their files."""
    listed = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/image" Target="media/{name}"/>' for name in pictures)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="d" '
                         f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>')
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, content in pictures.items():
            archive.writestr(f"word/media/{name}", content)


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
