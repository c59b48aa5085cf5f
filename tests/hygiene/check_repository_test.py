#!/usr/bin/env python3
"""The repository check finds what is planted, and only that."""
import tempfile
import unittest
from pathlib import Path

from check_repository import LARGEST_BYTES, check


class RepositoryTest(unittest.TestCase):
    def breaches(self, content):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "file.txt").write_bytes(content)
            return check(Path(folder))

    def test_an_ordinary_file(self):
        self.assertEqual([], self.breaches(b"see ../shared/data, /usr/share and https://example.org/home/page\n"))

    def test_paths_of_one_machine(self):
        for folder in (b"home", b"tmp", b"work"):
            self.assertEqual(1, len(self.breaches(b"run /" + folder + b"/somebody/papar\n")), folder)

    def test_size(self):
        self.assertEqual([], self.breaches(b"x" * LARGEST_BYTES))
        self.assertEqual(1, len(self.breaches(b"x" * (LARGEST_BYTES + 1))))

    def test_line_ends(self):
        self.assertEqual(["file.txt:2: CRLF line end"], self.breaches(b"one\ntwo\r\nthree\r\n"))
        self.assertEqual([], self.breaches(b"\0binary\r\n"))

    def test_an_empty_repository_is_not_silence(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(1, len(check(Path(folder))))


if __name__ == "__main__":
    unittest.main()
