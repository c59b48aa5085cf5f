#!/usr/bin/python3
"""Runs the sample study with the people of the village table: all outputs are the same bytes for any number of threads.

    check_sample_table.py PAPAR REPOSITORY

Every desa and kecamatan must have exactly the people and the groups of data/sample/desa.csv; the groups' parts must add up to them, and
no factor may be far from 1, since the table counts the very raster (data/sample/README.md).
"""
import csv
import hashlib
import pathlib
import subprocess
import sys
import tempfile

FILES = ("krb.gpkg", "exposure.csv", "zones.csv", "zones_kecamatan.csv", "groups.csv", "population_matches.csv", "datapackage.json")
GROUPS = {"umur_rentan": "kelompok_umur_rentan", "miskin": "penduduk_miskin", "disabilitas": "disabilitas"}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def problems_of(result, table):
    expected = {row["kode"]: row for row in rows(table)}
    zones = rows(result / "zones.csv")
    if len(zones) != len(expected):
        yield f"{len(zones)} zones, {len(expected)} rows"
    parts = {}
    for row in rows(result / "groups.csv"):
        key = row["kode"], row["kelompok"]
        parts[key] = parts.get(key, 0) + float(row["jiwa"])
    for zone in zones:
        official = expected[zone["kode"]]
        if float(zone["penduduk"]) != float(official["penduduk"]):
            yield f"{zone['kode']}: {zone['penduduk']} people, the table has {official['penduduk']}"
        if abs(float(zone["faktor"]) * float(official["penduduk"]) - float(official["penduduk"])) > 0.6:
            yield f"{zone['kode']}: a factor of {zone['faktor']} is more than rounding"  # the table is rounded: half a person
        for group, column in GROUPS.items():
            if float(zone[f"kelompok_{group}"]) != float(official[column]):
                yield f"{zone['kode']}: {group} is {zone[f'kelompok_{group}']}, the table has {official[column]}"
            if abs(parts[zone["kode"], group] - float(official[column])) > 5e-6:  # five parts, rounded to 1e-6
                yield f"{zone['kode']}: the parts of {group} add up to {parts[zone['kode'], group]}"
    yield from problems_of_kecamatan(result, expected.values())


def problems_of_kecamatan(result, desa):
    """People and groups of a kecamatan are the sums of its desa's: whole numbers, so to the last digit."""
    for area in rows(result / "zones_kecamatan.csv"):
        within = [row for row in desa if row["kode_kecamatan"] == area["kode"]]
        for column, in_table in (("penduduk", "penduduk"), *((f"kelompok_{group}", GROUPS[group]) for group in GROUPS)):
            total = sum(float(row[in_table]) for row in within)
            if float(area[column]) != total:
                yield f"{area['kode']}: {column} is {area[column]}, its desa have {total}"


def main():
    papar, sample = sys.argv[1], pathlib.Path(sys.argv[2]) / "data" / "sample"
    with tempfile.TemporaryDirectory() as scratch:
        prints = set()
        for threads in ("1", "2", "5"):
            out = pathlib.Path(scratch) / threads
            subprocess.run([papar, "run", sample / "study_table.toml", "-o", out, "-q", "--threads", threads], check=True)
            prints.add(tuple(hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES))
        problems = ["the bytes differ with the number of threads"] if len(prints) > 1 else []
        problems += problems_of(pathlib.Path(scratch) / "1", sample / "desa.csv")
    print("\n".join(problems) or "all desa and groups as in the village table")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
