"""The numbers in the tables of all pages below a folder, by lxml: read_html.py FOLDER"""

import pathlib
import sys

import lxml.html

total = 0
for path in pathlib.Path(sys.argv[1]).rglob("*.html"):
    for cell in lxml.html.fromstring(path.read_bytes()).iterfind(".//td"):
        text = cell.text_content().strip()
        total += text.isdigit()
print(total)
