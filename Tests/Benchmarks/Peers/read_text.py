"""The numbers in the tables of all texts below a folder, by pandas: read_text.py FOLDER"""

import io
import itertools
import pathlib
import sys

import pandas

total = 0
for path in pathlib.Path(sys.argv[1]).rglob("*.txt"):
    # A table is a run of lines cut by tabs or pipes, or one that pandas sees as lines of one cell.
    lines = path.read_text().replace("|", "\t").split("\n")
    for is_table, run in itertools.groupby(lines, key=lambda line: "\t" in line or len(line) < 60):
        run = [line for line in run if line.strip()]
        if is_table and run:
            width = max(line.count("\t") for line in run) + 1
            frame = pandas.read_csv(
                io.StringIO("\n".join(run)), sep="\t", header=None, names=range(width), dtype=str, quoting=3)
            total += int(frame.stack().str.strip().str.isdigit().sum())
print(total)
