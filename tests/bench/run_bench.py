#!/usr/bin/python3
"""Times `papar run` against the read floor, side by side: floor, papar, floor, papar ...

The read floor reads and decodes every block of the workload's rasters once and throws it away. Whole programs are
timed, from start to exit, papar with all its outputs. Where exactextract is on the PATH, and the workload has class
rasters (make_workload.py --classes), it is timed on the same work as well. One unmeasured read of the rasters
first brings them into the page cache.

With --cog-floor, a study that has a [profile] is timed against plain GDAL calls that read the same rasters and write
the same Cloud Optimized GeoTIFFs (its own clock: the values to write come from a first run of papar, unmeasured).

    run_bench.py --papar build/release/tools/papar/papar --read-floor build/release/tests/bench/read_floor FOLDER...
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path
from statistics import median


def run(command):
    """Seconds, peak memory (MB) and words of a command that must succeed."""
    with tempfile.TemporaryFile() as talk:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=talk, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        talk.seek(0)
        words = talk.read().decode(errors="replace")
        if process.returncode:
            sys.exit(f"{' '.join(command)}\nended with {process.returncode}:\n{words}")
    return {"seconds": seconds, "peak_mb": usage.ru_maxrss / 1024, "cpu_seconds": usage.ru_utime + usage.ru_stime,
            "words": words}


def rasters_named_in(value):
    """Every raster that a study names as `file`."""
    if isinstance(value, dict):
        own = [value["file"]] if str(value.get("file", "")).endswith(".tif") else []
        return own + [name for each in value.values() for name in rasters_named_in(each)]
    return [name for each in value for name in rasters_named_in(each)] if isinstance(value, list) else []


def cog_floor_command(folder, options, out, papar):
    """None where it is not wanted or the study writes no rasters; else runs papar once for the values to write."""
    study = tomllib.loads((folder / options.study).read_text())
    if not options.cog_floor or "profile" not in study:
        return None
    run([str(out / "nilai") if word == str(out / "hasil") else word for word in papar])
    inputs = [str(folder / name) for name in dict.fromkeys(rasters_named_in(study))]
    return [str(options.cog_floor), "--threads", str(options.threads), "--rasters", str(out / "nilai" / "rasters"),
            "--out", str(out / "cog"), *inputs]


def exactextract_command(folder, out):
    """People per zone and class for every hazard, and people per zone; None where it cannot be run."""
    program, classes = shutil.which("exactextract"), sorted(folder.glob("class_*.tif"))
    if not program or not classes:
        return None
    population = folder / "population.tif"
    command = [program, "-p", str(folder / "zones.gpkg"), "-f", "kode", "-o", str(out / "exactextract.csv"),
               "-r", f"people:{population}", "-w", f"weight:{population}", "-s", "sum(people)"]
    for raster in classes:
        command += ["-r", f"{raster.stem}:{raster}", "-s", f"frac({raster.stem})",
                    "-s", f"weighted_frac({raster.stem},weight)"]
    return command + ["--strategy", "raster-sequential"]  # it has no weights in its parallel strategy


def commands(folder, options, out):
    threads = str(options.threads)
    rasters = [str(folder / "population.tif"), *map(str, sorted(folder.glob("hazard_*.tif")))]
    found = {
        "read_floor": [str(options.read_floor), "--threads", threads, *rasters],
        "papar": [str(options.papar), "run", str(folder / options.study), "-o", str(out / "hasil"), "--threads", threads]
        + (["--gdal"] if options.gdal else []),
    }
    peers = {"cog_floor": cog_floor_command(folder, options, out, found["papar"]),
             "exactextract": exactextract_command(folder, out)}
    return found | {name: command for name, command in peers.items() if command}


def bench(folder, options):
    with tempfile.TemporaryDirectory(prefix="papar-bench-") as out:
        programs = commands(folder, options, Path(out))
        run(programs["read_floor"])
        runs = {name: [] for name in programs}
        for _ in range(options.repeat):
            for name, command in programs.items():
                shutil.rmtree(Path(out) / "hasil", ignore_errors=True)  # each run makes its output anew
                runs[name].append(run(command))
                if name == "cog_floor":
                    runs[name][-1]["seconds"] = json.loads(runs[name][-1]["words"])["seconds"]
    floor = [r["seconds"] for r in runs["read_floor"]]
    result = {"workload": folder.name, "study": options.study, "threads": options.threads, "repeat": options.repeat}
    for name, measured in runs.items():
        seconds = [r["seconds"] for r in measured]
        result[name] = {
            "seconds": round(median(seconds), 4),
            "cpu_seconds": round(median(r["cpu_seconds"] for r in measured), 4),
            "peak_mb": round(max(r["peak_mb"] for r in measured), 1),
            "ratio_to_floor": round(median(own / base for own, base in zip(seconds, floor)), 4),
            "all_seconds": [round(s, 4) for s in seconds],
        }
    if "cog_floor" in runs:
        result["papar"]["ratio_to_cog_floor"] = round(
            median(own["seconds"] / base["seconds"] for own, base in zip(runs["papar"], runs["cog_floor"])), 4)
    return result


def report(result):
    print(f"{result['workload']} ({result['study']}, {result['threads']} threads, median of {result['repeat']})")
    for name in ("read_floor", "cog_floor", "papar", "exactextract"):
        if name in result:
            r = result[name]
            print(f"  {name:<13}{r['seconds']:9.3f} s{r['ratio_to_floor']:8.2f} x floor{r['cpu_seconds']:9.2f} s CPU"
                  f"{r['peak_mb']:9.0f} MB")
    if "cog_floor" in result:
        print(f"  papar with its rasters: {result['papar']['ratio_to_cog_floor']:.2f} x cog_floor")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="made by make_workload.py")
    parser.add_argument("--papar", type=Path, required=True)
    parser.add_argument("--read-floor", type=Path, required=True)
    parser.add_argument("--cog-floor", type=Path, help="cog_floor, for a study with a [profile]")
    parser.add_argument("--study", default="study.toml", help="study file inside each folder")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--gdal", action="store_true", help="let papar decode with GDAL, as the read floor does")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    options = parser.parse_args()
    results = []
    for folder in options.folders:
        results.append(bench(folder, options))
        report(results[-1])
    if options.json:
        options.json.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
