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
            bins = figures.get("histogram", [])
            near(sum(bins), people, len(bins) + 1)
            # Each class is the sum of its bins.
            per_class = (len(next(h for h in data["hazards"] if h["id"] == hazard)["edges"]) - 1) // len(figures["people"])
            for place, exposed in enumerate(figures["people"]):
                part = bins[place * per_class:(place + 1) * per_class]
                near(sum(part), exposed, len(part) + 1)
            checked += 1

total = data["total"]
near(total["people"], number("SELECT sum(penduduk) FROM zona"))
near(total["any_hazard"], number("SELECT sum(jiwa_bahaya) FROM zona"))
for hazard in data["hazards"]:
    figures = total["hazards"][hazard["id"]]
    near(sum(figures["people"]), number(f"SELECT sum({hazard['id']}_jiwa) FROM zona"), len(figures["people"]))
    rows = tables.execute("SELECT jiwa FROM histogram WHERE bahaya = ?", (hazard["id"],))
    near(sum(figures["histogram"]), sum(sum(json.loads(row[0])) for row in rows), len(figures["histogram"]))
assert checked > 100, checked

# The relief is there, and its terrain is an input like any other.
assert data["relief"] == "relief" and (result / "tiles/relief.pmtiles").is_file()
assert "relief" not in data["rasters"]
record = json.loads((result / "run.json").read_text())
terrain = next(each for each in record["inputs"] if each["role"] == "terrain")
content = (result / record["run"]["study_folder"] / terrain["name"]).read_bytes()
assert (terrain["bytes"], terrain["sha256"]) == (len(content), hashlib.sha256(content).hexdigest()), terrain
print(f"{checked} zones and hazards agree")
