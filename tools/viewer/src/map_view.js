// The map: zones and labels from wilayah.pmtiles, one raster, the selected zone, relief and base map below them. It shows
// what it is told to and reports clicks; it decides nothing.
import {Map as MapLibre, NavigationControl, ScaleControl} from "../node_modules/maplibre-gl/src/index.ts";
import {archive, serve_archives, tile_source} from "./archives.js";
import {at} from "./dom.js";

const zones_archive = "wilayah";
const ink = "#22303c";
const background = "#e6eaee";
const grounds = ["ground", "relief", "basemap"];  // below everything else, from below
const over_ground = 0.75;  // how opaque colours are where a picture lies below them
const fill_opacity = (usual) => ["case", ["boolean", ["feature-state", "hovered"], false], 0.8 * usual, usual];

export class MapView {
    // `on`: {click(zone id or null), hover(zone id or null, point), move([zoom, lat, lng])}
    constructor(container, result, on) {
        this.container = container;
        this.result = result;
        this.on = on;
        this.raster = null;   // "<name>/<palette>"
        this.hovered = null;
        this.wanted = null;   // what is to be shown next; only the newest counts
        this.changing = null;
    }

    async open(view, map_label) {
        serve_archives();
        const [west, south, east, north] = this.result.data.bbox;
        this.bounds = [[west, south], [east, north]];
        const margin = Math.max(east - west, north - south);
        this.map = new MapLibre({
            container: this.container,
            style: {version: 8, sources: {}, layers: [{id: "ground", type: "background", paint: {"background-color": background}}]},
            bounds: this.bounds,
            fitBoundsOptions: {padding: this.padding(28)},
            ...(view ? {zoom: view[0], center: [view[2], view[1]], bounds: undefined} : {}),
            maxBounds: [[west - margin, Math.max(-85, south - margin)], [east + margin, Math.min(85, north + margin)]],
            attributionControl: false,
            dragRotate: false,
            pitchWithRotate: false,
            touchPitch: false,
            fadeDuration: 0,
            canvasContextAttributes: {preserveDrawingBuffer: true},  // for print
            locale: {"Map.Title": map_label},
        });
        this.map.touchZoomRotate.disableRotation();
        this.map.keyboard.disableRotation();
        this.map.addControl(new NavigationControl({showCompass: false}), "top-right");
        this.map.addControl(new ScaleControl({unit: "metric"}), "bottom-left");
        const part = at("map-part");
        this.map.on("render", () => part.setAttribute("aria-busy", "true"));
        this.map.on("idle", () => part.setAttribute("aria-busy", "false"));
        await this.map.once("load");
        await this.add_zones();
        this.map.on("moveend", () => {
            const {lng, lat} = this.map.getCenter();
            this.on.move([+this.map.getZoom().toFixed(2), +lat.toFixed(5), +lng.toFixed(5)]);
        });
    }

    // The first zoom at which each layer of the archive has tiles.
    async first_zooms() {
        const metadata = await archive(zones_archive).getMetadata();
        const header = await archive(zones_archive).getHeader();
        const given = new Map((metadata.vector_layers ?? []).map((layer) => [layer.id, layer.minzoom]));
        return (id) => given.get(id) ?? header.minZoom;
    }

    async add_zones() {
        const source = await tile_source(zones_archive, "vector");
        this.first_zoom = await this.first_zooms();
        this.map.addSource("zones", source);
        const coarsest = this.result.levels[this.result.levels.length - 1].id;
        const add = (id, layer, type, extra) => this.map.addLayer({id, source: "zones", "source-layer": layer, type, ...extra});
        add("land", coarsest, "fill", {paint: {"fill-color": "#fbfaf7"}});
        for (const {id} of this.result.levels) {
            add(`fill-${id}`, id, "fill", {
                layout: {visibility: "none"},
                paint: {
                    "fill-color": ["coalesce", ["feature-state", "colour"], "rgba(0,0,0,0)"],
                    "fill-opacity": fill_opacity(1),
                    "fill-antialias": false,
                },
            });
            this.map.on("click", `fill-${id}`, (event) => this.on.click(event.features[0].id));
            this.map.on("mousemove", `fill-${id}`, (event) => this.hover(id, event.features[0].id, event.point));
            this.map.on("mouseleave", `fill-${id}`, () => this.hover(id, null));
        }
        [...this.result.levels].forEach(({id}, place) => {
            add(`border-${id}`, id, "line", {
                layout: {"line-join": "round"},
                paint: {
                    "line-color": ink,
                    "line-opacity": place === 0 ? 0.45 : 0.75,
                    "line-width": ["interpolate", ["linear"], ["zoom"], 8, place === 0 ? 0.3 : 0.8, 12, place === 0 ? 0.9 : 2],
                },
            });
        });
        for (const {id} of this.result.levels) {
            const selected = {filter: ["==", ["id"], -1], layout: {"line-join": "round"}};
            add(`halo-${id}`, id, "line", {...selected, paint: {"line-color": "#ffffff", "line-width": 6}});
            add(`selected-${id}`, id, "line", {...selected, paint: {"line-color": "#0b3c5d", "line-width": 3}});
            add(`label-${id}`, `${id}_label`, "symbol", {
                layout: {
                    "text-field": ["get", "nama"],
                    "text-font": ["sans-serif"],  // drawn with the reader's own fonts: the style has no glyphs
                    "text-size": ["interpolate", ["linear"], ["zoom"], 8, 11, 13, 14],
                    "text-max-width": 7,
                    "text-padding": 4,
                    visibility: "none",
                },
                paint: {"text-color": ink, "text-halo-color": "rgba(255,255,255,0.9)", "text-halo-width": 1.6},
            });
        }
    }

    hover(level, id, point) {
        const state = (zone, hovered) =>
            this.map.setFeatureState({source: "zones", sourceLayer: level, id: zone}, {hovered});
        if (this.hovered !== null && this.hovered !== id) state(this.hovered, false);
        if (id !== null && this.hovered !== id) state(id, true);
        this.hovered = id;
        this.map.getCanvas().style.cursor = id === null ? "" : "pointer";
        this.on.hover(id, point);
    }

    // colour_of: of a zone, or null where the raster is to be seen.
    show(wanted) {
        this.wanted = wanted;
        this.changing ??= this.catch_up().finally(() => { this.changing = null; });
        return this.changing;
    }

    // One change after the other, since a source is read first.
    async catch_up() {
        while (this.wanted) {
            const next = this.wanted;
            this.wanted = null;
            await this.change(next);
        }
    }

    async change({level, colour_of, raster, palette, relief, basemap}) {
        await this.show_raster(raster ? `${raster}/${palette}` : null);
        await this.show_ground("relief", this.result.data.relief, relief, {});
        await this.show_ground("basemap", this.result.data.basemap, basemap, {"raster-saturation": -0.4});
        const picture = Boolean(this.map.getLayer("relief") || this.map.getLayer("basemap"));
        if (this.raster) this.map.setPaintProperty("raster", "raster-opacity", picture ? over_ground : 1);
        if (!this.first_zoom) return;
        const shown = (layer, visible) => this.map.setLayoutProperty(layer, "visibility", visible ? "visible" : "none");
        this.result.levels.forEach(({id}, place) => {
            const finer = place < this.result.levels.findIndex((each) => each.id === level);
            shown(`fill-${id}`, id === level);
            shown(`border-${id}`, !finer);
            shown(`label-${id}`, id === level);
        });
        shown("land", !picture);
        for (const zone of this.result.zones(level)) {
            this.map.setFeatureState({source: "zones", sourceLayer: level, id: zone.id},
                                     {colour: colour_of ? colour_of(zone) : "rgba(0,0,0,0)"});
        }
        // Never a constant: MapLibre fails where a tile that was built for an expression finds none (mapbox-gl-js issue 12814).
        this.map.setPaintProperty(`fill-${level}`, "fill-opacity", fill_opacity(picture && colour_of ? over_ground : 1));
    }

    async show_raster(wanted) {
        if (wanted === this.raster) return;
        const source = wanted && await tile_source(wanted.split("/")[0], "raster", wanted.split("/")[1]);
        if (this.raster) {
            this.map.removeLayer("raster");
            this.map.removeSource("raster");
        }
        this.raster = wanted;
        if (!wanted) return;
        this.map.addSource("raster", {...source, tileSize: 256});
        this.map.addLayer({id: "raster", type: "raster", source: "raster",
            paint: {"raster-resampling": "nearest", "raster-fade-duration": 0}}, this.lowest_zone_layer());
    }

    // A picture below everything else, of an archive that the result may not have.
    async show_ground(id, archive_name, wanted, paint) {
        if (!archive_name || wanted === Boolean(this.map.getLayer(id))) return;
        if (!wanted) {
            this.map.removeLayer(id);
            this.map.removeSource(id);
            return;
        }
        this.map.addSource(id, {...await tile_source(archive_name, "raster"), tileSize: 256});
        const below = grounds.slice(0, grounds.indexOf(id));
        const above = this.map.getStyle().layers.find((layer) => !below.includes(layer.id));
        this.map.addLayer({id, type: "raster", source: id, paint: {"raster-fade-duration": 0, ...paint}}, above?.id);
    }

    lowest_zone_layer() {
        const id = `fill-${this.result.levels[0].id}`;
        return this.map.getLayer(id) ? id : undefined;
    }

    select(level, zone) {
        if (!this.first_zoom) return;
        for (const {id} of this.result.levels) {
            for (const layer of [`halo-${id}`, `selected-${id}`]) {
                this.map.setFilter(layer, ["==", ["id"], id === level && zone ? zone.id : -1]);
            }
        }
    }

    fit(box) {
        const [west, south, east, north] = box ?? this.result.data.bbox;
        const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        this.map.fitBounds([[west, south], [east, north]], {padding: this.padding(box ? 48 : 28), maxZoom: 14, animate: !calm});
    }

    // Keeps clear of the caption at the top.
    padding(edge) {
        return {top: edge + at("map-caption").offsetHeight, right: edge, bottom: edge, left: edge};
    }

    picture() {
        return this.map.getCanvas().toDataURL("image/png");
    }
}
