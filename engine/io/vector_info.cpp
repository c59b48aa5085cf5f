#include "engine/io/vector_info.hpp"

#include "engine/io/crs.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/zones_layer_file.hpp"

namespace papar {

std::vector<VectorLayerInfo> vector_layers(const std::filesystem::path& path, const std::string& name) {
    const OgrDataset dataset = open_vector_file(path, name);
    const GdalMessages silent;
    std::vector<VectorLayerInfo> layers;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), i);
        OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
        VectorLayerInfo info{OGR_L_GetName(layer),
                             OGRGeometryTypeToName(OGR_L_GetGeomType(layer)),
                             OGR_L_GetFeatureCount(layer, TRUE),
                             {},
                             crs_label(wkt_of(layer))};
        for (int f = 0; f < OGR_FD_GetFieldCount(definition); ++f) {
            OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, f);
            info.fields.push_back({OGR_Fld_GetNameRef(field), OGR_GetFieldTypeName(OGR_Fld_GetType(field))});
        }
        layers.push_back(std::move(info));
    }
    return layers;
}

}  // namespace papar
