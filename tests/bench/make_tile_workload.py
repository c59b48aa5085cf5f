#!/usr/bin/python3
"""Makes the data of tiles_bench.py: always the same for the same options.

Writes into FOLDER: hasil/ (what the tile cutter reads of a result: run.json, rasters/indeks.tif, indeks_kelas.tif),
colours.txt (the classes for gdaldem color-relief); vectors/ (a study of zones, its result by a real run of papar, and
the result's zones as GeoJSON, for d).
"""
import argparse
import subprocess
from pathlib import Path

from workload import tiles


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--papar", type=Path, required=True)
    parser.add_argument("--side", type=int, default=8192, help="cells along a side of the rasters")
    parser.add_argument("--zones", type=Path, help="GeoPackage with `kode` and `nama`; otherwise 7,000 made-up zones")
    parser.add_argument("--seed", type=int, default=20190917)
    options = parser.parse_args()
    tiles.write_result(options.folder / "hasil", options.side, options.seed)
    (options.folder / "colours.txt").write_text(tiles.colour_relief())
    vectors = options.folder / "vectors"
    study = tiles.write_vector_study(vectors, options.zones, options.seed)
    subprocess.run([options.papar, "run", study, "-o", vectors / "hasil", "--overwrite", "-q"], check=True)
    tiles.write_geojson(vectors / "hasil" / "krb.gpkg", vectors)


if __name__ == "__main__":
    main()
