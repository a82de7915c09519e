"""Small Word documents of one table, written as Word stores them."""
import zipfile

MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'


def cell(text):
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>'


def row(*texts, properties=''):
    return f'<w:tr>{properties}{"".join(map(cell, texts))}</w:tr>'


def write(path, columns, *rows):
    grid = '<w:gridCol w:w="2000"/>' * columns
    table = f'<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    with zipfile.ZipFile(path, 'w') as package:
        package.writestr('[Content_Types].xml', f'''<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>''')
        package.writestr('_rels/.rels', f'''<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>''')
        package.writestr('word/document.xml',
                         f'<w:document xmlns:w="{MAIN}"><w:body>{table}<w:p/><w:sectPr/></w:body></w:document>')
