#!/usr/bin/python3
"""Makes the data of a benchmark: always the same for the same options.

Writes into FOLDER: population.tif, hazard_01.tif ..., zones.gpkg, partition.gpkg, frame.gpkg, workload.json (what is in
them) and study.toml, study-partition.toml, study-frame.toml (the same hazards over each of the three layers), and
study-risk.toml, which goes on to the indices of hazard, vulnerability, capacity and risk and their rasters.
With --classes also class_01.tif ..., for tools that cannot classify an index themselves.
"""
import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from osgeo import gdal

from workload import rasters, zones

SCALES = {  # hazards, cells a side, zones, vertices a zone
    "tiny": (1, 512, 12, 500),
    "small": (1, 2000, 50, 4000),
    "medium": (3, 10000, 200, 8000),
    "large": (13, 20000, 500, 10000),
    "desa": (1, 10000, 5000, 2000),
}
LAYERS = {"study.toml": "zones", "study-partition.toml": "partition", "study-frame.toml": "frame"}


def write_raster(task):
    folder, side, seed, name, number = task
    if name == "population":
        field, recipe = rasters.population_field(side, seed), rasters.POPULATION_RECIPE
        return name, rasters.write(folder / f"{name}.tif", side, field, recipe)
    index = rasters.hazard_field(side, seed, number)
    if name.startswith("class"):
        return name, rasters.write(folder / f"{name}.tif", side, lambda *at: rasters.index_class(index(*at)),
                                   rasters.POPULATION_RECIPE, gdal.GDT_Byte, 0)
    recipe = rasters.HAZARD_RECIPES[number % len(rasters.HAZARD_RECIPES)]
    return name, rasters.write(folder / f"{name}.tif", side, index, recipe)


def study(scale, layer, hazards):
    text = f"""[study]
id = "bench-{scale}-{layer}"
title = "Benchmark {scale}: {layer}"
note = "Data fiktif"

[zones]
file = "{layer}.gpkg"
layer = "{layer}"
code = "kode"
name = "nama"

[population]
file = "population.tif"
unit = "count"
"""
    for number in range(1, hazards + 1):
        text += f"""
[[hazard]]
id = "h{number:02}"
title = "Bahaya {number}"
file = "hazard_{number:02}.tif"
kind = "index"
classes = "sepertiga"
"""
    return text + '\n[grid]\narea = "ellipsoidal"\n\n[borders]\nreport = false\n\n[output]\nfolder = "hasil"\n'


# Every figure is made up: the benchmark has no people. Limits and weights of the profile count for nothing here.
RISK = """
[profile]
use = "perka-2012"

[profile.set]
"physical.basis" = "hectare"
"physical.houses.weight" = 1.0
"physical.public.weight" = 0.0
"physical.critical.weight" = 0.0
"houses.price" = [10e6, 25e6, 50e6]
"applies.banjir.economic" = 0
"applies.banjir.environmental" = 0
"weight.banjir.social" = 0.6
"weight.banjir.physical" = 0.4

[capacity]
ikd = 0.46
ikm = 0.52
"""
GROUPS = {"sex_ratio": 0.49, "poverty": 0.12, "disability": 0.02, "age": 0.3}


def risk_study(scale, hazards):
    groups = "".join(f'''
[[population.group]]
id = "{parameter}"
parameter = "{parameter}"
share = {share}
note = "angka uji"
''' for parameter, share in GROUPS.items())
    text = study(scale, "zones", hazards).replace('unit = "count"\n', 'unit = "count"\n' + groups)
    return text.replace('kind = "index"\n', 'kind = "index"\ntype = "banjir"\n') + RISK


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", choices=SCALES, default="small")
    parser.add_argument("--extent-factor", type=float, default=1.0,
                        help="makes the rasters this many times wider and higher, with as many zones and vertices")
    parser.add_argument("--classes", action="store_true", help="also write class rasters")
    parser.add_argument("--seed", type=int, default=20190917)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    hazards, side, zone_count, vertices = SCALES[options.scale]
    side = round(side * options.extent_factor)
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, layer in LAYERS.items():
        (options.folder / name).write_text(study(options.scale, layer, hazards))
        (options.folder / f"{layer}.gpkg").unlink(missing_ok=True)
    (options.folder / "study-risk.toml").write_text(risk_study(options.scale, hazards))
    made = {"scale": options.scale, "side": side, "seed": options.seed, "hazards": hazards,
            "layers": zones.write_zones(options.folder, side, zone_count, vertices, options.seed)}
    kinds = ["hazard", "class"] if options.classes else ["hazard"]
    tasks = [("population", 0)] + [(f"{kind}_{n + 1:02}", n) for n in range(hazards) for kind in kinds]
    with ProcessPoolExecutor(options.jobs) as pool:
        made["rasters"] = dict(pool.map(write_raster, [(options.folder, side, options.seed, *t) for t in tasks]))
    (options.folder / "workload.json").write_text(json.dumps(made, indent=2) + "\n")


if __name__ == "__main__":
    main()
