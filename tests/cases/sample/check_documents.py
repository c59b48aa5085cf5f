#!/usr/bin/python3
"""The sample study as a KRB: its figures agree in every file, from desa to kabupaten, to the last digit shown.

    check_documents.py PAPAR REPOSITORY

Reads the GeoPackage with SQLite, the tables as CSV, the workbooks with openpyxl, the chapter with python-docx: nothing
here shares code with papar. Every table of the chapter is compared cell by cell with its sheet, printed as the sheet's
number format says; the sheets with the CSV tables; these with the GeoPackage; kecamatan with the sum of their desa.
"""
import csv
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal

import docx
import openpyxl
from osgeo_utils.samples.validate_cloud_optimized_geotiff import validate

HAZARDS = {"banjir": "Banjir", "longsor": "Tanah longsor", "karhutla": "Kebakaran hutan dan lahan"}
CLASSES = ("rendah", "sedang", "tinggi")
DECIMALS = {"#,##0": 0, "#,##0.00": 2, "0.000": 3}
STEP = 1e-6  # figures are rounded to it, each

problems = []


def expect(what, found, wanted, tolerance=0.0):
    """`tolerance` is for sums of rounded figures."""
    both = isinstance(wanted, float) and isinstance(found, float)
    same = abs(found - wanted) <= tolerance if both else found == wanted
    if not same:
        problems.append(f"{what}: {found!r} instead of {wanted!r}")


def number(value):
    """None is not known: an empty field, a dash."""
    return None if value in ("", "-", None) else float(value)


def rows_of(table):
    with open(table, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def printed(cell, english):
    """As a document prints what a sheet shows."""
    if cell.value is None:
        return ""
    if not isinstance(cell.value, (int, float)):
        return str(cell.value)
    decimals = DECIMALS.get(cell.number_format)
    if decimals is None:
        return str(cell.value)
    number = Decimal(repr(cell.value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{number:,}"
    return text if english else text.translate(str.maketrans(",.", ".,"))


def chapter_agrees_with_sheets(folder, english):
    chapter = docx.Document(folder / "krb_bab.docx")
    word = "Table" if english else "Tabel"
    captions = [p.text for p in chapter.paragraphs if p.style.name == "Caption" and p.text.startswith(word)]
    sheets = {sheet["A1"].value: sheet for sheet in openpyxl.load_workbook(folder / "krb_tabel.xlsx", data_only=True)}
    tables = [t for t in chapter.tables if len(t.columns) > 1]
    expect("tables of the chapter", len(tables), len(captions))
    compared = 0
    for caption, table in zip(captions, tables):
        sheet = sheets.get(caption)
        if sheet is None:
            problems.append(f"no sheet has the table {caption!r}")
            continue
        widths = len(table.columns)
        for i, row in enumerate(table.rows):
            cells = [cell.text for cell in row.cells]
            if cells[0] == cells[1] or not re.match(r"^[\d.,]*$", cells[0]) and cells[0] != "":
                continue  # headings, and annexes without a number in front
            shown = [printed(cell, english) for cell in sheet[4 + i][:widths]]
            if shown != cells:
                problems.append(f"{caption}, row {i + 1}: the chapter has {cells}, the sheet {shown}")
            compared += 1
    if compared < 150:
        problems.append(f"only {compared} rows of the chapter could be compared")


def table_sheet(book, caption):
    """Rows of data and the total of the sheet whose caption ends so."""
    sheet = next(s for s in book if str(s["A1"].value).endswith(caption))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    data = [row for row in rows if isinstance(row[0], int)]
    return data, rows[len(data)]


def sheets_agree_with_tables(folder, kecamatan):
    book = openpyxl.load_workbook(folder / "krb_tabel.xlsx", data_only=True)
    for hazard, title in HAZARDS.items():
        wanted = {
            f"Potensi luas bahaya {title.lower()} per kecamatan":
                [f"{hazard}_ha_{c}" for c in CLASSES] + [f"{hazard}_ha"],
            f"Potensi penduduk terpapar bahaya {title.lower()} per kecamatan":
                [f"{hazard}_jiwa"] + [f"{hazard}_kelompok_{g}" for g in ("umur_rentan", "miskin", "disabilitas")],
        }
        for caption, columns in wanted.items():
            data, total = table_sheet(book, caption)
            expect(f"{caption}: rows", len(data), len(kecamatan))
            for row, area in zip(data, kecamatan):
                expect(f"{caption}: name", row[1], area["nama"])
                for place, column in enumerate(columns, start=2):
                    expect(f"{caption}, {area['nama']}, {column}", number(row[place]), number(area[column]))
            for place in range(2, 2 + len(columns)):
                shown = [row[place] for row in data if row[place] != "-"]
                if len(shown) == len(data):
                    expect(f"{caption}: total {place}", float(total[place]), float(sum(shown)), STEP * len(data))


def matrix_agrees_with_tables(folder, desa):
    book = openpyxl.load_workbook(folder / "krb_matriks.xlsx", data_only=True)
    expect("sheets of the matrix", book.sheetnames, ["DESA", "KECAMATAN", "KABUPATEN"])
    sheet = book["DESA"]
    headings = [cell.value for cell in sheet[4]]
    for heading in ("JENIS BAHAYA", "BAHAYA", "POTENSI PENDUDUK TERPAPAR (JIWA)", "KELAS KAPASITAS", "RISIKO"):
        if heading not in headings:
            problems.append(f"row 4 of DESA has no heading {heading}")
    people = headings.index("POTENSI PENDUDUK TERPAPAR (JIWA)")
    area = headings.index("BAHAYA")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6) if row[0].value]
    expect("rows of DESA", len(rows), len(desa) * len(HAZARDS))
    for place, hazard in enumerate(HAZARDS):
        for row, zone in zip(rows[place * len(desa):], desa):
            expect("desa", row[2], zone["nama"])
            expect(f"{zone['nama']}, {hazard}: people", number(row[people]), number(zone[f"{hazard}_jiwa"]))
            expect(f"{zone['nama']}, {hazard}: ha", number(row[area + 3]), number(zone[f"{hazard}_ha"]))


def levels_agree(desa, kecamatan):
    sums = [c for c in kecamatan[0] if re.search(r"_(jiwa|ha)(_(rendah|sedang|tinggi))?$", c) or c == "penduduk"]
    if len(sums) < 20:
        problems.append("too few columns to sum")
    for area in kecamatan:
        own = [zone for zone in desa if zone["kode_kecamatan"] == area["kode"]]
        for column in sums:
            if area[column] != "":
                expect(f"{area['nama']}, {column}", float(area[column]),
                       float(sum(Decimal(zone[column] or 0) for zone in own)), STEP * len(own))


def geopackage_agrees(folder, layer, rows):
    base = sqlite3.connect(folder / "krb.gpkg")
    base.row_factory = sqlite3.Row
    found = {row["kode"]: row for row in base.execute(f"SELECT * FROM {layer}")}
    expect(f"rows of {layer}", len(found), len(rows))
    for row in rows:
        for column, text in row.items():
            value = found[row["kode"]][column]
            expect(f"{layer}, {row['kode']}, {column}", "" if value is None else value,
                   "" if text == "" else type(value)(text))


def classes_of_zones_are_in_risk_csv(folder, desa):
    """Land by class of risk: the long table has what the wide one has."""
    long = {(r["kode"], r["bahaya"], r["kelas"]): r["luas_ha"] for r in rows_of(folder / "risk.csv")
            if r["tingkat"] == "zona" and r["indeks"] == "risiko"}
    for zone in desa:
        for hazard in HAZARDS:
            for c in CLASSES:
                expect(f"risk.csv, {zone['kode']}, {hazard}, {c}", long.get((zone["kode"], hazard, c)),
                       zone[f"{hazard}_ha_risiko_{c}"])


def rasters_are_valid(folder):
    rasters = sorted((folder / "rasters").glob("*.tif"))
    if len(rasters) < 20:
        problems.append(f"only {len(rasters)} rasters")
    for raster in rasters:
        _, errors, _ = validate(str(raster), full_check=True)
        problems.extend(f"{raster.name}: {error}" for error in errors)


def main():
    papar, repository = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    study = repository / "data/sample/study.toml"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "hasil"
        subprocess.run([papar, "run", study, "-o", folder, "-q"], check=True)
        desa, kecamatan = rows_of(folder / "zones.csv"), rows_of(folder / "zones_kecamatan.csv")
        levels_agree(desa, kecamatan)
        geopackage_agrees(folder, "zona", desa)
        geopackage_agrees(folder, "zona_kecamatan", kecamatan)
        classes_of_zones_are_in_risk_csv(folder, desa)
        sheets_agree_with_tables(folder, kecamatan)
        matrix_agrees_with_tables(folder, desa)
        chapter_agrees_with_sheets(folder, False)
        rasters_are_valid(folder)
        english = pathlib.Path(scratch) / "result"
        subprocess.run([papar, "run", study, "-o", english, "-q", "--set", "output.language=en", "--set",
                        "document.rasters=false"], check=True)
        chapter_agrees_with_sheets(english, True)
    for problem in problems[:40]:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
