// Tiles of PMTiles archives for the map, under papar://<archive>/<palette>/<z>/<x>/<y>.
import {PMTiles} from "pmtiles";
import {addProtocol} from "../node_modules/maplibre-gl/src/index.ts";
import {archive_source} from "./files.js";
import {recoloured} from "./recolour_png.js";

const archives = new Map();

export function archive(name) {
    if (!archives.has(name)) archives.set(name, new PMTiles(archive_source(`${name}.pmtiles`)));
    return archives.get(name);
}

async function tile(request, abort) {
    const [name, palette, z, x, y] = request.url.slice("papar://".length).split("/");
    const found = await archive(name).getZxy(+z, +x, +y, abort.signal);
    if (!found) return {data: new ArrayBuffer(0)};
    return {data: palette === "aman" ? recoloured(found.data, palette) : found.data};
}

export function serve_archives() {
    addProtocol("papar", tile);
}

// What MapLibre must know of an archive's tiles.
export async function tile_source(name, type, palette = "biasa") {
    const header = await archive(name).getHeader();
    return {
        type,
        tiles: [`papar://${name}/${palette}/{z}/{x}/{y}`],
        minzoom: header.minZoom,
        maxzoom: header.maxZoom,
        bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    };
}
