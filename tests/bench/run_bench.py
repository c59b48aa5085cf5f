#!/usr/bin/python3
"""Times `papar run` against the read floor, side by side: floor, papar, floor, papar ...

The read floor reads and decodes every block of the workload's rasters once and throws it away. Whole programs are
timed, from start to exit, papar with all its outputs. Where exactextract is on the PATH, and the workload has class
rasters (make_workload.py --classes), it is timed on the same work as well. One unmeasured read of the rasters
first brings them into the page cache.

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
from pathlib import Path
from statistics import median


def run(command):
    """Seconds and peak memory (MB) of a command that must succeed."""
    with tempfile.TemporaryFile() as talk:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=talk, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            talk.seek(0)
            sys.exit(f"{' '.join(command)}\nended with {process.returncode}:\n{talk.read().decode(errors='replace')}")
    return {"seconds": seconds, "peak_mb": usage.ru_maxrss / 1024, "cpu_seconds": usage.ru_utime + usage.ru_stime}


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
    peer = exactextract_command(folder, out)
    return found | ({"exactextract": peer} if peer else {})


def bench(folder, options):
    with tempfile.TemporaryDirectory(prefix="papar-bench-") as out:
        programs = commands(folder, options, Path(out))
        run(programs["read_floor"])
        runs = {name: [] for name in programs}
        for _ in range(options.repeat):
            for name, command in programs.items():
                shutil.rmtree(Path(out) / "hasil", ignore_errors=True)  # each run makes its output anew
                runs[name].append(run(command))
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
    return result


def report(result):
    print(f"{result['workload']} ({result['study']}, {result['threads']} threads, median of {result['repeat']})")
    for name in ("read_floor", "papar", "exactextract"):
        if name in result:
            r = result[name]
            print(f"  {name:<13}{r['seconds']:9.3f} s{r['ratio_to_floor']:8.2f} x floor{r['cpu_seconds']:9.2f} s CPU"
                  f"{r['peak_mb']:9.0f} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="made by make_workload.py")
    parser.add_argument("--papar", type=Path, required=True)
    parser.add_argument("--read-floor", type=Path, required=True)
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
