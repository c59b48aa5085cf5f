#!/usr/bin/python3
"""Opens krb.gpkg in QGIS as a user would and renders it.

    QT_QPA_PLATFORM=offscreen /usr/bin/python3 tests/qgis/render_geopackage.py hasil/krb.gpkg map.png [style [layer]]

Fails (exit 1, one sentence) unless the layer ("zona" unless another is named) comes up with the style stored in the file: categories over the
dominant class of the first hazard, labels with the zones' names, every zone in a category, no error while rendering.
With a style's name (a hazard's id) that style is taken from the file instead. Needs Debian's python3-qgis (3.22).
"""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

try:  # the platform must be chosen before Qt starts
    from qgis.core import (
        QgsApplication, QgsCategorizedSymbolRenderer, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils,
        QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsProviderRegistry, QgsVectorLayer)
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor
except ImportError as problem:
    print(f"skipped: {problem}; install Debian's python3-qgis")
    sys.exit(77)


def expect(condition, sentence):
    if not condition:
        sys.exit(f"render_geopackage: {sentence}")


def stored_styles(layer):
    """Names of the styles in the file and their ids."""
    own, ids, names, _, message = layer.listStylesInDatabase()  # the layer's own come first
    expect(not message, f"styles cannot be listed: {message}")
    return dict(zip(names[:own], ids[:own]))


def check_style(layer, hazard):
    renderer = layer.renderer()
    expect(isinstance(renderer, QgsCategorizedSymbolRenderer), f"the renderer is {renderer.type()}, not categorizedSymbol")
    attribute = renderer.classAttribute()
    expect(f'"{hazard}_kelas"' in attribute, f"the style is over {attribute}, not over {hazard}_kelas")
    labels = [category.label() for category in renderer.categories()]
    expect({"tidak ada bahaya", "no hazard"} & set(labels), f"the legend has no entry for no hazard: {labels}")
    expect(layer.labelsEnabled() and layer.labeling().settings().fieldName == "nama", "zones are not labelled by nama")
    expect(len({c.symbol().color().name() for c in renderer.categories()}) == len(labels), "two entries look the same")

    values = {category.value() for category in renderer.categories()}
    expression = QgsExpression(attribute)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    for feature in layer.getFeatures():
        context.setFeature(feature)
        value = expression.evaluate(context)
        expect(value in values, f"zone {feature['kode']} is in no category: {value!r}")


def render(layer, picture):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setBackgroundColor(QColor("white"))
    settings.setOutputSize(QSize(1200, 900))
    extent = layer.extent()
    extent.scale(1.05)
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    expect(not job.errors(), f"rendering failed: {[error.message for error in job.errors()]}")
    image = job.renderedImage()
    drawn = {image.pixelColor(x, y).name() for x in range(0, 1200, 4) for y in range(0, 900, 4)}
    fills = {category.symbol().color().name() for category in layer.renderer().categories()} - {"#ffffff"}
    expect(drawn & fills, "no colour of the legend is in the picture")
    expect(image.save(picture), f"{picture} could not be written")


def main(file, picture, style=None, table="zona"):
    application = QgsApplication([], False)
    application.initQgis()
    layer = QgsVectorLayer(f"{file}|layername={table}", table, "ogr")
    expect(layer.isValid(), f"{file} has no layer {table} that QGIS can open")
    expect(layer.featureCount() > 0, f"{file}: the layer {table} is empty")
    QgsProject.instance().addMapLayer(layer)

    styles = stored_styles(layer)
    if style is None:
        _, loaded = layer.loadDefaultStyle()
        expect(loaded, f"{file} has no default style for {table}")
        style = min(styles, key=lambda name: int(styles[name]))  # the first hazard's
    else:
        expect(style in styles, f"{file} has no style {style}; it has {', '.join(styles)}")
        qml, message = layer.getStyleFromDatabase(styles[style])
        expect(qml, f"the style {style} cannot be read: {message}")
        from qgis.PyQt.QtXml import QDomDocument
        document = QDomDocument()
        document.setContent(qml)
        ok, message = layer.importNamedStyle(document)
        expect(ok, f"the style {style} cannot be loaded: {message}")
    check_style(layer, style)
    untitled = [field.name() for field in layer.fields() if field.name() != "fid" and not field.alias()]
    expect(not untitled, f"columns without a title: {', '.join(untitled)}")
    render(layer, picture)
    print(f"{file}, {table}: {layer.featureCount()} zones, style {style}")
    QgsProject.instance().clear()
    del layer
    application.exitQgis()


if __name__ == "__main__":
    expect(len(sys.argv) in (3, 4, 5), "usage: render_geopackage.py krb.gpkg map.png [style [layer]]")
    main(*sys.argv[1:])
