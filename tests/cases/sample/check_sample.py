#!/usr/bin/python3
"""Runs the sample study with several numbers of threads, and with GDAL as decoder: all outputs are the same bytes.

    check_sample.py PAPAR REPOSITORY

The run record is compared less its part "run" (threads and times). Besides, the people of every desa, rounded, must be
those of data/sample/desa.csv, which the sample's generator worked out with GEOS (see data/sample/README.md).
"""
import csv
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

FILES = ("krb.gpkg", "exposure.csv", "zones.csv", "datapackage.json")
WAYS = (["--threads", "1"], ["--threads", "2"], ["--threads", "3"], ["--threads", "7"], ["--threads", "2", "--gdal"])


def fingerprint(folder):
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    del record["run"]
    found["run.json"] = hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()
    return found


def same_bytes(papar, study, folder):
    problems = []
    first = None
    for number, way in enumerate(WAYS):
        out = folder / str(number)
        subprocess.run([papar, "run", study, "-o", out, "-q", *way], check=True)
        found = fingerprint(out)
        first = first or found
        problems += [f"{name} differs with {' '.join(way)}" for name in found if found[name] != first[name]]
    return problems


def people_of_the_village_table(result, table):
    with open(table, encoding="utf-8", newline="") as file:
        expected = {row["kode"]: int(row["penduduk"]) for row in csv.DictReader(file)}
    with open(result / "zones.csv", encoding="utf-8", newline="") as file:
        found = {row["kode"]: float(row["penduduk"]) for row in csv.DictReader(file)}
    if not expected or expected.keys() != found.keys():
        return ["zones.csv and desa.csv have different codes"]
    # Rounding may go either way where the people end on a half.
    return [f"{kode}: {found[kode]} people, desa.csv has {expected[kode]}" for kode in expected
            if abs(found[kode] - expected[kode]) > 0.5 + 1e-4]


def main():
    papar, sample = sys.argv[1], pathlib.Path(sys.argv[2]) / "data" / "sample"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        problems = same_bytes(papar, sample / "study.toml", folder)
        problems += people_of_the_village_table(folder / "0", sample / "desa.csv")
    print("\n".join(problems) or f"{len(WAYS)} runs, the same bytes; all desa as in the village table")
    return 1 if problems else 0


sys.exit(main())
