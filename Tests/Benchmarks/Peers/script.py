"""What a colleague writes in an afternoon: script.py FOLDER ARCHIVE

The third table and two figures of the sentences of all texts below a folder, into two tables of SQLite. Who and when is taken
from the path. No original is kept, no position and no hash; nothing is doubted, and what looks otherwise is lost.
"""

import pathlib
import re
import sqlite3
import sys
import unicodedata

CHAPTER = re.compile(r"三、收到和处理(.*?)(?:四、|$)", re.S)
CELL = re.compile(r"[^\t\n|]+")
HOTLINE = re.compile(r"12345[^。]{0,40}?(?:受理|收到|接到|派单)[^。\d]{0,10}(\d+)件")
ALLOWANCE = re.compile(r"低保[^。]{0,60}?(\d+(?:\.\d+)?)万元")


def rows_of(text):
    """Label and number of each cell: of seven numbers in a row, the label is what stands before them."""
    chapter = CHAPTER.search(text)
    label, numbers = "", []
    for cell in CELL.findall(chapter[1]) if chapter else []:
        cell = cell.strip()
        if cell.isdigit():
            numbers.append(int(cell))
            if len(numbers) == 7:
                yield from ((label, column, value) for column, value in enumerate(numbers))
                numbers = []
        elif cell:
            label, numbers = cell, []


def text_of(path):
    """Digits may be of full width, and one file in a few is in the encoding of old."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
    return unicodedata.normalize("NFKC", text)


def figures_of(text):
    for label, column, value in rows_of(text):
        yield label, column, value
    for label, pattern in (("12345", HOTLINE), ("低保金", ALLOWANCE)):
        found = pattern.search(text)
        if found:
            yield label, 0, float(found[1])


def main():
    db = sqlite3.connect(sys.argv[2])
    db.executescript("""
        CREATE TABLE report (id INTEGER PRIMARY KEY, county, township, year, UNIQUE (county, township, year));
        CREATE TABLE figure (report, label, place, value, PRIMARY KEY (report, label, place));
    """)
    with db:
        for path in pathlib.Path(sys.argv[1]).rglob("*.txt"):
            who = path.parts[-3], path.stem, int(path.parts[-2])
            report = db.execute("INSERT INTO report (county, township, year) VALUES (?, ?, ?)", who).lastrowid
            db.executemany(
                "INSERT OR REPLACE INTO figure VALUES (?, ?, ?, ?)",
                ((report, *figure) for figure in figures_of(text_of(path))))
    print(db.execute("SELECT count(*) FROM figure").fetchone()[0])


main()
