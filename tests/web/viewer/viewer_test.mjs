// The viewer in Debian's chromium, against figures worked out from the GeoPackage.
//     node tests/web/viewer/viewer_test.mjs SITE RESULT PAPAR      77: the browser or the packages are missing
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {existsSync} from "node:fs";
import {cp, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {after, before, test} from "node:test";
import {fileURLToPath} from "node:url";
import {hosts, serve_by_papar} from "./hosts.mjs";
import {indonesian, map_colours, open_viewer, settled} from "./page.mjs";
import {serve} from "./static_server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [site, result, papar] = process.argv.slice(2);
const chromium_path = "/usr/bin/chromium";
if (!existsSync(join(here, "node_modules/playwright-core")) || !existsSync(chromium_path)) {
    console.log("skipped: needs /usr/bin/chromium and what tests/web/viewer/install installs");
    process.exit(77);
}
const {chromium} = await import("playwright-core");

const zone = "99.01.01.1001";
const bin = 40;  // of banjir: 96 bins to 2.25 m, so from 40 * 0.0234375 = 0.9375 m
const expected = JSON.parse(execFileSync("/usr/bin/python3", ["-B", join(here, "expected.py"), join(result, "krb.gpkg"), zone, "banjir", String(bin)]));
const high = "#d73027";        // output/class_colours.cpp
const high_safe = "#4f1b63";   // viewer's palettes.js
const few = "#dcebf5";
const many = "#0f4478";

let browser;
let host;
before(async () => {
    browser = await chromium.launch({executablePath: chromium_path,
        args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]});
    host = await hosts(site)[0].open();
});
after(async () => {
    await host?.close();
    await browser?.close();
});

const shown_people = async (page) => indonesian(await page.locator("#exposed").textContent());
// A figure on the page is rounded to whole people; hasil.json has people from each bin on to 0.1.
const near = (shown, figure) => assert.ok(Math.abs(shown - figure) <= 0.5 + 0.05, `${shown} is not ${figure}`);

async function set_threshold(page, value) {
    await page.locator("#threshold-slider").evaluate((slider, to) => {
        slider.value = to;
        slider.dispatchEvent(new Event("input", {bubbles: true}));
    }, String(value));
}

for (const {name, open} of [...hosts(site), {name: "papar serve", open: () => serve_by_papar(papar, result)}]) {
    test(`${name}: shows raster, zones and labels, without a complaint and without another host`, async () => {
        const place = await open();
        const viewer = await open_viewer(browser, `${place.url}#relief=0`);
        assert.ok((await map_colours(viewer.page))[high] > 100, "the raster's highest class is not on the map");
        await viewer.page.selectOption("#theme", "terpapar");
        await settled(viewer.page);
        const colours = await map_colours(viewer.page);
        assert.ok(colours[many] > 100, "the zones' highest class is not on the map");
        assert.equal(colours[high], undefined, "the raster is still there");
        near(await shown_people(viewer.page), expected.total_exposed);
        assert.deepEqual(viewer.complaints, []);
        await viewer.close();
        await place.close();
    });
}

// Pixels of a colour without hue beside the page's own: the base map's hillshade.
const greys = (colours) => Object.entries(colours).filter(([colour]) => colour.slice(1, 3) === colour.slice(3, 5) && colour.slice(3, 5) === colour.slice(5, 7) && colour !== "#ffffff")
    .reduce((sum, [, count]) => sum + count, 0);

for (const {name, open} of hosts(site)) {
    test(`${name}: the base map is seen when its box is ticked, with who made it`, async () => {
        const place = await open();
        const {page, complaints, close} = await open_viewer(browser, `${place.url}#tema=terpapar`);
        assert.ok(!await page.locator("#basemap").isChecked());
        const without = greys(await map_colours(page));
        await page.locator("#basemap").check();
        let shown = without;  // the archive is read first
        for (let i = 0; i < 20 && shown < without + 50_000; ++i) {
            await settled(page);
            shown = greys(await map_colours(page));
        }
        assert.ok(shown > without + 50_000, `${shown} grey pixels with the base map, ${without} without`);
        assert.equal(await page.locator("#basemap-by").textContent(), "Peta dasar: Bayangan lereng © Contoh");
        assert.match(page.url(), /dasar=1/);
        await page.locator("#basemap").uncheck();
        await settled(page);
        assert.ok(greys(await map_colours(page)) < without + 1000);
        assert.deepEqual(complaints, []);
        await close();
        await place.close();
    });
}

test("a click on the map shows the zone's figures", async () => {
    const {page, complaints, close} = await open_viewer(browser, `${host.url}#tingkat=zona&peta=13/${expected.lat}/${expected.lon}`);
    const box = await page.locator("#map").boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForSelector("#zone-name");
    assert.equal(await page.locator("#zone-name").textContent(), expected.name);
    const figures = await page.locator("#zone .tiles strong").allTextContents();
    assert.equal(indonesian(figures[0]), expected.zone_people);
    near(indonesian(figures[1]), expected.zone_exposed);
    await page.waitForFunction((name) => document.getElementById("live").textContent.includes(name), expected.name);  // announced
    assert.ok(await page.locator("#zone svg.bars rect").count() > 2, "no chart");
    assert.deepEqual(complaints, []);
    await close();
});

test("the threshold recomputes people, ranking and colours from the histograms", async () => {
    const {page, complaints, close} = await open_viewer(browser, `${host.url}#tema=terpapar&tingkat=zona&relief=0`);
    const coloured = await map_colours(page);
    await set_threshold(page, bin);
    near(await shown_people(page), expected.total_after);
    assert.match(await page.locator("#threshold-value").textContent(), /≥ 0,94 m/);  // 0.9375 m
    assert.equal(await page.locator("#ranking tbody .zone").first().textContent(), expected.first_after);
    await settled(page);
    assert.ok((await map_colours(page))[many] < coloured[many], "no zone lost its colour");
    await page.locator(`#ranking [data-code="${zone}"]`).click();
    near(indonesian((await page.locator("#zone .tiles strong").allTextContents())[1]), expected.zone_after);
    await page.locator("#threshold-reset").click();
    near(await shown_people(page), expected.total_exposed);
    assert.deepEqual(complaints, []);
    await close();
});

test("the last step of the threshold is the last bin", async () => {
    const {page, close} = await open_viewer(browser, host.url);
    const slider = page.locator("#threshold-slider");
    assert.equal(await slider.getAttribute("max"), "95");
    await slider.focus();
    await page.keyboard.press("End");
    const last = JSON.parse(execFileSync("/usr/bin/python3", ["-B", join(here, "expected.py"), join(result, "krb.gpkg"), zone, "banjir", "95"]));
    near(await shown_people(page), last.total_after);
    await close();
});

test("search by name, by keyboard alone", async () => {
    const {page, close} = await open_viewer(browser, host.url);
    await page.locator("#search-text").focus();
    await page.keyboard.type(expected.name.slice(0, 7).toUpperCase());
    await page.waitForSelector("#search-list li");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#zone-name").textContent(), expected.name);
    assert.equal(await page.evaluate(() => document.activeElement.id), "zone-name");
    await page.locator("#zone-back").press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.code), zone);
    await page.locator("#search-text").fill("tidak ada yang begini");
    assert.notEqual(await page.locator("#search-note").textContent(), "");
    await close();
});

// The site once more with other figures.
async function changed_site(change) {
    const folder = await mkdtemp(join(tmpdir(), "papar-viewer-"));
    await cp(site, folder, {recursive: true});
    const data = JSON.parse(await readFile(join(site, "hasil.json"), "utf8"));
    change(data);
    await writeFile(join(folder, "hasil.json"), JSON.stringify(data));
    const other = await serve(folder);
    return {url: other.url, close: async () => {
        other.close();
        await rm(folder, {recursive: true, force: true});
    }};
}

test("thousands of zones: the ranking grows on request, search finds every one", async () => {
    const place = await changed_site((data) => {
        const {zona} = data.zones;
        const known = zona.length;
        for (let i = 0; zona.length < 8000; ++i) {
            zona.push({...zona[i % known], id: 1_000_000 + i, code: `98.${i}`, name: i % 100 ? `Desa ${i}` : "Sukamaju"});
        }
    });
    const {page, complaints, close} = await open_viewer(browser, `${place.url}#tingkat=zona&tema=terpapar`);
    const rows = page.locator("#ranking tbody tr");
    assert.equal(await rows.count(), 200);
    await page.locator("#more-rows").click();
    assert.equal(await rows.count(), 400);
    assert.equal(await rows.nth(200).locator(".zone").evaluate((row) => row === document.activeElement), true);
    await set_threshold(page, bin);
    assert.equal(await rows.count(), 400);
    const search = async (text) => {
        await page.locator("#search-text").fill(text);
        return page.locator("#search-list li").count();
    };
    assert.equal(await search("desa 7777"), 1);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#zone-name").textContent(), "Desa 7777");
    // A name that many have: 12 are shown, the words of the area above or the code tell them apart.
    assert.equal(await search("sukamaju"), 12);
    assert.match(await page.locator("#search-note").textContent(), /^\d+ lagi cocok/);
    assert.equal(await search("98.7700"), 1);
    const above = await page.locator("#search-list li small").textContent();
    const parent = above.split(" · ")[1];
    assert.ok(parent.length > 0);
    await search(`sukamaju ${parent}`);
    for (const shown of await page.locator("#search-list li small").allTextContents()) assert.ok(shown.endsWith(parent), shown);
    assert.deepEqual(complaints, []);
    await close();
    await place.close();
});

test("figures of another format are refused in words", async () => {
    const place = await changed_site((data) => { data.format = "papar-hasil/1"; });
    const page = await browser.newPage();
    await page.goto(place.url);
    await page.waitForSelector("body:not(.loading)");
    assert.match(await page.locator("#map-problem").textContent(), /papar-hasil\/1.*papar tiles/);
    await page.close();
    await place.close();
});

test("the ranking sorts by any column", async () => {
    const {page, close} = await open_viewer(browser, `${host.url}#tingkat=zona`);
    const names = () => page.locator("#ranking tbody .zone").allTextContents();
    const by_people = await names();
    await page.locator('[data-sort="name"]').click();
    assert.deepEqual(await names(), [...by_people].sort(new Intl.Collator("id").compare));
    assert.equal(await page.locator("th[aria-sort]").getAttribute("aria-sort"), "ascending");
    await page.locator('[data-sort="name"]').click();
    assert.equal((await names())[0], [...by_people].sort(new Intl.Collator("id").compare).at(-1));
    await close();
});

test("two languages, the study's first", async () => {
    const {page, close} = await open_viewer(browser, host.url);
    assert.equal(await page.getAttribute("html", "lang"), "id");
    await page.locator("#language").click();
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.match(await page.locator("#exposed").textContent(), /^\d+,\d{3}$/);
    assert.match(await page.locator("#legend caption").textContent(), /Hazard class/);
    await close();
    const english = await open_viewer(browser, `${host.url}?lang=en`);
    assert.equal(await english.page.getAttribute("html", "lang"), "en");
    await english.close();
});

test("a shared link brings the same view back", async () => {
    const {page, close} = await open_viewer(browser, host.url);
    await page.locator("input[name=hazard][value=banjir]").check();
    await page.locator("input[name=level][value=zona]").check();
    await page.selectOption("#theme", "persen");
    await set_threshold(page, bin);
    await page.locator("#palette").check();
    await page.locator(`#ranking [data-code="${zone}"]`).click();
    await settled(page);
    await page.locator("#share").click();
    const link = await page.locator("#share-link").inputValue();
    const told = await page.locator("#zone").innerText();
    const people = await shown_people(page);
    await close();
    const other = await open_viewer(browser, link);
    assert.equal(await other.page.locator("#zone").innerText(), told);
    assert.equal(await shown_people(other.page), people);
    assert.equal(await other.page.locator("#theme").inputValue(), "persen");
    assert.ok(await other.page.locator("#palette").isChecked());
    assert.equal(new URL(other.page.url()).hash, new URL(link).hash);
    assert.deepEqual(other.complaints, []);
    await other.close();
});

test("the palette for the colour-blind recolours zones and rasters", async () => {
    const {page, complaints, close} = await open_viewer(browser, `${host.url}#warna=aman&relief=0`);
    const raster = await map_colours(page);
    assert.ok(raster[high_safe] > 100);
    assert.equal(raster[high], undefined);
    await page.selectOption("#theme", "zona-risiko");
    await settled(page);
    const zones = await map_colours(page);
    assert.ok(zones[high_safe] > 100);
    assert.equal(zones[few], undefined);
    assert.deepEqual(complaints, []);
    await close();
});

test("the relief lies under raster and zones, and a switch takes it away", async () => {
    const {page, complaints, close} = await open_viewer(browser, `${host.url}#bahaya=longsor`);  // on slopes
    assert.ok(await page.locator("#relief").isChecked());
    // Colours over 15 greys: the highest class has many shades, and none of them is its own.
    const over = await map_colours(page);
    assert.equal(over[high], undefined);
    const reds = Object.keys(over).filter((colour) => over[colour] > 20 && /^#[b-e].[3-6].[2-5].$/.test(colour));
    assert.ok(reds.length > 3, `only ${reds.length} reds`);
    await page.locator("#relief").uncheck();
    await settled(page);
    assert.ok((await map_colours(page))[high] > 100);
    assert.match(new URL(page.url()).hash, /relief=0/);
    await page.locator("#relief").check();
    await page.selectOption("#theme", "terpapar");
    await settled(page);
    assert.equal((await map_colours(page))[many], undefined);
    assert.deepEqual(complaints, []);
    await close();
});

test("every hazard and theme can be shown", async () => {
    const {page, complaints, close} = await open_viewer(browser, host.url);
    for (const hazard of await page.locator("input[name=hazard]").evaluateAll((all) => all.map((input) => input.value))) {
        await page.locator(`input[name=hazard][value=${hazard}]`).check();
        for (const theme of await page.locator("#theme option").evaluateAll((all) => all.map((option) => option.value))) {
            await page.selectOption("#theme", theme);
            assert.ok(await page.locator("#legend tbody tr").count() > 1, `${hazard} ${theme}: no legend`);
        }
        await page.locator("#ranking tbody .zone").first().click();
        assert.ok(await page.locator("#zone table").count() > 0);
        await page.locator("#zone-back").click();
    }
    await settled(page);
    assert.deepEqual(complaints, []);
    await close();
});

for (const [name, viewport] of [["wide", {width: 1440, height: 900}], ["tablet", {width: 900, height: 1100}], ["phone", {width: 390, height: 844}]]) {
    test(`${name}: nothing is cut, every part can be reached`, async () => {
        const {page, complaints, close} = await open_viewer(browser, `${host.url}#tingkat=zona`, {viewport, hasTouch: name === "phone"});
        const cut = await page.evaluate(() => [...document.querySelectorAll("header *, #tabs button, #map-caption, #choices *, #legend *, #ranking *")]
            .filter((part) => part.offsetParent && !part.classList.contains("quiet"))
            .filter((part) => part.getBoundingClientRect().right > innerWidth + 1 || part.getBoundingClientRect().left < -1)
            .map((part) => part.id || part.textContent.slice(0, 40)));
        assert.deepEqual(cut, []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
        for (const hazard of ["banjir", "longsor", "karhutla"]) {
            await page.locator(`input[name=hazard][value=${hazard}]`).check();
            for (const theme of ["bahaya", "zona-risiko", "terpapar", "persen"]) {
                await page.selectOption("#theme", theme);
                const wide = await page.locator("#legend table, #ranking table").evaluateAll((tables) => tables
                    .filter((table) => table.offsetParent && table.offsetWidth > table.parentElement.clientWidth).length);
                assert.equal(wide, 0, `${hazard} ${theme}: a table is wider than its panel`);
            }
        }
        if (name !== "wide") {
            await page.locator("#tab-zones").click();
            assert.ok(await page.locator("#search-text").isVisible());
            assert.ok(!await page.locator("#theme").isVisible());
        }
        if (name === "phone") {
            const height = async () => (await page.locator("#panels").boundingBox()).height;
            const half = await height();
            await page.locator("#sheet-handle").click();
            await page.waitForTimeout(400);
            assert.ok(await height() > half + 100, "the sheet does not rise");
        }
        assert.deepEqual(complaints, []);
        await close();
    });
}

test("axe finds nothing to complain of", async () => {
    for (const [hash, viewport] of [["", {width: 1440, height: 900}], [`#tingkat=zona&wilayah=${zone}&ambang=0.5`, {width: 1440, height: 900}],
                                    ["#tema=terpapar&bahasa=en", {width: 390, height: 844}]]) {
        const {page, close} = await open_viewer(browser, host.url + hash, {viewport});
        await page.addScriptTag({path: join(here, "node_modules/axe-core/axe.min.js")});
        const found = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(found.violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`), []);
        await close();
    }
});

test("print has the map's picture, legend and table", async () => {
    const {page, close} = await open_viewer(browser, host.url);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({media: "print"});
    assert.ok(await page.locator("#map-picture").evaluate(async (picture) => { await picture.decode(); return picture.naturalWidth; }) > 300);
    assert.ok(await page.locator("#legend table").isVisible());
    assert.ok(await page.locator("#ranking table").isVisible());
    assert.ok(!await page.locator("#choices").isVisible());
    assert.ok((await page.pdf({format: "A4"})).length > 20_000);
    await close();
});
