#!/usr/bin/python3
"""Makes the data of tiles_bench.py: always the same for the same options.

Writes into FOLDER: hasil/ (what the tile cutter reads of a result: rasters/indeks.tif, indeks_kelas.tif, the rest from
the sample),
colours.txt (the classes for gdaldem color-relief); vectors/ (a study of zones, its result by a real run of papar, and
the result's zones as GeoJSON, for d).
"""
import argparse
import shutil
import subprocess
import tempfile
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
    result = options.folder / "hasil"
    tiles.write_result(result, options.side, options.seed)
    with tempfile.TemporaryDirectory() as folder:  # what else a result has: small, so that it is not measured
        sample = Path(__file__).resolve().parents[2] / "data" / "sample" / "study.toml"
        subprocess.run([options.papar, "run", sample, "-o", Path(folder) / "hasil", "-q"], check=True)
        for name in ("run.json", "krb.gpkg"):
            shutil.copy(Path(folder) / "hasil" / name, result)
    (options.folder / "colours.txt").write_text(tiles.colour_relief())
    vectors = options.folder / "vectors"
    study = tiles.write_vector_study(vectors, options.zones, options.seed)
    subprocess.run([options.papar, "run", study, "-o", vectors / "hasil", "--overwrite", "-q"], check=True)
    tiles.write_geojson(vectors / "hasil" / "krb.gpkg", vectors)


if __name__ == "__main__":
    main()
