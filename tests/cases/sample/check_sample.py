#!/usr/bin/python3
"""Runs the sample study with several numbers of threads, and with GDAL as decoder: all outputs are the same bytes.

    check_sample.py PAPAR REPOSITORY

The run record is compared less its part "run" (threads and times). Besides, every desa and kecamatan must have exactly
the people and the groups of data/sample/desa.csv, the groups' parts must add up to them, and every kecamatan must be the
sum of its desa. The generator counted the table's people in the very raster with GEOS (see data/sample/README.md), so no
factor of the calibration may differ from 1 by more than the table's rounding.
"""
import csv
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile

FILES = ("krb.gpkg", "exposure.csv", "zones.csv", "zones_kecamatan.csv", "groups.csv", "population_matches.csv",
         "datapackage.json", "risk.csv", "method.csv", "facilities.csv", "krb_tabel.xlsx", "krb_matriks.xlsx",
         "krb_bab.docx")
GROUPS = {"umur_rentan": "kelompok_umur_rentan", "miskin": "penduduk_miskin", "disabilitas": "disabilitas",
          "perempuan": "perempuan"}
HAZARDS = ("banjir", "longsor", "karhutla")
WAYS = (["--threads", "1"], ["--threads", "2"], ["--threads", "3"], ["--threads", "7"], ["--threads", "2", "--gdal"])


def fingerprint(folder):
    names = [*FILES, *(str(path.relative_to(folder)) for path in sorted((folder / "rasters").iterdir()))]
    found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
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
        problems += [f"{name} differs with {' '.join(way)}" for name in found if found[name] != first.get(name)]
    return problems


def rows_of(table):
    with open(table, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def desa_are_those_of_the_table(result, table):
    expected = {row["kode"]: row for row in rows_of(table)}
    zones = rows_of(result / "zones.csv")
    if not expected or expected.keys() != {zone["kode"] for zone in zones}:
        return ["zones.csv and desa.csv have different codes"]
    parts = {}
    for row in rows_of(result / "groups.csv"):
        key = row["kode"], row["bahaya"], row["kelompok"]
        parts[key] = parts.get(key, 0) + float(row["jiwa"] or 0)
    problems = []
    for zone in zones:
        kode, official = zone["kode"], expected[zone["kode"]]
        people = float(official["penduduk"])
        if float(zone["penduduk"]) != people:
            problems.append(f"{kode}: {zone['penduduk']} people, the table has {official['penduduk']}")
        if abs(float(zone["faktor"]) - 1) * people > 0.6:  # the table is rounded: half a person
            problems.append(f"{kode}: a factor of {zone['faktor']} is more than rounding")
        for group, column in GROUPS.items():
            if float(zone[f"kelompok_{group}"]) != float(official[column]):
                problems.append(f"{kode}: {group} is {zone[f'kelompok_{group}']}, the table has {official[column]}")
            problems += [f"{kode}: the parts of {group} by {hazard} add up to {parts[kode, hazard, group]}"
                         for hazard in HAZARDS  # five parts, rounded to 1e-6
                         if abs(parts[kode, hazard, group] - float(official[column])) > 5e-6]
    return problems


def kecamatan_are_sums_of_desa(result, table):
    """Of desa.csv (whole people, so to the last digit), and of zones.csv (each figure rounded to 1e-6); what is not known
    of a desa adds nothing."""
    problems = []
    kecamatan_of = {row["kode"]: (row["kode_kecamatan"], row["kecamatan"]) for row in rows_of(table)}
    desa = rows_of(result / "zones.csv")
    problems += [f"{row['kode']} lies in {row['kode_kecamatan']}" for row in desa
                 if kecamatan_of[row["kode"]] != (row["kode_kecamatan"], row["nama_kecamatan"])]
    sums = ("penduduk", "luas_ha", "jiwa_bahaya", "banjir_jiwa_tinggi", "longsor_ha", "karhutla_ha_tanpa_data")
    kecamatan = rows_of(result / "zones_kecamatan.csv")
    for row in kecamatan:
        members = [each for each in desa if each["kode_kecamatan"] == row["kode"]]
        within = [each for each in rows_of(table) if each["kode_kecamatan"] == row["kode"]]
        for column, in_table in (("penduduk", "penduduk"), *((f"kelompok_{g}", GROUPS[g]) for g in GROUPS)):
            if float(row[column]) != sum(float(each[in_table]) for each in within):
                problems.append(f"{row['kode']} {column}: {row[column]} is not the sum of its desa in the table")
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
        problems += desa_are_those_of_the_table(folder / "0", sample / "desa.csv")
        problems += kecamatan_are_sums_of_desa(folder / "0", sample / "desa.csv")
    print("\n".join(problems) or f"{len(WAYS)} runs, the same bytes; all desa as in the village table, all kecamatan their sums")
    return 1 if problems else 0


sys.exit(main())
