"""Makes the input that is named and prints the exit statuses that are right for it: large_inputs.py NAME FILE"""
import random
import sys
import zipfile

TITLE = "青禾县柳溪镇2021年政府信息公开工作年度报告"
HEAD = "<html><head><title>%s</title></head><body><p>%s</p>" % (TITLE, TITLE)
MESSAGE = (
    "From: a\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"B\"\n\n--B\n"
    "Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><p>%s</p>" % TITLE)
WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def attributes(count):
    return " ".join('a%x="%d"' % (number, number) for number in range(count))


def paragraph(text):
    return "<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text


def package(path, main, parts, target, kind):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(
            "_rels/.rels",
            '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="%s"/></Relationships>' % target)
        with file.open(target, "w") as part:
            for piece in main:
                part.write(piece)
        for name, pieces, packed in parts:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            with file.open(info, "w") as part:
                for piece in pieces:
                    part.write(piece)


def word(path, pieces, parts=()):
    body = [WORD, paragraph(TITLE).encode()] + [piece.encode() for piece in pieces] + [b"</w:body></w:document>"]
    package(path, body, parts, "word/document.xml", "docx")


def excel(path, rows, strings=None, styles=None):
    relations = (
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/>'
        '<Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>')
    parts = [
        ("xl/_rels/workbook.xml.rels", [relations.encode()], True),
        ("xl/worksheets/sheet1.xml", [b"<worksheet><sheetData>"] + rows + [b"</sheetData></worksheet>"], True)]
    if strings:
        parts.append(("xl/sharedStrings.xml", [b"<sst>"] + strings + [b"</sst>"], True))
    if styles:
        parts.append(("xl/styles.xml", [("<styleSheet>%s</styleSheet>" % styles).encode()], True))
    index = b'<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
    package(path, [index], parts, "xl/workbook.xml", "xlsx")


def openDocument(path, content):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr(
            "content.xml",
            '<o:document-content xmlns:o="o" xmlns:t="t" xmlns:x="x"><o:body><o:spreadsheet><t:table t:name="a">'
            + content + "</t:table></o:spreadsheet></o:body></o:document-content>")


def text(path, content):
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)


def noise(count):
    return random.randbytes(count)


def cells(row, columns):
    return "".join('<c r="%s%d" t="s"><v>%d</v></c>' % (chr(65 + column), row, row * columns + column)
                   for column in range(columns))


def rows(count, columns):
    return [('<row r="%d">%s</row>' % (row, cells(row, columns))).encode() for row in range(1, count)]


def members(path, contents, kind=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", kind) as file:
        for number, content in enumerate(contents):
            file.writestr("%d镇.html" % number, content)


def pdf(path):
    content = b"BT /F 12 Tf 50 700 Td (2021) Tj ET"
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n4 0 obj<</Length 34>>stream\n" + content
        + b"\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n")
    with open(path, "wb") as file:
        file.write(head + b"6 0 obj<</Length 46000000>>stream\n" + noise(46_000_000) + b"\nendstream endobj\n")
        file.write(b"trailer<</Root 1 0 R>>\n")


def sparse(path):
    with open(path, "w") as file:
        file.write(TITLE)
        file.truncate(3 << 30)


random.seed(1)
row = "行政许可\t1\t2\t3\t4\t5\t6\t7\n"
INPUTS = {
    "attributes.docx": ("65", lambda path: word(path, ["<w:p %s/>" % attributes(300_000)])),
    "nodes.docx": ("65", lambda path: word(path, ["<w:p><w:r/></w:p>" * 1000 + "<!--%s-->" % noise(2000).hex()] * 1000)),
    "expanding.docx": ("65", lambda path: word(path, ["<w:p>%s</w:p>" % noise(4000).hex() for _ in range(12_000)])),
    "pictures.docx": ("0", lambda path: word(path, [], [("word/media/image1.png", [noise(44_000_000)], False)])),
    "nodes.html": ("65", lambda path: text(path, HEAD + "<p><b>1</b></p>" * 1_500_000)),
    "attributes.html": ("65", lambda path: text(path, HEAD + "<p %s>" % attributes(300_000))),
    "picture.html": ("0", lambda path: text(path, HEAD + '<img src="data:image/png;base64,%s">' % ("QUJD" * 5_900_000))),
    "styles.html": ("65", lambda path: text(
        path, HEAD + "<style>%s</style>" % "".join("p:nth-child(%d) b{display:none}" % n for n in range(2000))
        + "<p><b>1</b></p>" * 90_000)),
    "classes.html": ("0", lambda path: text(
        path, HEAD + "<style>%s</style>" % "".join(".a%d{display:none}" % n for n in range(50_000))
        + "<p class='%s'>1</p>" % " ".join("a%d" % n for n in range(50_000)) * 20)),
    "script.html": ("0", lambda path: text(path, HEAD + '<script>var a="%s<table>";</script>' % ("<p>1</p>" * 2_900_000))),
    "wide.html": ("65", lambda path: text(
        path, HEAD + "<table>" + "<tr><td rowspan=65534 colspan=1000>1</td></tr>" * 18_000)),
    "deep.html": ("65", lambda path: text(path, HEAD + "<div>" * 3_000_000)),
    "parts.mht": ("0", lambda path: text(
        path, MESSAGE + "\n" + "--B\nContent-Type: image/png\nContent-Location: a\n\nx\n" * 500_000 + "--B--\n")),
    "quoted.mht": ("65", lambda path: text(path, MESSAGE + "=41" * 20_000_000 + "\n--B--\n")),
    "sparse.txt": ("65", sparse),
    "numbers.txt": ("65", lambda path: text(path, TITLE + "\n" + "1件" * 1_000_000)),
    "rows.txt": ("0", lambda path: text(path, TITLE + "\n" + row * 19_000)),
    "lines.txt": ("65", lambda path: text(path, TITLE + "\n" * 4_000_000)),
    "bars.txt": ("65", lambda path: text(path, TITLE + "\n" + "|" * 3_900_000)),
    "brackets.txt": ("0", lambda path: text(path, TITLE + "\n" + "（件" * 20_000 + "\n" + "(等" * 20_000)),
    "lists.txt": ("0", lambda path: text(path, TITLE + "\n" + "分别发放" * 10_000 + "\n" + "其中：" * 10_000)),
    "commas.txt": ("0", lambda path: text(path, TITLE + "\n" + "本镇认真落实各项工作要求，切实提高群众满意度，" * 5_000)),
    "headed.txt": ("0", lambda path: text(path, TITLE + "\n" + "共|" * 20_000)),
    "oneline.txt": ("0", lambda path: text(path, TITLE + "\n" + "好" * 1_300_000)),
    "fields.csv": ("65", lambda path: text(path, TITLE + "\n" + "a,1,2,3,4,5\n" * 40_000)),
    "cells.xlsx": ("65", lambda path: excel(
        path, rows(9_900, 20), [b"<si><t>%s</t></si>" % noise(5).hex().encode() for _ in range(199_000)])),
    "empty.xlsx": ("65", lambda path: excel(
        path, [b"<row>%s</row>" % b"".join(b'<c s="%d"/>' % random.randrange(9) for _ in range(1000))] * 4000)),
    "shared.xlsx": ("65", lambda path: excel(
        path, rows(3, 3), [b"<si><t>%s</t></si>" % noise(200).hex().encode() for _ in range(200_000)])),
    "sections.xlsx": ("65", lambda path: excel(
        path, rows(9_000, 20), styles='<numFmts count="1"><numFmt numFmtId="170" formatCode="%s"/></numFmts>'
        '<cellXfs count="1"><xf numFmtId="170"/></cellXfs>' % ("[&gt;1]0;" * 20_000))),
    "widths.xlsx": ("65", lambda path: excel(
        path, [("<row>%s</row>" % ('<c s="0"><v>12</v></c>' * 20)).encode()] * 9_000,
        styles='<numFmts count="1"><numFmt numFmtId="170" formatCode="0%s"/></numFmts>'
        '<cellXfs count="1"><xf numFmtId="170"/></cellXfs>' % ("?" * 254))),
    "rows.xlsx": ("0", lambda path: excel(
        path, [b'<row r="1"><c t="s"><v>0</v></c></row>'] + [
            ('<row r="%d"><c r="A%d" t="s"><v>1</v></c><c r="B%d"><v>1</v></c></row>' % (row, row, row)).encode()
            for row in range(2, 49_000)],
        [("<si><t>%s</t></si>" % text).encode() for text in (TITLE, "行政许可")])),
    "attributes.xlsx": ("65", lambda path: excel(path, [b"<row %s/>" % attributes(300_000).encode()])),
    "repeated.ods": ("65", lambda path: openDocument(
        path, '<t:table-row t:number-rows-repeated="1000000"><t:table-cell t:number-columns-repeated="16000">'
        "<x:p>1</x:p></t:table-cell></t:table-row>" * 1000)),
    "noise.pdf": ("65", pdf),
    "bomb.zip": ("1 65", lambda path: members(path, ["0" * 60_000_000] * 8, zipfile.ZIP_DEFLATED)),
    "members.zip": ("65", lambda path: members(path, [HEAD + "<p><b>%d</b></p>" % n * 800_000 for n in range(6)])),
    "constants.yaml": ("65", lambda path: text(path, "- rule: a\n  equation: " + "1 + " * 9_000_000 + "1 = 1\n")),
    "terms.yaml": ("65", lambda path: text(path, "- rule: a\n  equation: " + "a.b + " * 100_000 + "a.b = 1\n")),
    "rules.yaml": ("65", lambda path: text(path, "".join("- code: a.b%d\n  unit: 件\n" % n for n in range(150_000)))),
}
statuses, make = INPUTS[sys.argv[1]]
make(sys.argv[2])
print(statuses)
