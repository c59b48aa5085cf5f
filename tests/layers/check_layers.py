#!/usr/bin/env python3
"""Checks every include line of the engine against the module table in engine/README.md, that a source file includes its
own header first, so that the header is known to compile by itself, and that no two types of the engine share a name:
the linker would take the one for the other and say nothing.

    tests/layers/check_layers.py REPOSITORY

Prints one line for each breach; exit code 1 if there is any.
"""
import re
import sys
from pathlib import Path

# Which library a foreign header belongs to. A header that fits nothing here is an error: name its library first.
LIBRARIES = {
    "Boost": r"boost/.*",
    "CLI11": r"CLI/.*",
    "GDAL": r"(gdal|ogr|cpl|vrt)\w*\.h",
    "GEOS": r"geos_c\.h|geos/.*",
    "GoogleTest": r"(gtest|gmock)/.*",
    "OpenSSL": r"openssl/.*",
    "PROJ": r"(proj(_experimental)?|geodesic)\.h",
    "SQLite": r"sqlite3\.h",
    "fmt": r"fmt/.*",
    "libdeflate": r"libdeflate\.h",
    "libtiff": r"tiff(io)?\.h",
    "libwebp": r"webp/.*",
    "libxlsxwriter": r"xlsxwriter\.h",
    "libzip": r"zip\.h",
    "nlohmann-json": r"nlohmann/.*",
    "oneTBB": r"(oneapi/)?tbb/.*",
    "protozero": r"protozero/.*",
    "pugixml": r"pugixml\.hpp",
    "toml++": r"toml\+\+/.*",
    "zstd": r"zstd\.h",
}
# The language, the processor, the operating system.
SYSTEM = re.compile(r"[a-z_]+|\w+intrin\.h|(fcntl|link|sched|signal|stdio|unistd)\.h|sys/\w+\.h")
# Only the program talks.
SILENT = re.compile(r"iostream|print")


class Module:
    """A row of the table."""

    def __init__(self, may_include, libraries):
        self.everything = may_include == "all"
        self.headers = set(re.findall(r"(\w+)'s `([\w.]+)`", may_include))
        self.modules = set(re.findall(r"\w+", re.sub(r"[^,]*`[^,]*", "", may_include)))
        self.libraries = {name.strip() for name in libraries.split(",")} - {"–"}

    def may_include(self, module, header):
        return (self.everything or module in self.modules or (module, header) in self.headers
                or header.endswith("_settings.hpp"))


def read_table(readme):
    table = {}
    for line in readme.read_text().splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        if len(cells) == 4 and re.fullmatch(r"`\w+`", cells[0]):
            table[cells[0].strip("`")] = Module(cells[2], cells[3])
    return table


def library_of(header):
    return next((name for name, pattern in LIBRARIES.items() if re.fullmatch(pattern, header)), None)


def complaint(table, own, quote, header):
    """What is wrong with one include line of module `own`, or None."""
    if quote == '"':
        parts = header.split("/")
        if parts[0] != "engine" or ".." in parts:
            return "is not a repository path into the engine"
        module = parts[1] if len(parts) > 2 else "run"
        if module != own and not table[own].may_include(module, parts[-1]):
            return f"is not for {own}: it may not include {module}"
        return None
    if SILENT.fullmatch(header):
        return "prints; only tools/papar does"
    if SYSTEM.fullmatch(header):
        return None
    library = library_of(header)
    if library is None:
        return "belongs to no library that tests/layers/check_layers.py knows"
    if library not in table[own].libraries | table["base"].libraries:
        return f"is not for {own}: it may not use {library}"
    return None


def types_of(lines):
    """Types that the namespace papar gets from a file: those at a line's begin, outside unnamed namespaces."""
    unnamed = False
    for line in lines:
        unnamed = line == "namespace {" or (unnamed and line != "}  // namespace")
        defined = re.match(r"(?:struct|class|enum(?: class)?) (\w+)(?: [^;]*)?\{", line)
        if defined and not unnamed:
            yield defined.group(1)


def check(repository):
    """One sentence for each breach."""
    types = {}
    engine = repository / "engine"
    table = read_table(engine / "README.md")
    if "base" not in table:
        return ["engine/README.md: no module table found"]
    breaches = []
    for file in sorted(path for path in engine.rglob("*") if path.suffix in (".hpp", ".cpp")):
        place = file.relative_to(repository)
        own = place.parts[1] if len(place.parts) > 2 else "run"
        if own not in table:
            breaches.append(f"{place}: the module table has no {own}")
            continue
        lines = file.read_text().splitlines()
        header = place.with_suffix(".hpp")
        first = next((line for line in lines if line.startswith("#include")), "")
        if file.suffix == ".cpp" and (repository / header).exists() and first != f'#include "{header}"':
            breaches.append(f"{place}: does not include {header} first")
        for name in types_of(lines):
            if types.setdefault(name, place) != place:
                breaches.append(f"{place}: {types[name]} has a type {name} too")
        for number, line in enumerate(lines, start=1):
            include = re.match(r'\s*#\s*include\s*(["<])([^">]+)', line)
            problem = include and complaint(table, own, *include.groups())
            if problem:
                breaches.append(f"{place}:{number}: {include.group(2)} {problem}")
    return breaches


if __name__ == "__main__":
    found = check(Path(sys.argv[1]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
