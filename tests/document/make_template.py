#!/usr/bin/env python3
"""Makes the template of an agency: its own heading style under the id an Indonesian Word gives it, its paper, margins and
header, two sections, and text that a chapter must replace.

    tests/document/make_template.py docx|dotx FILE
"""
import sys

import docx
from docx.enum.section import WD_SECTION
from docx.shared import Cm

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def main(kind, path):
    document = docx.Document()
    heading = document.styles["Heading 1"]
    heading.font.name = "Courier New"
    heading.element.set(W + "styleId", "Judul1")
    document.styles.element.remove(document.styles["Caption"].element)  # the chapter brings its own
    document.sections[0].header.paragraphs[0].text = "BPBD KABUPATEN CONTOH"
    document.add_paragraph("isi lama")
    section = document.add_section(WD_SECTION.NEW_PAGE)  # its header is that of the section before
    section.page_width, section.page_height = Cm(21.5), Cm(33)
    section.left_margin, section.right_margin = Cm(4), Cm(3)
    document.add_table(2, 2)
    document.core_properties.author = "BPBD"
    if kind == "dotx":
        document.part._content_type = document.part.content_type.replace("document.main", "template.main")
    document.save(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
