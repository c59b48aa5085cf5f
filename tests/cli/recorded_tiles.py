#!/usr/bin/env python3
"""Does run.json list the tiles that a run cut? Hashes by Python's hashlib.

    tests/cli/recorded_tiles.py PAPAR INPUTS
"""
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

papar, inputs = sys.argv[1:]


def entry(result, path):
    name = str(path.relative_to(result))
    if path.is_dir():
        files = [each for each in path.rglob("*") if each.is_file()]
        assert len(files) > 1
        return {"name": name + "/", "files": len(files), "bytes": sum(each.stat().st_size for each in files)}
    content = path.read_bytes()
    return {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


with tempfile.TemporaryDirectory(prefix="papar-cli-") as scratch:
    folder = Path(scratch) / "studi"
    shutil.copytree(inputs, folder)
    study = folder / "study.toml"
    study.write_text(study.read_text() + '\n[tiles]\nformats = ["pmtiles", "mbtiles", "dir"]\nrasters = ["banjir", "wilayah"]\n'
                     'terrain = "penduduk.tif"\n')  # holds 0 to 95: heights, for all that can be told
    subprocess.run([papar, "run", "study.toml", "-o", "a", "-q"], cwd=folder, check=True)
    result = folder / "a"
    listed = [each for each in json.loads((result / "run.json").read_text())["outputs"] if each["name"].startswith("tiles/")]
    assert listed == [entry(result, path) for path in sorted((result / "tiles").iterdir())], listed
    names = [each["name"] for each in listed]
    for name in ("tiles/banjir/", "tiles/banjir.pmtiles", "tiles/wilayah.mbtiles", "tiles/hasil.json", "tiles/style.json"):
        assert name in names, name
    # The record can be run again: the same tiles.
    subprocess.run([papar, "run", "a/run.json", "-o", "b", "-q"], cwd=folder, check=True)
    again = [each for each in json.loads((folder / "b/run.json").read_text())["outputs"] if each["name"].startswith("tiles/")]
    assert again == listed
    # `papar tiles` finds the terrain in the record; another file of its name is refused.
    relief = result / "tiles/relief.pmtiles"
    before = relief.read_bytes()
    cut = [papar, "tiles", "a", "--raster", "relief", "--overwrite", "-q"]
    relief.unlink()
    subprocess.run(cut, cwd=folder, check=True)
    assert relief.read_bytes() == before
    shutil.copy(folder / "banjir.tif", folder / "penduduk.tif")
    refused = subprocess.run(cut, cwd=folder, capture_output=True, text=True)
    assert refused.returncode == 3 and "is not the file that" in refused.stderr, refused.stderr
print(f"{len(listed)} entries of tiles")
