// Is tools/viewer/dist what its sources give?
//     node tests/web/viewer/bundle_test.mjs          77: npm ci was not run in tools/viewer
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdtemp, readFile, readdir, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const viewer = join(dirname(fileURLToPath(import.meta.url)), "../../../tools/viewer");
if (!existsSync(join(viewer, "node_modules/esbuild"))) {
    console.log("skipped: npm ci was not run in tools/viewer");
    process.exit(77);
}
const fresh = await mkdtemp(join(tmpdir(), "papar-viewer-"));
try {
    execFileSync(process.execPath, [join(viewer, "build.mjs"), fresh]);
    const names = (await readdir(fresh)).sort();
    assert.deepEqual((await readdir(join(viewer, "dist"))).sort(), names);
    for (const name of names) {
        const same = (await readFile(join(fresh, name))).equals(await readFile(join(viewer, "dist", name)));
        assert.ok(same, `dist/${name} is not what the sources give; run npm run build in tools/viewer`);
    }
} finally {
    await rm(fresh, {recursive: true, force: true});
}
