#!/usr/bin/python3
"""Opens diff.gpkg in QGIS as a user would and renders it.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 tests/qgis/render_changes.py selisih/diff.gpkg map.png

Fails (exit 1, one sentence) unless the layer "selisih" comes up with its own style: categories over the change in exposed
people, every zone in one of them, no error while rendering. Needs Debian's python3-qgis (3.22).
"""
import sys

from render_geopackage import (
    QgsApplication, QgsCategorizedSymbolRenderer, QgsProject, QgsVectorLayer, expect, render)


def main(file, picture):
    application = QgsApplication([], False)
    application.initQgis()
    layer = QgsVectorLayer(f"{file}|layername=selisih", "selisih", "ogr")
    expect(layer.isValid() and layer.featureCount() > 0, f"{file} has no layer selisih that QGIS can open")
    QgsProject.instance().addMapLayer(layer)
    _, loaded = layer.loadDefaultStyle()
    renderer = layer.renderer()
    expect(loaded and isinstance(renderer, QgsCategorizedSymbolRenderer), f"{file} has no default style for selisih")
    expect(renderer.classAttribute() == '"perubahan"', f"the style is over {renderer.classAttribute()}")
    values = {category.value() for category in renderer.categories()}
    for feature in layer.getFeatures():
        expect(feature["perubahan"] in values, f"zone {feature['kode']} is in no category: {feature['perubahan']!r}")
    expect(len({feature["perubahan"] for feature in layer.getFeatures()}) > 2, "the map shows hardly any difference")
    render(layer, picture)
    print(f"{file}: {layer.featureCount()} zones")
    QgsProject.instance().clear()
    del layer, renderer
    application.exitQgis()


if __name__ == "__main__":
    expect(len(sys.argv) == 3, "usage: render_changes.py diff.gpkg map.png")
    main(*sys.argv[1:])
