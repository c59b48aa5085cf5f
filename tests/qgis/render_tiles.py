#!/usr/bin/python3
"""Opens the tiles of a result in QGIS as a user would and renders them.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 tests/qgis/render_tiles.py hasil tiles.png

MBTiles of the zones as vector tiles, MBTiles of a raster, and the WMTS with its address in the connection. Fails (exit 1, one
sentence) unless each is a valid layer where the result is, and the picture has the colours of the raster's legend.
Needs Debian's python3-qgis (3.22).
"""
import json
import os
import pathlib
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["GDAL_PAM_ENABLED"] = "NO"  # no .aux.xml beside the tiles: papar would not replace a folder with them

try:  # the platform must be chosen before Qt starts
    from qgis.core import (
        QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer, QgsVectorTileLayer)
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor
except ImportError as problem:
    print(f"skipped: {problem}; install Debian's python3-qgis")
    sys.exit(77)

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "web"))
from serve_tiles import served  # noqa: E402


def expect(condition, sentence):
    if not condition:
        sys.exit(f"render_tiles: {sentence}")


def rendered(layers, extent):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(1000, 900))
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    expect(not job.errors(), f"rendering failed: {[error.message for error in job.errors()]}")
    return job.renderedImage()


def colours(image):
    return {image.pixelColor(x, y).name() for x in range(0, 1000, 3) for y in range(0, 900, 3)} - {"#ffffff"}


def main(result, picture):
    application = QgsApplication([], False)
    application.initQgis()
    tiles = pathlib.Path(result) / "tiles"
    legend = {each["colour"] for each in json.loads((tiles / "banjir_bahaya_kelas.json").read_text())["classes"]}

    zones = QgsVectorTileLayer(f"type=mbtiles&url={tiles / 'wilayah.mbtiles'}", "wilayah")
    expect(zones.isValid(), "QGIS does not take the vector MBTiles")
    expect((zones.sourceMinZoom(), zones.sourceMaxZoom()) == (6, 14), "the zooms of the vector MBTiles are others")
    raster = QgsRasterLayer(str(tiles / "banjir_bahaya_kelas.mbtiles"), "raster")
    expect(raster.isValid(), "QGIS does not take the raster MBTiles")
    extent = raster.extent()
    expect(extent.intersects(zones.extent()), "zones and raster lie in different places")
    image = rendered([zones, raster], extent)
    expect(legend & colours(image), "no colour of the legend is in the picture")
    expect(colours(rendered([zones], extent)), "the zones are not drawn")
    expect(image.save(picture), f"{picture} could not be written")

    with served(str(tiles)) as base:
        source = (f"crs=EPSG:3857&format=image/png&layers=banjir_bahaya_kelas&styles=default"
                  f"&tileMatrixSet=GoogleMapsCompatible&url={base}/wmts.xml")
        wmts = QgsRasterLayer(source, "wmts", "wms")
        expect(wmts.isValid(), f"QGIS does not take the WMTS: {wmts.error().message()}")
        seen = colours(rendered([wmts], extent))
        expect(legend & seen, f"the WMTS shows {sorted(seen)[:5]}, no colour of the legend")
    print(f"{result}: vector and raster MBTiles and the WMTS in QGIS")
    del zones, raster, wmts
    application.exitQgis()


if __name__ == "__main__":
    expect(len(sys.argv) == 3, "usage: render_tiles.py hasil tiles.png")
    main(*sys.argv[1:])
