"""papar tiles killed (SIGKILL) again and again at random moments, and given again until it ends: the files must be those
of a run without interruption, byte for byte, and what was done must not be done again.

    resume_tiles.py PAPAR FOLDER
"""

import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy
from osgeo import gdal, osr

gdal.UseExceptions()
SEED = 20
ROUNDS = 4  # each from an empty folder to the end


def make_result(papar, folder, cells):
    """The result of the sample with two more rasters of an index, large enough to be killed over, and without tiles."""
    shutil.rmtree(folder, ignore_errors=True)
    study = Path(__file__).parents[2] / "data" / "sample" / "study.toml"
    subprocess.run([papar, "run", str(study), "-o", str(folder), "-q"], check=True)
    shutil.rmtree(folder / "tiles", ignore_errors=True)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    y, x = numpy.mgrid[0:cells, 0:cells].astype(numpy.float32)
    for name, wave in (("satu", 90.0), ("dua", 37.0)):
        values = (numpy.sin(x / wave) * numpy.cos(y / (wave * 1.3)) + 1) / 2
        values += numpy.random.default_rng(1).random(values.shape, numpy.float32) * 0.1 - 0.05
        values = numpy.clip(values, 0, 1)
        values[(x + y) % 1500 < 200] = -9999
        file = gdal.GetDriverByName("GTiff").Create(
            str(folder / "rasters" / f"{name}.tif"), cells, cells, 1, gdal.GDT_Float32, ["TILED=YES", "COMPRESS=DEFLATE"])
        file.SetGeoTransform((106.0, 0.0003, 0, -6.0, 0, -0.0003))
        file.SetSpatialRef(crs)
        file.GetRasterBand(1).SetNoDataValue(-9999)
        file.GetRasterBand(1).WriteArray(values)


def hashes(folder):
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class Command:
    def __init__(self, papar, result):
        self.arguments = [papar, "tiles", str(result), "--raster", "satu,dua", "--limits", "0.333333,0.666667",
                          "--format", "pmtiles,mbtiles", "--zoom", "6-12", "--threads", "2"]

    def run(self, seconds=None):
        """CPU seconds, exit code (negative: killed) and what was said; killed after so many seconds."""
        process = subprocess.Popen(self.arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            said, _ = process.communicate()
        return process.returncode, said


def cpu(run):
    before = os.times()
    answer = run()
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system, answer


def main(papar, folder):
    folder = Path(folder)
    shutil.rmtree(folder, ignore_errors=True)
    result = folder / "hasil"
    folder.mkdir(parents=True)
    make_result(papar, result, 2000)
    tiles = result / "tiles"
    command = Command(papar, result)

    begin = time.monotonic()
    whole_cpu, (code, said) = cpu(command.run)
    duration = time.monotonic() - begin
    assert code == 0, said
    expected = hashes(tiles)
    # Two sets of three files, the three companions and the viewer's data.
    assert len(expected) == 12 and not any(name.startswith(".") for name in expected), sorted(expected)[:9]

    chance = random.Random(SEED)
    kills = found = 0
    for attempt in range(ROUNDS):
        shutil.rmtree(tiles)
        for _ in range(12):  # then it may end: archives themselves are written from the beginning each time
            code, said = command.run(chance.uniform(0.01, duration * 0.7))
            if code >= 0:
                break
            kills += 1
        if code < 0:
            code, said = command.run()
        # Killed between its last deed and its end, a command has left nothing to go on with: all files are there.
        assert code == 0 or "is there already" in said, f"seed {SEED}, round {attempt}: {said}"
        found += sum(int(number) for number in re.findall(r"; (\d+) of \d+ groups", said))
        assert hashes(tiles) == expected, f"seed {SEED}, round {attempt}: the files differ from an uninterrupted run's"
    assert kills >= ROUNDS, f"only {kills} kills"
    assert found > 0, "no part of an interrupted run was taken over"

    # Killed when the first raster has its archive: nothing of that one is cut again.
    shutil.rmtree(tiles)
    for _ in range(100):
        if (tiles / "satu.pmtiles").exists():
            break
        command.run(duration * 0.6)
    rest_cpu, (code, said) = cpu(command.run)
    assert code == 0 and hashes(tiles) == expected, said
    counts = re.search(r"satu: .*; (\d+) of (\d+) groups", said)
    assert counts and counts[1] == counts[2], said

    # Another raster under the same name: nothing of the old one is taken over.
    after = duration * 0.4
    while True:  # before it has an archive, however busy the machine was when `duration` was taken
        shutil.rmtree(tiles, ignore_errors=True)
        command.run(after)
        if not (tiles / "satu.pmtiles").exists():
            break
        after *= 0.7
    tiles.mkdir(exist_ok=True)  # killed before it had begun, a command has left nothing
    shutil.move(tiles, folder / "tiles")
    make_result(papar, result, 1500)
    shutil.move(folder / "tiles", tiles)
    code, said = command.run()
    assert code == 0 and "interrupted" not in said, said
    other = hashes(tiles)
    shutil.rmtree(tiles)
    assert command.run()[0] == 0 and hashes(tiles) == other, "a changed raster has tiles of the old one"

    print(f"{kills} kills in {ROUNDS} rounds (seed {SEED}), {found} groups taken over; "
          f"{rest_cpu:.2f} s of CPU time after a late kill, {whole_cpu:.2f} s for the whole")


main(*sys.argv[1:])
