"""Reads krb_tabel.xlsx and krb_matriks.xlsx of tests/document/workbook_report.cpp back with openpyxl.

Usage: check_workbook.py FOLDER id|en. Expected values are those of the report, written there by hand.
"""

import sys

import openpyxl

DASH = "-"
failures = []


def expect(what, seen, wanted):
    if seen != wanted:
        failures.append(f"{what}: {seen!r}, not {wanted!r}")


def fill(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None


def expect_text(sheet, where, wanted):
    expect(f"{sheet.title}!{where}", (sheet[where].data_type, sheet[where].value), ("s", wanted))


def expect_number(sheet, where, wanted, number_format):
    cell = sheet[where]
    expect(f"{sheet.title}!{where}", (cell.data_type, cell.value, cell.number_format), ("n", wanted, number_format))


def expect_class(sheet, where, word, colour, letters):
    expect_text(sheet, where, word)
    expect(f"fill of {sheet.title}!{where}", fill(sheet[where]), "FF" + colour)
    rgb = sheet[where].font.color.rgb if sheet[where].font.color else None
    expect(f"letters of {sheet.title}!{where}", rgb, "FF" + letters)


def merged(sheet):
    return {str(cells) for cells in sheet.merged_cells.ranges}


def expect_merged(sheet, *ranges):
    for one in ranges:
        expect(f"{sheet.title}: {one} is merged", one in merged(sheet), True)


def expect_page(sheet, rows, landscape, words):
    page = sheet.page_setup
    expect(f"{sheet.title}: paper is A4", page.paperSize, 9)
    expect(f"{sheet.title}: orientation", page.orientation, "landscape" if landscape else "portrait")
    expect(f"{sheet.title}: fits the width", (sheet.sheet_properties.pageSetUpPr.fitToPage, page.fitToHeight), (True, 0))
    expect(f"{sheet.title}: repeated rows", sheet.print_title_rows, rows)
    footer = (sheet.oddFooter.left.text or "") + (sheet.oddFooter.right.text or "")
    for part in ("Kajian Risiko Bencana Kabupaten Contoh", "Data fiktif", words["page"]):
        expect(f"{sheet.title}: footer has {part}", part in footer, True)


def check_area_table(book, cached, words):
    sheet = book["Luas bahaya Banjir & 'rob' lama"]
    expect_text(sheet, "A1", f"{words['table']} 1. Potensi luas bahaya banjir per kecamatan")
    for where, text in {"A4": "No", "B4": "Kecamatan", "C4": "Luas bahaya (ha)", "C5": "Rendah", "D5": "Sedang",
                        "E5": "Tinggi", "F5": "Total", "G4": "Indeks", "H4": "Kelas"}.items():
        expect_text(sheet, where, text)
    expect_merged(sheet, "A4:A5", "B4:B5", "C4:F4", "G4:G5", "H4:H5")
    expect("panes", sheet.freeze_panes, "C6")
    expect_page(sheet, "$4:$5", landscape=False, words=words)
    # Figures.
    expect_number(sheet, "A6", 1, "General")
    expect_text(sheet, "B6", "=1+1")
    expect_text(sheet, "B7", "007")
    for column, value in zip("CDEF", (1234.5, 200, 3.125, 1437.625)):
        expect_number(sheet, f"{column}6", value, "#,##0.00")
    expect_number(sheet, "G6", 0.3215, "0.000")
    # Black on green and yellow, white on red: 5aae61 has a luminance of 0.34, contrast 7.8 with black and 2.7 with
    # white; fee08b 0.76, 16 and 1.3; d73027 0.165, 4.3 and 4.9 (WCAG 2.1, calculated apart from papar).
    expect_class(sheet, "H6", words["low"], "5AAE61", "000000")
    expect_class(sheet, "H7", words["high"], "D73027", "FFFFFF")
    expect_class(sheet, "H9", words["medium"], "FEE08B", "000000")
    for column in "CDEFGH":
        expect_text(sheet, f"{column}8", DASH)
        expect(f"{column}8 is centred", sheet[f"{column}8"].alignment.horizontal, "center")
    # The total row: formulas whose cached values are the report's totals and the sums of the cells.
    shown = cached[sheet.title]
    for column, total in zip("CDEF", (1234.75, 210, 43.625, 1488.375)):
        cell = sheet[f"{column}9"]
        expect(f"{column}9", (cell.data_type, cell.value), ("f", f"=SUM({column}6:{column}8)"))
        expect(f"{column}9 shows", shown[f"{column}9"].value, total)
        numbers = [shown[f"{column}{row}"].value for row in (6, 7, 8)]
        expect(f"sum of {column}", sum(n for n in numbers if n != DASH), total)
        expect(f"{column}9 has the format", cell.number_format, "#,##0.00")
    expect_number(sheet, "G9", 0.4, "0.000")
    expect("A9 is empty", sheet["A9"].value, None)
    expect_text(sheet, "B9", "Kabupaten Contoh")
    expect("the total is bold", sheet["C9"].font.b, True)
    # Text below.
    expect("paragraph", str(sheet["A11"].value)[:30], "Potensi luas bahaya banjir di ")
    expect("paragraph wraps", sheet["A11"].alignment.wrap_text, True)
    expect("paragraph is merged across", any(one.startswith("A11:") for one in merged(sheet)), True)
    expect_text(sheet, "A12", "- berarti tidak diketahui.")


def check_people_table(book, cached):
    sheet = book["Penduduk Banjir"]
    expect_text(sheet, "B6", "https://contoh.go.id/juai")
    expect("no link of an address", sheet["B6"].hyperlink, None)
    expect_text(sheet, "B7", "@Halong")
    expect_number(sheet, "C6", 12345, "#,##0")
    expect("sum of people", sheet["C8"].value, "=SUM(C6:C7)")
    expect("people shown", cached[sheet.title]["C8"].value, 13023)  # 12345 + 678
    expect_text(sheet, "E8", DASH)  # not known: no sum


def check_contents(book, words):
    sheet = book[words["contents"]]
    expect("first sheet", book.sheetnames[0], words["contents"])
    expect_text(sheet, "A1", "Kajian Risiko Bencana Kabupaten Contoh")
    expect_text(sheet, "A2", "Kabupaten Contoh")
    expect_text(sheet, "A3", "Data fiktif")
    links = {cell.value: cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    for text, target in {
        "Potensi luas bahaya banjir per kecamatan": "'Luas bahaya Banjir & ''rob'' lama'!A1",
        "Potensi penduduk terpapar banjir per kecamatan": "'Penduduk Banjir'!A1",
        "Luas bahaya banjir menurut kelas per kecamatan": f"'{words['charts']}'!A4",
        "Angka yang digunakan, sumber dan statusnya": "'Lampiran metode'!A1",
        "Berkas masukan": "'Sumber data'!A1",
        words["notes"]: f"'{words['notes']}'!A1",
    }.items():
        expect(f"link of {text}", links.get(text), target)
    labels = [row[0].value for row in sheet.iter_rows() if row[1].value]
    expect("labels", labels, [f"{words['table']} 1", f"{words['table']} 2", f"{words['figure']} 1",
                              f"{words['figure']} 2", None, f"{words['table']} 3", f"{words['table']} 4", None])


def check_charts(book, words):
    sheet = book[words["charts"]]
    expect_text(sheet, "A4", f"{words['figure']} 1. Luas bahaya banjir menurut kelas per kecamatan")
    data = book[words["chart data"]]
    expect_text(data, "A6", "=1+1")
    expect_number(data, "B6", 1234.5, "#,##0.00")
    expect("two charts", len(sheet._charts), 2)
    for chart, first in zip(sheet._charts, (6, 11)):
        expect("stacked bars", (chart.type, chart.grouping, chart.overlap), ("bar", "stacked", 100))
        expect("colours", [one.graphicalProperties.solidFill.srgbClr for one in chart.series],
               ["5AAE61", "FEE08B", "D73027"])
        for one, column in zip(chart.series, "BCD"):
            expect("values", one.val.numRef.f, f"'{data.title}'!${column}${first}:${column}${first + 1}")
            expect("cached values", [float(point.v) for point in one.val.numRef.numCache.pt],
                   [data[f"{column}{first}"].value, data[f"{column}{first + 1}"].value])


def check_annexes(book, words):
    method = book["Lampiran metode"]
    expect_text(method, "A1", f"{words['table']} 3. Angka yang digunakan, sumber dan statusnya")
    expect_text(method, "A4", "Nama")
    expect("one row of headings", method["A5"].value, "bahaya.batas_kelas")
    expect_text(method, "B6", "+0,6")
    expect_text(method, "D6", DASH)
    expect_page(method, "$4:$4", landscape=True, words=words)
    notes = book[words["notes"]]
    texts = [cell.value for row in notes.iter_rows() for cell in row if cell.value]
    for text in ("=2 desa tidak memiliki data penduduk.", "Data InaRISK digunakan sebagaimana adanya."):
        expect(f"notes hold {text}", text in texts, True)
    expect("no formulas among the notes", {cell.data_type for row in notes.iter_rows() for cell in row} - {"s", "n"}, set())


def check_matrix(path, words):
    book = openpyxl.load_workbook(path)
    expect("sheets", book.sheetnames, ["DESA", "KECAMATAN", "KABUPATEN"])
    for sheet, names in zip(book, (2, 1, 0)):
        expect_text(sheet, "A1", "Matriks kajian risiko bencana Kabupaten Contoh")
        heads = [cell.value for cell in sheet[4] if cell.value]
        expect(f"{sheet.title}: headings on row 4", heads,
               ["JENIS BAHAYA"] + ["KECAMATAN", "DESA/KELURAHAN"][:names] +
               ["BAHAYA", "POTENSI PENDUDUK TERPAPAR (JIWA)", "POTENSI KERUGIAN (JUTA RUPIAH)", "KELAS KERENTANAN",
                "RISIKO"])
        below = [cell.value for cell in sheet[5] if cell.value]
        areas = ["RENDAH", "SEDANG", "TINGGI", "TOTAL", "KELAS"]
        expect(f"{sheet.title}: headings on row 5", below, areas + ["FISIK", "EKONOMI", "TOTAL"] + areas)
        expect(f"{sheet.title}: panes", sheet.freeze_panes, "BCD"[names] + "6")
        expect_page(sheet, "$4:$5", landscape=True, words=words)
    desa = book["DESA"]
    expect_merged(desa, "A4:A5", "B4:B5", "C4:C5", "D4:H4", "I4:I5", "J4:L4", "M4:M5", "N4:R4")
    expect_text(desa, "C6", "-Juai")
    expect_number(desa, "D6", 1234.5, "#,##0.00")
    expect_class(desa, "H6", words["medium"], "FEE08B", "000000")
    expect_number(desa, "I6", 12345, "#,##0")
    expect_number(desa, "L6", 1750.75, "#,##0.00")
    for column in "NOPQR":
        expect_text(desa, f"{column}6", DASH)


WORDS = {
    "id": {"contents": "Daftar Isi", "charts": "Grafik", "chart data": "Data Grafik", "notes": "Catatan",
           "table": "Tabel", "figure": "Gambar", "low": "RENDAH", "medium": "SEDANG", "high": "TINGGI",
           "page": "Halaman &P dari &N"},
    "en": {"contents": "Contents", "charts": "Charts", "chart data": "Chart Data", "notes": "Notes",
           "table": "Table", "figure": "Figure", "low": "LOW", "medium": "MEDIUM", "high": "HIGH", "page": "Page &P of &N"},
}


def main():
    folder, language = sys.argv[1:]
    words = WORDS[language]
    book = openpyxl.load_workbook(f"{folder}/krb_tabel.xlsx")
    cached = openpyxl.load_workbook(f"{folder}/krb_tabel.xlsx", data_only=True)
    expect("sheets", book.sheetnames, [words["contents"], "Luas bahaya Banjir & 'rob' lama", "Penduduk Banjir",
                                       words["charts"], words["chart data"], "Lampiran metode", "Sumber data",
                                       words["notes"]])
    check_area_table(book, cached, words)
    check_people_table(book, cached)
    check_contents(book, words)
    check_charts(book, words)
    check_annexes(book, words)
    check_matrix(f"{folder}/krb_matriks.xlsx", words)
    for failure in failures:
        print(failure, file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
