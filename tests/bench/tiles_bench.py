#!/usr/bin/python3
"""Times `papar tiles` against other tile cutters on the same made-up data, and holds the ratios against their limits.

  a  palette classes to a folder of PNG, zooms 6-13, one thread: `gdal raster tile` (GDAL >= 3.11) and gdal2tiles.py
  b  a Float32 index to classified PMTiles in one command: gdaldem color-relief, then gdal2tiles.py
  c  as a but PMTiles, zooms 6-15, two threads: `gdal raster tile`; and papar's peak memory
  d  polygons with shared borders to vector tiles, zooms 4-8, one thread: tippecanoe, which keeps shared nodes

Peers are found on the PATH; what is not there is left out, and said so. Programs run in turn, whole, from start to
exit, into an empty folder; figures are medians, ratios those of neighbouring runs. The data stay in FOLDER and are
made only if they are not there. d takes --zones (a GeoPackage with `kode` and `nama`), else the kecamatan of Indonesia
under PAPAR_REAL_DATA, else made-up zones. Exit code 1 if a limit is exceeded.

    tiles_bench.py --papar build/release/tools/papar/papar build/bench/tiles
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from run_bench import run

CLASSES, INDEX, VECTORS = "indeks_kelas", "indeks", "wilayah"
LIMITS = "0.3333333,0.6666667"


class Cutter:
    """A way to cut tiles: its commands one after the other, and where its tiles are afterwards."""

    def __init__(self, name, steps, output):
        self.name, self.steps, self.output = name, [list(map(str, step)) for step in steps], output
        self.runs = []

    def measure(self, empty):
        shutil.rmtree(empty, ignore_errors=True)
        empty.mkdir(parents=True)
        parts = [run(step) for step in self.steps]
        count, size = tiles_in(self.output)
        self.runs.append({"wall": sum(p["seconds"] for p in parts), "cpu": sum(p["cpu_seconds"] for p in parts),
                          "peak_mb": max(p["peak_mb"] for p in parts), "tiles": count, "bytes": size})

    def median(self, figure):
        return median(r[figure] for r in self.runs)

    def ratio(self, peer, figure):
        return median(own[figure] / other[figure] for own, other in zip(self.runs, peer.runs))


def tiles_in(output):
    """Tiles and their bytes: of a folder each path, links too; of PMTiles what the header says, equal tiles once."""
    if output.is_dir():
        sizes = [path.stat().st_size for path in output.glob("*/*/*.png")]
        return len(sizes), sum(sizes)
    with open(output, "rb") as file:
        header = file.read(127)
    return int.from_bytes(header[72:80], "little"), int.from_bytes(header[64:72], "little")


def papar_raster(options, out, name, zooms, threads, form, *more):
    result = out / "hasil"  # its own links to the rasters: `tiles/` comes to be beside them
    output = result / "tiles" / (name if form == "dir" else f"{name}.{form}")
    return Cutter("papar tiles", [
        ["cp", "-rs", options.folder / "hasil", result],
        [options.papar, "tiles", result, "--raster", name, "--zoom", zooms, "--format", form, "--threads", threads,
         "-q", *more]], output)


def gdal_raster_tile(options, out, zooms, threads):
    first, last = zooms.split("-")
    return Cutter("gdal raster tile", [
        ["gdal", "raster", "tile", "-q", "-r", "nearest", "--overview-resampling", "nearest", "--min-zoom", first,
         "--max-zoom", last, "--skip-blank", "--webviewer", "none", "-j", threads,
         options.folder / "hasil" / "rasters" / f"{CLASSES}.tif", out / "xyz"]], out / "xyz")


def gdal2tiles(out, zooms, source, *before):
    return Cutter("gdal2tiles", [
        *before,
        ["gdal2tiles.py", "-q", "-r", "near", "-x", "--xyz", "-w", "none", "-z", zooms, source, out / "xyz"]],
        out / "xyz")


# A case: papar, its peers, and limits as (figure, peer or None for papar's own, highest ratio or figure).
def case_a(options, out):
    source, rgba = options.folder / "hasil" / "rasters" / f"{CLASSES}.tif", out / "rgba.vrt"
    return (papar_raster(options, out, CLASSES, "6-13", 1, options.format or "dir"),
            [gdal_raster_tile(options, out, "6-13", 1),
             gdal2tiles(out, "6-13", rgba, ["gdal_translate", "-q", "-of", "VRT", "-expand", "rgba", source, rgba])],
            [("cpu", "gdal raster tile", 0.45), ("cpu", "gdal2tiles", 0.12), ("bytes", "gdal raster tile", 0.55)])


def case_b(options, out):
    source, rgba = options.folder / "hasil" / "rasters" / f"{INDEX}.tif", out / "rgba.tif"
    colours = options.folder / "colours.txt"
    relief = ["gdaldem", "color-relief", "-q", "-alpha", "-co", "TILED=YES", source, colours, rgba]
    return (papar_raster(options, out, INDEX, "6-13", 1, "pmtiles", "--limits", LIMITS),
            [gdal2tiles(out, "6-13", rgba, relief)],
            [("cpu", "gdal2tiles", 0.20)])


def case_c(options, out):
    return (papar_raster(options, out, CLASSES, "6-15", 2, options.format or "pmtiles"),
            [gdal_raster_tile(options, out, "6-15", 2)],
            [("wall", "gdal raster tile", 0.20), ("peak_mb", None, 150)])


def papar_vectors(options, out):
    """The zones of the result with their labels."""
    result = out / "hasil"
    return Cutter("papar tiles", [
        ["cp", "-rs", options.folder / "vectors" / "hasil", result],
        [options.papar, "tiles", result, "--raster", VECTORS, "--zoom", "4-8", "--format", "pmtiles", "--threads", 1, "-q"]],
        result / "tiles" / f"{VECTORS}.pmtiles")


def case_d(options, out):
    folder, output = options.folder / "vectors", out / "zona.pmtiles"
    layers = [word for name in ("zona", "zona_label") for word in ("-L", f"{name}:{folder / name}.geojson")]
    # Nothing dropped on either side: every point (-r1), no limit of a tile's bytes or features.
    tippecanoe = Cutter("tippecanoe", [
        ["env", "TIPPECANOE_MAX_THREADS=1", "tippecanoe", "-q", "-o", output, "-Z4", "-z8", "-r1",
         "--no-simplification-of-shared-nodes", "--no-tile-size-limit", "--no-feature-limit", *layers]], output)
    return (papar_vectors(options, out), [tippecanoe], [("cpu", "tippecanoe", 0.45), ("bytes", "tippecanoe", 1.05)])


CASES = {"a": ("classes, zooms 6-13, 1 thread", case_a), "b": ("index to PMTiles, zooms 6-13, 1 thread", case_b),
         "c": ("classes, zooms 6-15, 2 threads", case_c), "d": ("vector tiles, zooms 4-8, 1 thread", case_d)}


def there(peer):
    if not shutil.which({"gdal raster tile": "gdal", "gdal2tiles": "gdal2tiles.py"}.get(peer, peer)):
        return False
    return peer != "gdal raster tile" or subprocess.run(["gdal", "raster", "tile", "--help"],
                                                        capture_output=True).returncode == 0


def bench(case, options):
    title, make = CASES[case]
    print(f"{case}  {title}", flush=True)
    out = options.folder / "out"
    papar, peers, limits = make(options, out)
    cutters = {peer.name: peer for peer in peers if there(peer.name)}
    for peer in peers:
        if peer.name not in cutters:
            print(f"   {peer.name} is not on the PATH: left out")
    if papar is None:
        print("   this papar does not cut such tiles: left out")
    measured = [cutter for cutter in (papar, *cutters.values()) if cutter]
    for _ in range(options.repeat):
        for cutter in measured:
            cutter.measure(out)
    shutil.rmtree(out, ignore_errors=True)
    figures = {}
    for cutter in measured:
        middle = figures[cutter.name] = {f: cutter.median(f) for f in ("wall", "cpu", "peak_mb", "tiles", "bytes")}
        print("   {:<17}{wall:9.2f} s{cpu:9.2f} s CPU{peak_mb:7.0f} MB{tiles:9.0f} tiles{bytes:12.0f} bytes".format(
            cutter.name, **middle))
    ratios = []
    for figure, peer, limit in limits:
        if papar and (peer is None or peer in cutters):
            value = papar.ratio(cutters[peer], figure) if peer else max(r[figure] for r in papar.runs)
            ratios.append({"figure": figure, "of": peer, "value": value, "limit": limit, "kept": value <= limit})
            print(f"   {figure:>8} {'of ' + peer if peer else 'of papar':<20}{value:8.3f}  limit {limit:<6g}"
                  f"{'kept' if value <= limit else 'EXCEEDED'}")
    return {"case": case, "programs": figures, "ratios": ratios}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="for the data and the tiles; some gigabytes")
    parser.add_argument("--papar", type=Path, required=True)
    parser.add_argument("--cases", default="abcd", help="which of them: ac")
    parser.add_argument("--side", type=int, default=8192, help="cells along a side of the rasters")
    parser.add_argument("--zones", type=Path, help="for d")
    parser.add_argument("--format", choices=["dir", "pmtiles"],
                        help="what papar writes in a and c; GDAL writes a folder, but does not wait for the disk")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--seed", type=int, default=20190917)
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    options = parser.parse_args()
    options.folder = options.folder.resolve()
    national = Path(os.environ.get("PAPAR_REAL_DATA", "")) / "national" / "idn_kecamatan_cahyadsn.gpkg"
    if options.zones is None and national.is_file():
        options.zones = national
    if not (options.folder / "vectors" / "zona_label.geojson").exists():
        maker = Path(__file__).with_name("make_tile_workload.py")  # a process of its own: peak memory is inherited
        run([str(word) for word in (sys.executable, maker, options.folder, "--papar", options.papar, "--side",
                                    options.side, "--seed", options.seed,
                                    *(["--zones", options.zones] if options.zones else []))])
    results = [bench(case, options) for case in options.cases]
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n")
    sys.exit(0 if all(ratio["kept"] for result in results for ratio in result["ratios"]) else 1)


if __name__ == "__main__":
    main()
