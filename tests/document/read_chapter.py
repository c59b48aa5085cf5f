#!/usr/bin/env python3
"""Reads a chapter made of example_report.cpp back with python-docx and openpyxl.

    tests/document/read_chapter.py own|template|english FILE.docx

The expected texts are those of example_report.cpp; numbers are written as the language writes them.
"""
import io
import sys
import xml.dom.minidom
import zipfile

import docx
import openpyxl
from docx.shared import Cm

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAME = '=SUM(A1) & <Batu> "Mandi"'


def near(what, found, wanted):
    """Lengths of a page: whole twips (635 EMU) in the file."""
    if abs(found - wanted) > 635:
        sys.exit(f"{what}: {found} instead of {wanted}")


def same(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: {found!r} instead of {expected!r}")


def check_xml(path):
    """Every part is well-formed, none has two names, the content types come first."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        same("names", len(names), len(set(names)))
        same("first entry", names[0], "[Content_Types].xml")
        same("dates", {entry.date_time for entry in package.infolist()}, {(1980, 1, 1, 0, 0, 0)})
        for name in names:
            if name.endswith((".xml", ".rels")):
                xml.dom.minidom.parseString(package.read(name))


def check_captions(document, word, figure):
    captions = [p for p in document.paragraphs if p.style.name == "Caption"]
    texts = [p.text for p in captions]
    # 4 + 1 tables of the sections, 2 of the annexes; 2 charts.
    same("table numbers", [t.split(". ")[0] for t in texts if t.startswith(word)], [f"{word} {i}" for i in range(1, 8)])
    same("chart numbers", [t.split(". ")[0] for t in texts if t.startswith(figure)], [f"{figure} 1", f"{figure} 2"])
    same("first caption", texts[0], f"{word} 1. Potensi luas bahaya banjir per kecamatan")
    fields = [i.text.strip() for p in captions for i in p._p.iter(W + "instrText")]
    same("fields", fields.count(f"SEQ {word} \\* ARABIC"), 7)
    same("fields", fields.count(f"SEQ {figure} \\* ARABIC"), 2)


def check_first_table(document, decimal, thousands, classes):
    table = document.tables[0]
    grid = [[cell.text for cell in row.cells] for row in table.rows]
    same("headings 1", grid[0], ["No", "Kecamatan"] + ["Luas Bahaya (Ha)"] * 4 + ["Kelas"])
    same("headings 2", grid[1], ["No", "Kecamatan", "Rendah", "Sedang", "Tinggi", "Total", "Kelas"])
    one_cell = table.cell(0, 2)._tc is table.cell(0, 5)._tc
    same("the group is one cell", one_cell, True)
    same("a column without group is merged downwards", table.cell(0, 6)._tc is table.cell(1, 6)._tc, True)
    # Row 3: 1000.25 + 2, 200.5 + 2, 30 + 2, 1230.75 + 6.
    figures = [f"1{thousands}002{decimal}25", f"202{decimal}50", f"32{decimal}00", f"1{thousands}236{decimal}75"]
    same("row 3", grid[4], ["3", NAME] + figures + [classes[2]])
    same("total", grid[-1][1:4], ["Kabupaten Contoh", f"5{thousands}012{decimal}25", f"1{thousands}013{decimal}50"])
    same("total is bold", all(run.bold for run in table.rows[-1].cells[2].paragraphs[0].runs), True)
    repeated = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
    same("repeated rows", repeated, [True, True] + [False] * 7)
    same("unsplit rows", all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows), True)
    fill = table.cell(4, 6)._tc.find(f"{W}tcPr/{W}shd").get(W + "fill").lower()
    same("the fill of the class is not that of its neighbours", fill not in ("auto", "ffffff"), True)
    same("figures stand right", table.cell(4, 2).paragraphs[0].alignment, 2)


def check_order(document):
    """Caption, table, notes, paragraph."""
    blocks = [child for child in document.element.body if child.tag in (W + "p", W + "tbl")]
    at = next(i for i, block in enumerate(blocks) if block.tag == W + "tbl")
    texts = ["".join(t.text for t in block.iter(W + "t")) for block in blocks[at - 1:at + 4]]
    same("above the table", texts[0].startswith("Tabel 1."), True)
    same("notes", texts[2:4], ["– : tidak ada data.", "Sumber: hasil analisis, data fiktif."])
    same("paragraph", texts[4].startswith("Luas bahaya banjir di Kabupaten Contoh"), True)


def check_widths(document):
    """Each table is as wide as the text of its section; sections are walked in the body's order."""
    sections = list(document.sections)
    at, wide = 0, 0
    for block in document.element.body:
        section = sections[at]
        if block.tag == W + "tbl":
            room = (section.page_width - section.left_margin - section.right_margin) // 635
            width = sum(int(column.get(W + "w")) for column in block.find(W + "tblGrid"))
            same("width of a table", abs(width - room) <= 1, True)
            wide += section.page_width > section.page_height
        if block.tag == W + "p" and block.find(f"{W}pPr/{W}sectPr") is not None:
            at += 1
    same("a table of 16 columns is on a turned page", wide >= 1, True)


def check_chart(path):
    with zipfile.ZipFile(path) as package:
        chart = xml.dom.minidom.parseString(package.read("word/charts/chart1.xml"))
        values = [node.firstChild.data for node in chart.getElementsByTagName("c:v")]
        same("categories", NAME in values and "Paringin Selatan" in values, True)
        # The second series: 500 + 50.5 i, at i = 1.
        same("figure", "550.5" in values, True)
        with zipfile.ZipFile(io.BytesIO(package.read("word/embeddings/chart1.xlsx"))) as inner:
            same("sheet", "xl/worksheets/sheet1.xml" in inner.namelist(), True)
        sheet = openpyxl.load_workbook(io.BytesIO(package.read("word/embeddings/chart1.xlsx")))["Data"]
        same("name in the workbook", (sheet["A4"].value, sheet["A4"].data_type != "f"), (NAME, True))
        same("figure in the workbook", sheet["C3"].value, 550.5)


def check_texts(document):
    texts = [p.text for p in document.paragraphs]
    for text in ("Kajian Risiko Bencana Kabupaten Contoh", "Kabupaten Contoh, Provinsi Contoh",
                 "Data fiktif: bukan untuk keputusan apa pun.", "Baris kendali: lolos.",
                 "•\tKecamatan Awayan tidak memiliki data bahaya.",
                 "•\tData InaRISK adalah milik BNPB dan dipakai sebagaimana adanya."):
        same(text, any(text in found for found in texts), True)


def headings(document):
    return [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]


def main(kind, path):
    check_xml(path)
    document = docx.Document(path)
    check_texts(document)
    check_widths(document)
    check_chart(path)
    if kind == "english":
        check_captions(document, "Table", "Figure")
        check_first_table(document, ".", ",", ["LOW", "MEDIUM", "HIGH"])
        return
    check_captions(document, "Tabel", "Gambar")
    check_first_table(document, ",", ".", ["RENDAH", "SEDANG", "TINGGI"])
    check_order(document)
    same("headings", headings(document),
         [("Heading 1", "Hasil kajian"), ("Heading 2", "Banjir"), ("Heading 2", "Multibahaya"),
          ("Heading 1", "Lampiran"), ("Heading 2", "Lampiran metode"), ("Heading 2", "Sumber data"),
          ("Heading 2", "Hal yang perlu diketahui pembaca"), ("Heading 2", "Penafian")])
    if kind == "own":
        same("header", "Data fiktif" in document.sections[0].header.paragraphs[0].text, True)
        near("paper", document.sections[0].page_width, Cm(21))
    else:  # the template of make_template.py
        for section in document.sections:
            same("header", section.header.paragraphs[0].text, "BPBD KABUPATEN CONTOH")
            near("left margin", section.left_margin, Cm(4))
        near("paper", document.sections[0].page_height, Cm(33))
        heading = next(p for p in document.paragraphs if p.text == "Hasil kajian")
        same("heading style", (heading.style.style_id, heading.style.font.name), ("Judul1", "Courier New"))
        same("author", document.core_properties.author, "BPBD")
        same("title", document.core_properties.title, "Kajian Risiko Bencana Kabupaten Contoh")
        same("old text", any("isi lama" in p.text for p in document.paragraphs), False)


if __name__ == "__main__":
    main(*sys.argv[1:])
