#!/usr/bin/env python3
"""The layer check finds what is planted, and only that."""
import tempfile
import unittest
from pathlib import Path

from check_layers import check

TABLE = """
| module | responsibility | may include | foreign libraries |
| --- | --- | --- | --- |
| `base` | words | – | fmt |
| `grid` | cells | base | – |
| `overlay` | sums | grid, base | oneTBB |
| `io` | files | grid, base | GDAL, GEOS |
| `study` | reads settings | the `*_settings.hpp` headers, overlay's `hazard_classes.hpp`, base | toml++ |
| `run` | calls the stages | all | – |
"""


class LayersTest(unittest.TestCase):
    def breaches(self, path, *includes, beside=()):
        """Of a repository whose only source file is `path`; empty files may lie beside it."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / path
            file.parent.mkdir(parents=True)
            file.write_text("// first line\n" + "".join(f"#include {header}\n" for header in includes))
            for name in beside:
                (file.parent / name).write_text("")
            (Path(folder) / "engine/README.md").write_text(TABLE)
            return check(Path(folder))

    def test_what_the_table_allows(self):
        self.assertEqual([], self.breaches(
            "engine/overlay/sum.cpp", '"engine/overlay/sum.hpp"', '"engine/grid/window.hpp"', "<vector>",
            "<immintrin.h>", "<sys/stat.h>", "<tbb/parallel_for.h>", '"engine/io/input_settings.hpp"'))
        self.assertEqual([], self.breaches(
            "engine/study/study.hpp", '"engine/overlay/hazard_classes.hpp"', "<toml++/toml.h>"))
        self.assertEqual([], self.breaches("engine/run.cpp", '"engine/io/open.hpp"', '"engine/run.hpp"'))

    def test_types_of_one_name(self):
        with tempfile.TemporaryDirectory() as folder:
            for place, text in {"grid/cell.hpp": "struct Cell {", "io/cell.cpp": "namespace {\nstruct Cell {\n}  // namespace",
                                "io/other.cpp": "enum class Cell : char {", "io/third.hpp": "class Cell;"}.items():
                file = Path(folder) / "engine" / place
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text)
            (Path(folder) / "engine/README.md").write_text(TABLE)
            self.assertEqual(["engine/io/other.cpp: engine/grid/cell.hpp has a type Cell too"], check(Path(folder)))

    def test_everybody_may_use_what_base_uses(self):
        self.assertEqual([], self.breaches("engine/grid/grid.cpp", "<fmt/format.h>"))

    def test_a_forbidden_module(self):
        self.assertEqual(["engine/grid/grid.hpp:3: engine/io/open.hpp is not for grid: it may not include io"],
                         self.breaches("engine/grid/grid.hpp", "<vector>", '"engine/io/open.hpp"'))

    def test_one_allowed_header_does_not_open_its_module(self):
        self.assertEqual(
            ["engine/study/study.hpp:2: engine/overlay/sum.hpp is not for study: it may not include overlay"],
            self.breaches("engine/study/study.hpp", '"engine/overlay/sum.hpp"'))

    def test_the_top_is_for_nobody_below(self):
        self.assertEqual(1, len(self.breaches("engine/io/open.cpp", '"engine/run.hpp"')))

    def test_a_foreign_library_not_listed(self):
        self.assertEqual(["engine/overlay/sum.cpp:2: gdal_priv.h is not for overlay: it may not use GDAL"],
                         self.breaches("engine/overlay/sum.cpp", "<gdal_priv.h>"))

    def test_a_library_nobody_has_named(self):
        self.assertEqual(1, len(self.breaches("engine/base/error.hpp", "<boost/geometry.hpp>")))

    def test_relative_paths_printing_and_unknown_modules(self):
        for path, header in (("engine/grid/grid.cpp", '"grid.hpp"'),
                             ("engine/grid/grid.cpp", '"engine/grid/../io/a.hpp"'),
                             ("engine/grid/grid.cpp", "<iostream>"),
                             ("engine/util/strings.hpp", "<string>")):
            self.assertEqual(1, len(self.breaches(path, header)), header)

    def test_a_source_includes_its_own_header_first(self):
        self.assertEqual([], self.breaches("engine/grid/grid.cpp", '"engine/grid/grid.hpp"', "<string>",
                                           beside=["grid.hpp"]))
        self.assertEqual(["engine/grid/grid.cpp: does not include engine/grid/grid.hpp first"],
                         self.breaches("engine/grid/grid.cpp", "<string>", '"engine/grid/grid.hpp"',
                                       beside=["grid.hpp"]))

    def test_a_missing_table_is_not_silence(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "engine").mkdir()
            (Path(folder) / "engine/README.md").write_text("# The engine\n")
            self.assertEqual(["engine/README.md: no module table found"], check(Path(folder)))


if __name__ == "__main__":
    unittest.main()
