"""Turns the pages of a PDF as other programs and people do.

drawn N    the print is drawn N degrees clockwise on paper of the other format, as a wide table on a portrait page
viewed N   the page is shown N degrees clockwise (/Rotate), as a viewer's "rotate and save" leaves it
upright N  drawn so, and shown so that it stands: what a word processor does to landscape pages among portrait ones
"""


def draw_turned(pdf, page, degrees):
    left, bottom, right, top = (float(value) for value in page.MediaBox)
    width, height = right - left, top - bottom
    matrix, box = {90: ((0, -1, 1, 0, -bottom, width + left), (height, width)),
                   180: ((-1, 0, 0, -1, right, top), (width, height)),
                   270: ((0, 1, -1, 0, top, -left), (height, width))}[degrees]
    page.contents_coalesce()
    begin = "q " + " ".join(f"{value:g}" for value in matrix) + " cm\n"
    page.Contents = pdf.make_stream(begin.encode() + page.Contents.read_bytes() + b"\nQ")
    page.MediaBox = [0, 0, *box]


def turn(path, pages):
    import pikepdf
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page, how in zip(pdf.pages, pages, strict=True):
            kind, degrees = how.split()[0], int(how.split()[1])
            if kind != "viewed":
                draw_turned(pdf, page, degrees)
            if kind != "drawn":
                page.Rotate = degrees if kind == "viewed" else 360 - degrees
        pdf.save(path, static_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
