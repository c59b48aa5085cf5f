#!/usr/bin/python3
"""Runs the sample study with several numbers of threads, and with GDAL as decoder: all outputs are the same bytes.

    check_sample.py PAPAR REPOSITORY

The run record is compared less its part "run" (threads and times). Besides, the people of every desa, rounded, must be
those of data/sample/desa.csv, which the sample's generator worked out with GEOS (see data/sample/README.md), and every
kecamatan the sum of its desa.
"""
import csv
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

FILES = ("krb.gpkg", "exposure.csv", "zones.csv", "zones_kecamatan.csv", "datapackage.json")
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


def rows_of(table):
    with open(table, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def kecamatan_are_sums_of_desa(result, table):
    """Of desa.csv (each rounded to a person), and of zones.csv (each figure rounded to 1e-6); what is
    not known of a desa adds nothing."""
    problems = []
    kecamatan_of = {row["kode"]: (row["kode_kecamatan"], row["kecamatan"]) for row in rows_of(table)}
    desa = rows_of(result / "zones.csv")
    problems += [f"{row['kode']} lies in {row['kode_kecamatan']}" for row in desa
                 if kecamatan_of[row["kode"]] != (row["kode_kecamatan"], row["nama_kecamatan"])]
    sums = ("penduduk", "luas_ha", "jiwa_bahaya", "banjir_jiwa_tinggi", "longsor_ha", "karhutla_ha_tanpa_data")
    kecamatan = rows_of(result / "zones_kecamatan.csv")
    for row in kecamatan:
        members = [each for each in desa if each["kode_kecamatan"] == row["kode"]]
        if len(members) != int(row["jumlah_wilayah"]):
            problems.append(f"{row['kode']}: {row['jumlah_wilayah']} desa instead of {len(members)}")
        problems += [f"{row['kode']} {column}: {row[column]} is not the sum of its desa" for column in sums
                     if abs(float(row[column] or 0) - sum(float(each[column] or 0) for each in members))
                     > 0.5e-6 * (len(members) + 1) + 1e-9]
    if len(kecamatan) != 8:
        problems.append(f"{len(kecamatan)} kecamatan instead of 8")
    return problems


def main():
    papar, sample = sys.argv[1], pathlib.Path(sys.argv[2]) / "data" / "sample"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        problems = same_bytes(papar, sample / "study.toml", folder)
        problems += people_of_the_village_table(folder / "0", sample / "desa.csv")
        problems += kecamatan_are_sums_of_desa(folder / "0", sample / "desa.csv")
    print("\n".join(problems) or f"{len(WAYS)} runs, the same bytes; all desa as in the village table, all kecamatan their sums")
    return 1 if problems else 0


sys.exit(main())
