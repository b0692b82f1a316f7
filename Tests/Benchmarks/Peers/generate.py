"""Writes reports of made-up townships: generate.py FORMAT COUNT FOLDER [--first N] [--years Y,Y…]

The texts are those of the sample data under other names; FORMAT is text, html or docx. A county has fourteen townships; after
38,700 townships, a country, come those of the next year of the list.
"""

import argparse
import html
import itertools
import pathlib
import re
import zipfile

SAMPLES = pathlib.Path(__file__).resolve().parents[3] / "SampleData" / "青禾县"
SYLLABLES = "上下东西南北前后大小长青白石柳古望河山林田桥塘沟坪岭湾泉安和平兴永福康宁新华明光春丰金龙凤云玉秀川峰竹松梅荷"
COUNTRY = 38_700
MODELS = ["古渡镇", "望湖街道", "柳溪镇", "白杨镇", "石桥乡"]
TOWNSHIPS_IN_COUNTY = 14

CONTENT_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""


def names():
    """Names of two characters, never twice the same."""
    return ["".join(pair) for pair in itertools.permutations(SYLLABLES, 2)]


def decoded(text):
    """One of the samples is in GB18030."""
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("gb18030")


def templates_of(year, wants_rows):
    """The sample reports of the year by township; only those whose table rows are lines, if rows are wanted."""
    texts = {path.stem: decoded(path.read_bytes()) for path in (SAMPLES / str(year)).glob("*.txt")}
    if not wants_rows:
        return texts
    return {name: text for name, text in texts.items() if re.search("^[^\t\n]+\t.*\t", text, re.M)}


def model_of(place, texts):
    """The sample that a place goes by: the same in every year that has it, so that its figures go on."""
    model = MODELS[place % len(MODELS)]
    return model if model in texts else sorted(texts)[place % len(texts)]


def blocks(text):
    """The paragraphs, and the tables as lists of rows."""
    for is_table, lines in itertools.groupby(text.split("\n"), key=lambda line: "\t" in line):
        if is_table:
            yield [line.split("\t") for line in lines]
        else:
            yield from (line for line in lines if line.strip())


def as_html(text):
    parts = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>年报</title></head><body>"]
    for block in blocks(text):
        if isinstance(block, str):
            parts.append(f"<p>{html.escape(block)}</p>")
        else:
            rows = ("".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row) for row in block)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
    return "\n".join(parts) + "</body></html>"


def as_docx(text, path):
    def paragraph(words):
        return f"<w:p><w:r><w:t>{html.escape(words)}</w:t></w:r></w:p>"

    body = []
    for block in blocks(text):
        if isinstance(block, str):
            body.append(paragraph(block))
        else:
            rows = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in block)
            body.append("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + "".join(body) + "</w:body></w:document>")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", CONTENT_TYPES)
        file.writestr("_rels/.rels", RELATIONS)
        file.writestr("word/document.xml", document)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("format", choices=["text", "html", "docx"])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--years", default="2022,2021,2019")
    options = parser.parse_args()
    years = [int(year) for year in options.years.split(",")]
    places = names()
    templates = {year: templates_of(min(max(year, 2019), 2022), options.format != "text") for year in years}
    for number in range(options.first, options.first + options.count):
        year = years[number // COUNTRY % len(years)]
        county, township = divmod(number % COUNTRY, TOWNSHIPS_IN_COUNTY)
        sample_year = min(max(year, 2019), 2022)
        model = model_of(number % COUNTRY, templates[year])
        text = templates[year][model]
        # Names come again in other counties, as they do in the country.
        name = places[(county * 7 + township) % len(places)] + "镇"
        text = text.replace(f"{model}办事处", f"{name}人民政府").replace(model, name)
        text = text.replace("青禾县", f"{places[county]}县")
        if year != sample_year:
            shift = year - sample_year
            text = re.sub(r"20[12]\d(?=年)", lambda found: str(int(found[0]) + shift), text)
        folder = options.folder / f"{places[county]}县" / str(year)
        folder.mkdir(parents=True, exist_ok=True)
        if options.format == "text":
            (folder / f"{name}.txt").write_text(text)
        elif options.format == "html":
            (folder / f"{name}.html").write_text(as_html(text))
        else:
            as_docx(text, folder / f"{name}.docx")


main()
