// Reads the tiles of a result with readers nobody here wrote: npm pmtiles and @mapbox/vector-tile; the style with
// MapLibre's own validator.
//
//     node check_tiles.mjs hasil
//
// Fails with a sentence a defect unless every PMTiles archive opens with complete metadata; the zones in the deepest vector
// tiles are those of zones.csv with the same figures, ids of the code's digits and valid rings; the style has no error and
// names only sources, layers and columns that exist.
import assert from 'node:assert/strict';
import {open, readdir, readFile} from 'node:fs/promises';
import {gunzipSync} from 'node:zlib';
import {validateStyleMin} from '@maplibre/maplibre-gl-style-spec';
import {classifyRings, VectorTile} from '@mapbox/vector-tile';
import Pbf from 'pbf';
import {PMTiles, TileType, Compression} from 'pmtiles';

class FileSource {
    constructor(path) { this.path = path; }
    getKey() { return this.path; }
    async getBytes(offset, length) {
        const file = await open(this.path);
        const {buffer, bytesRead} = await file.read(Buffer.alloc(length), 0, length, offset);
        await file.close();
        return {data: buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + bytesRead)};
    }
}

const result = process.argv[2];
const tiles = `${result}/tiles`;

// The zones as the table publishes them, by code; a code has no comma.
async function publishedZones() {
    const [head, ...rows] = (await readFile(`${result}/zones.csv`, 'utf8')).replace(/^\uFEFF/, '').trim().split(/\r?\n/);
    const columns = head.split(',');
    const people = columns.indexOf('penduduk') - columns.length;  // names may have commas: count from the end
    return new Map(rows.map((row) => [row.split(',')[0].replaceAll('"', ''), Number(row.split(',').at(people))]));
}

// Tiles of a zoom that the bounds touch.
function* tilesOf(header, z) {
    const n = 2 ** z;
    const column = (lon) => Math.floor((lon + 180) / 360 * n);
    const row = (lat) => Math.floor((1 - Math.asinh(Math.tan(lat * Math.PI / 180)) / Math.PI) / 2 * n);
    for (let x = column(header.minLon) - 1; x <= column(header.maxLon) + 1; x++)
        for (let y = row(header.maxLat) - 1; y <= row(header.minLat) + 1; y++) yield [x, y];
}

async function checkZones(archive, header, metadata) {
    assert.equal(header.tileType, TileType.Mvt);
    assert.equal(header.tileCompression, Compression.Gzip);
    const described = new Map(metadata.vector_layers.map((layer) => [layer.id, layer]));
    const published = await publishedZones();
    const seen = new Set(), labels = new Map();
    let count = 0;
    for (let z = header.minZoom; z <= header.maxZoom; z++) {
        for (const [x, y] of tilesOf(header, z)) {
            const answer = await archive.getZxy(z, x, y);
            if (!answer) continue;
            count++;
            const tile = new VectorTile(new Pbf(new Uint8Array(answer.data)));
            for (const [name, layer] of Object.entries(tile.layers)) {
                const words = described.get(name);
                assert.ok(words && z >= words.minzoom && z <= words.maxzoom, `${z}/${x}/${y}: layer ${name} is not described`);
                assert.equal(layer.version, 2);
                assert.equal(layer.extent, 4096);
                for (let i = 0; i < layer.length; i++) {
                    const feature = layer.feature(i);
                    for (const key of Object.keys(feature.properties)) assert.ok(key in words.fields, `${name}: ${key}`);
                    assert.equal(feature.id, Number(feature.properties.kode.replaceAll('.', '')));
                    if (!name.startsWith('zona')) continue;
                    const rings = feature.loadGeometry();
                    if (!name.endsWith('_label'))
                        assert.equal(classifyRings(rings).flat().length, rings.length, `${z}/${x}/${y}: lost rings`);
                    if (z !== header.maxZoom || !name.match(/^zona(_label)?$/)) continue;
                    assert.equal(feature.properties.penduduk, published.get(feature.properties.kode));
                    if (name === 'zona') seen.add(feature.properties.kode);
                    else labels.set(feature.properties.kode, (labels.get(feature.properties.kode) ?? 0) + 1);
                }
            }
        }
    }
    assert.equal(count, header.numAddressedTiles, 'tiles by number and by place');
    assert.deepEqual([...seen].sort(), [...published.keys()].sort());
    assert.deepEqual([...labels.keys()].sort(), [...published.keys()].sort());
    assert.ok([...labels.values()].every((times) => times === 1), 'a label in two tiles');
}

async function checkArchive(name) {
    const archive = new PMTiles(new FileSource(`${tiles}/${name}`));
    const header = await archive.getHeader(), metadata = await archive.getMetadata();
    assert.equal(header.specVersion, 3);
    assert.ok(header.clustered, `${name} is not clustered`);
    for (const key of ['name', 'description', 'attribution', 'version', 'type']) assert.ok(metadata[key], `${name}: ${key}`);
    if (name === 'wilayah.pmtiles') await checkZones(archive, header, metadata);
    else assert.equal(header.tileType, TileType.Png, name);
}

function columnsIn(expression, found = new Set()) {
    if (!Array.isArray(expression)) return found;
    if (expression[0] === 'get' || expression[0] === 'has') found.add(expression[1]);
    expression.forEach((part) => columnsIn(part, found));
    return found;
}

async function checkStyle() {
    const text = await readFile(`${tiles}/style.json`, 'utf8');
    const style = JSON.parse(text);
    assert.deepEqual(validateStyleMin(style).map((error) => error.message), []);
    const url = style.sources.wilayah.url.replace(/\/wilayah\.json$/, '');
    const described = {};
    for (const [name, source] of Object.entries(style.sources)) {
        assert.equal(source.url, `${url}/${name}.json`);
        const json = JSON.parse(await readFile(`${tiles}/${name}.json`, 'utf8'));
        assert.ok(json.tiles[0].startsWith(`${url}/${name}/{z}/{x}/{y}.`));
        for (const layer of json.vector_layers ?? []) described[layer.id] = layer;
    }
    for (const layer of style.layers.filter((each) => each['source-layer'])) {
        const words = described[layer['source-layer']];
        assert.ok(words, `${layer.id}: no layer ${layer['source-layer']}`);
        const used = new Set([...Object.values(layer.paint ?? {}), ...Object.values(layer.layout ?? {})]
            .flatMap((value) => [...columnsIn(value)]));
        for (const column of used) assert.ok(column in words.fields, `${layer.id}: no column ${column}`);
    }
    const ids = style.layers.map((layer) => layer.id);
    for (const theme of style.metadata['papar:themes'])
        for (const id of theme.layers) assert.ok(ids.includes(id), `theme ${theme.id}: no layer ${id}`);
    const themed = new Set(style.metadata['papar:themes'].flatMap((theme) => theme.layers));
    const visible = style.layers.filter((layer) => ['raster', 'fill'].includes(layer.type) && themed.has(layer.id)
        && layer.layout.visibility !== 'none');
    assert.equal(new Set(visible.map((layer) => layer.source)).size, 1, 'one theme is visible');
    const pictures = style.layers.filter((layer) => ['raster', 'fill'].includes(layer.type)).map((layer) => layer.id);
    assert.equal(pictures.indexOf('relief'), 0, 'the relief does not lie below all others');
    assert.ok([...text.matchAll(/https?:\/\/[^"]*/g)].every(([found]) => found.startsWith(url)), 'a foreign host');
}

// Vector tiles of a folder are the gzip that the archive holds.
async function checkFolder() {
    const first = (await readdir(`${tiles}/wilayah`, {recursive: true})).find((name) => name.endsWith('.mvt'));
    const tile = new VectorTile(new Pbf(gunzipSync(await readFile(`${tiles}/wilayah/${first}`))));
    assert.ok(Object.keys(tile.layers).length > 0);
}

const names = (await readdir(tiles)).filter((name) => name.endsWith('.pmtiles'));
assert.ok(names.includes('wilayah.pmtiles'), 'no wilayah.pmtiles');
for (const name of names) await checkArchive(name);
await checkStyle();
await checkFolder();
console.log(`${names.length} archives and the style: no defects`);
