#!/usr/bin/env python3
"""Does hasil.json say what the GeoPackage says? Python's sqlite3 reads the GeoPackage, json the other.

    tests/web/check_data.py RESULT
"""
import hashlib
import json
import sqlite3
import sys
from pathlib import Path

result = Path(sys.argv[1])
data = json.loads((result / "tiles/hasil.json").read_text())
tables = sqlite3.connect(f"file:{result / 'krb.gpkg'}?mode=ro", uri=True)
HALF = 0.005000001  # figures are rounded to 0.01


def number(query, *values):
    return tables.execute(query, values).fetchone()[0]


def near(shown, figure, parts=1):
    assert abs(shown - figure) <= parts * HALF, f"{shown} is not {figure}"


def near_tenth(shown, figure, times=1):
    """People from a bin of a histogram on are to 0.1; `figure` may be one rounded to 0.01 itself."""
    assert abs(shown - figure) <= times * (0.05 + HALF), f"{shown} is not {figure}"


def dense(runs, hazard):
    """Every bin, from the runs [first bin, people, ...] of those with people."""
    bins = [0] * max(0, len(next(h for h in data["hazards"] if h["id"] == hazard)["edges"]) - 1)
    for first, *people in runs:
        assert people[0] > 0 and people[-1] > 0 and min(people) >= 0, runs
        bins[first:first + len(people)] = people
    return bins


def exact_bins(layer, code, hazard, count):
    """The sum of the histograms of a zone or of an area's zones, in the GeoPackage."""
    column = "kode" if layer == "zona" else "kode_" + layer.removeprefix("zona_")
    bins = [0] * count
    for (text,) in tables.execute(f"SELECT h.jiwa FROM histogram h JOIN zona z ON z.kode = h.kode WHERE h.bahaya = ? "
                                  f"AND z.{column} = ?", (hazard, code)):
        for place, people in enumerate(json.loads(text)):
            bins[place] += people
    return bins


checked = 0
for level in data["levels"]:
    layer = level["id"]
    zones = data["zones"][layer]
    assert len(zones) == number(f"SELECT count(*) FROM {layer}")
    assert len({zone["id"] for zone in zones}) == len(zones)
    for zone in zones:
        near(zone["people"], number(f"SELECT penduduk FROM {layer} WHERE kode = ?", zone["code"]))
        near(zone["ha"], number(f"SELECT luas_ha FROM {layer} WHERE kode = ?", zone["code"]))
        west, south, east, north = zone["bbox"]
        assert west < east and south < north
        for hazard, figures in zone["hazards"].items():
            people = number(f"SELECT {hazard}_jiwa FROM {layer} WHERE kode = ?", zone["code"])
            area = number(f"SELECT {hazard}_ha FROM {layer} WHERE kode = ?", zone["code"])
            assert ("people" in figures) == (people is not None), (layer, zone["code"], hazard)
            if people is None:
                continue
            near(sum(figures["people"]), people, len(figures["people"]))
            near(sum(figures["ha"]), area, len(figures["ha"]))
            bins = dense(figures.get("histogram", []), hazard)
            exact = exact_bins(level["id"], zone["code"], hazard, len(bins))
            for first in range(len(bins)):
                near_tenth(sum(bins[first:]), sum(exact[first:]))
            # Each class is the sum of its bins: what is from its first one on, less what is from the next class on.
            per_class = len(bins) // len(figures["people"])
            for place, exposed in enumerate(figures["people"]):
                near_tenth(sum(bins[place * per_class:(place + 1) * per_class]), exposed, 2)
            checked += 1

total = data["total"]
near(total["people"], number("SELECT sum(penduduk) FROM zona"))
near(total["any_hazard"], number("SELECT sum(jiwa_bahaya) FROM zona"))
for hazard in data["hazards"]:
    figures = total["hazards"][hazard["id"]]
    near(sum(figures["people"]), number(f"SELECT sum({hazard['id']}_jiwa) FROM zona"), len(figures["people"]))
    rows = tables.execute("SELECT jiwa FROM histogram WHERE bahaya = ?", (hazard["id"],))
    near_tenth(sum(dense(figures["histogram"], hazard["id"])), sum(sum(json.loads(row[0])) for row in rows))
assert checked > 100, checked

# The relief is there, and its terrain is an input like any other.
assert data["relief"] == "relief" and (result / "tiles/relief.pmtiles").is_file()
assert "relief" not in data["rasters"]
record = json.loads((result / "run.json").read_text())
terrain = next(each for each in record["inputs"] if each["role"] == "terrain")
content = (result / record["run"]["study_folder"] / terrain["name"]).read_bytes()
assert (terrain["bytes"], terrain["sha256"]) == (len(content), hashlib.sha256(content).hexdigest()), terrain
print(f"{checked} zones and hazards agree")
