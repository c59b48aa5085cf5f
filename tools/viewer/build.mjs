// Bundles src/ into dist/, or another folder: index.html, viewer.js, viewer.css, licences.txt.
//     npm ci && npm run build          node build.mjs FOLDER
//
// viewer.js is one function, called once on the page and once more by each worker of the map: the page makes a worker
// from the function's own text. So the code that page and workers share is there once, and the page needs no second
// file, which under file:// no worker could be made of.
import {build} from "esbuild";
import {copyFile, mkdir, readFile, readdir, rm, writeFile} from "node:fs/promises";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = process.argv[2] ? resolve(process.argv[2]) : join(here, "dist");
await rm(dist, {recursive: true, force: true});
await mkdir(dist, {recursive: true});

const script = await build({
    absWorkingDir: here,
    entryPoints: ["src/bundle.js"],
    outfile: join(dist, "viewer.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",  // licences.txt has the texts
    banner: {js: "function papar_viewer(){"},
    footer: {js: "}papar_viewer();"},
    define: {"import.meta.url": "''"},
    // MapLibre's sources declare fields that a base class fills; they must not be set anew.
    tsconfigRaw: {compilerOptions: {useDefineForClassFields: false, experimentalDecorators: true}},
    metafile: true,
});
await build({
    absWorkingDir: here,
    entryPoints: ["src/viewer.css"],
    outfile: join(dist, "viewer.css"),
    bundle: true,
    minify: true,
    charset: "utf8",
});
await copyFile(join(here, "src/index.html"), join(dist, "index.html"));

// The licence of every package of which code is in the bundle.
const folders = new Set();
for (const input of Object.keys(script.metafile.inputs)) {
    const found = input.match(/^node_modules\/(@[^/]+\/[^/]+|[^/]+)\//);
    if (found) folders.add(found[1]);
}
const parts = ["viewer.js contains code of the following packages."];
for (const name of [...folders].sort()) {
    const folder = join(here, "node_modules", name);
    const {version, license} = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? (await readFile(join(folder, file), "utf8")).replaceAll("\r", "").trim() : `Licence: ${license}`;
    parts.push(`${"-".repeat(80)}\n${name} ${version}\n\n${text}`);
}
await writeFile(join(dist, "licences.txt"), parts.join("\n\n") + "\n");
console.log(Object.entries(script.metafile.outputs).map(([name, {bytes}]) => `${name}: ${bytes} bytes`).join("\n"));
