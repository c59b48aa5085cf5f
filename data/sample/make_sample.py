#!/usr/bin/python3
"""Makes the data of the fictional Kabupaten Contoh: ketinggian.tif, batas.gpkg, banjir.tif, longsor.tif,
karhutla.tif, penduduk.tif, desa.csv, tutupan_lahan.tif, nilai_pdrb.tif, fasilitas.gpkg, jalan.gpkg and kapasitas.csv.
The values are the same on every machine. Takes about a minute; needs python3-numpy and python3-gdal only.

    make_sample.py [FOLDER]     FOLDER: where to write; default: beside this program
"""
import sys
from pathlib import Path

import numpy as np

from generator import borders, capacity, census, cover, files, hazards, names, worth
from generator.facilities import make_facilities
from generator.land import make_land
from generator.people import people_per_cell
from generator.places import coarse, make_places
from generator.regions import make_regions
from generator.roads import make_roads


def make_polygons(regions):
    """Polygons of every unit, by layer and number: all layers from the same arcs."""
    arcs = borders.make_arcs(regions.desa)
    groups = {"kabupaten": (regions.kecamatan_of > 0).astype(int), "kecamatan": regions.kecamatan_of,
              "desa": np.arange(regions.kecamatan_of.size)}
    return {layer: {number: borders.polygons_of(rings) for number, rings in borders.rings_of(arcs, group).items()}
            for layer, group in groups.items()}


def surveyed(land):
    """Heights of the land in steps of 25 cm, none at sea."""
    return np.where(land.sea, np.nan, np.floor(land.height * 4 + 0.5) / 4)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    land = make_land()
    places = make_places(land)
    regions = make_regions(land, places)
    polygons = make_polygons(regions)
    units = names.make_units(land, regions)
    people = people_per_cell(land, places, regions)
    counted = census.people_in(people, regions.desa, polygons["desa"])
    fire = hazards.fire_index(land, places)
    lands = cover.land_cover(land, places, people, np.nan_to_num(fire))
    roads = make_roads(land, places, regions, lands, units)
    height = {number: coarse(land.height)[place] for number, place in enumerate(regions.villages, start=1)}

    files.write_raster(folder / "ketinggian.tif", surveyed(land), "Ketinggian (fiktif)", "m")
    files.write_raster(folder / "banjir.tif", hazards.flood_depth(land), "Kedalaman genangan banjir (fiktif)", "m")
    files.write_raster(folder / "longsor.tif", hazards.landslide_index(land),
                       "Indeks bahaya tanah longsor (fiktif)", "")
    files.write_raster(folder / "karhutla.tif", fire, "Indeks bahaya kebakaran hutan dan lahan (fiktif)", "")
    files.write_raster(folder / "penduduk.tif", people, "Jumlah penduduk per sel (fiktif)", "jiwa")
    files.write_classes(folder / "tutupan_lahan.tif", lands, "Tutupan lahan (fiktif)", cover.NAMES, cover.COLOURS,
                        cover.NODATA)
    files.write_raster(folder / "nilai_pdrb.tif", worth.product_per_hectare(lands, people),
                       "PDRB setahun per hektare (fiktif)", "Rp/ha")
    files.write_borders(folder / "batas.gpkg", units, polygons)
    files.write_facilities(folder / "fasilitas.gpkg", make_facilities(land, regions, lands, units, counted, roads))
    files.write_roads(folder / "jalan.gpkg", roads)
    files.write_table(folder / "desa.csv", census.make_table(units, counted, height))
    files.write_table(folder / "kapasitas.csv", capacity.make_table(units))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
