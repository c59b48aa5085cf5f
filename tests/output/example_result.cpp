#include "tests/output/example_result.hpp"

#include <future>
#include <initializer_list>

namespace papar {
namespace {

// WGS 84 / UTM zone 50S, as PROJ's EPSG:32750.
constexpr const char* utm_50s =
    R"(PROJCRS["WGS 84 / UTM zone 50S",BASEGEOGCRS["WGS 84",DATUM["World Geodetic System 1984",)"
    R"(ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,)"
    R"(ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4326]],CONVERSION["UTM zone 50S",)"
    R"(METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,)"
    R"(ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8801]],PARAMETER["Longitude of natural origin",117,)"
    R"(ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8802]],PARAMETER["Scale factor at natural origin",0.9996,)"
    R"(SCALEUNIT["unity",1],ID["EPSG",8805]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1],ID["EPSG",8806]],)"
    R"(PARAMETER["False northing",10000000,LENGTHUNIT["metre",1],ID["EPSG",8807]]],CS[Cartesian,2],)"
    R"(AXIS["easting",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["northing",north,ORDER[2],LENGTHUNIT["metre",1]],)"
    R"(ID["EPSG",32750]])";

void add_square(Shape& shape, double x, double y, double side, bool hole) {
    shape.rings.push_back({shape.vertices.size(), 5, hole});
    for (const Vertex v : {Vertex{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}) {
        shape.vertices.push_back(v);
    }
    if (hole) {
        ++shape.polygons.back().count;
    } else {
        shape.polygons.push_back({shape.rings.size() - 1, 1});
    }
}

Figures figures(double people, double m2) {
    return {People(people), AreaM2(m2)};
}

HazardFigures flood_in_juai() {
    HazardFigures f;
    f.classes = {figures(10, 1000), figures(20.5, 3000), figures(5, 3000)};
    f.no_hazard = figures(60, 2500);
    f.no_data = figures(4.5, 500);
    f.cells = 42;
    f.value_sum = ValueSum(33.6);  // 0.8 over 42 whole cells
    f.fraction_sum = ValueSum(42);
    f.max = static_cast<double>(2.2F);
    f.histogram.assign(3 * bins_per_class, People());
    f.histogram[0] = People(10);
    f.histogram[bins_per_class] = People(20.5);
    f.histogram[2 * bins_per_class] = People(4.99996);
    f.histogram[2 * bins_per_class + 2] = People(0.00004);
    return f;
}

HazardFigures nothing_but(Figures HazardFigures::*part, std::size_t classes, Figures all, std::int64_t cells) {
    HazardFigures f;
    f.classes.resize(classes);
    f.*part = all;
    f.cells = cells;
    return f;
}

}  // namespace

ExampleResult example_result() {
    ExampleResult example;
    RunFacts& facts = example.facts;
    facts.study_id = "contoh";
    facts.study_title = "Kabupaten Contoh";
    facts.note = "Data fiktif";
    facts.settings_json = R"({"population":{"unit":"count"}})";
    facts.grid_crs_wkt = utm_50s;
    facts.grid = {500000, 9700000, 10, 10, 30, 10};
    facts.hazards = {
        {"banjir",
         "Banjir",
         {HazardKind::quantity, 0, {0.75, 1.5}, OnBreak::lower, {}, {"rendah", "sedang", "tinggi"}}},
        {"longsor", "Tanah <longsor>", {HazardKind::index, 0, {0.5}, OnBreak::lower, {}, {"≤ 0,5", "> 0,5"}}}};
    std::promise<std::vector<InputFile>> inputs;
    inputs.set_value({{"population", "penduduk.tif", 1234, std::string(64, 'a')},
                      {"hazard:banjir", "banjir.tif", 99, std::string(64, 'b')}});
    facts.inputs = inputs.get_future().share();
    facts.findings = {
        {"zones.repaired", "batas.gpkg", "2 zones were repaired; the area changed by 1.5 m2", {{"area_m2", 1.5}}}};
    facts.timings = {{"overlay", 0.25}};
    facts.threads = 2;

    ZoneLayer& layer = example.layer;
    layer.name = "batas";
    layer.crs_wkt = utm_50s;
    layer.has_codes = true;
    layer.zones.resize(2);
    layer.zones[0] = {"63.11.01", "Juai", {}};
    add_square(layer.zones[0].shape, 500000, 9699900, 100, false);
    layer.zones[1] = {"2", hostile_name, {}};
    add_square(layer.zones[1].shape, 500150, 9699900, 100, false);
    add_square(layer.zones[1].shape, 500175, 9699925, 50, true);
    add_square(layer.zones[1].shape, 500260, 9699900, 20, false);

    OverlayResult& result = example.result;
    result.zones.resize(2);
    ZoneFigures& juai = result.zones[0];
    juai.people = People(100);
    juai.area = AreaM2(10000);
    juai.cells = 100;
    juai.people_any_hazard = People(35.5);
    juai.hazards = 1;
    juai.by_hazard = {flood_in_juai(), nothing_but(&HazardFigures::no_data, 2, figures(100, 10000), 0)};
    ZoneFigures& other = result.zones[1];
    other.area = AreaM2(20000);
    other.area_outside = AreaM2(5000);
    other.area_no_population = AreaM2(15000);
    other.cells = 160;
    other.hazards = 1;
    other.by_hazard = {nothing_but(&HazardFigures::no_hazard, 3, figures(0, 15000), 150),
                       nothing_but(&HazardFigures::no_data, 2, figures(0, 0), 150)};
    other.by_hazard[1].classes[0] = figures(0, 15000);

    result.balance = {People(130), People(100), People(30), People(0)};
    result.by_hazard = {{{People(10), People(20.5), People(5)}, People(60), People(4.5)},
                        {{People(0), People(0)}, People(0), People(100)}};
    return example;
}

}  // namespace papar
