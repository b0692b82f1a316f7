"""The numbers in the tables of all Word documents below a folder, by python-docx: read_docx.py FOLDER"""

import pathlib
import sys

import docx

total = 0
for path in pathlib.Path(sys.argv[1]).rglob("*.docx"):
    for table in docx.Document(path).tables:
        # Of each row's own cells: python-docx's `row.cells` is much slower.
        for cell in table._tbl.iter_tcs():
            total += "".join(node.text or "" for node in cell.xpath(".//w:t")).strip().isdigit()
print(total)
