// A page of the viewer that remembers what it must not do: complain, fail to load, ask another host.
export async function open_viewer(browser, url, options = {}) {
    const context = await browser.newContext({viewport: {width: 1440, height: 900}, locale: "id-ID", ...options});
    const page = await context.newPage();
    const complaints = [];
    const home = new URL(url);
    page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (problem) => complaints.push(`error: ${problem.message}`));
    // Aborted requests are the map's own: of tiles it no longer wants.
    page.on("requestfailed", (request) => request.failure()?.errorText !== "net::ERR_ABORTED" && complaints.push(`failed: ${request.url().slice(0, 80)} ${request.failure()?.errorText}`));
    page.on("response", (response) => response.status() >= 400 && complaints.push(`${response.status()}: ${response.url()}`));
    context.on("request", (request) => {
        const asked = new URL(request.url());
        const own = asked.protocol === "blob:" || asked.protocol === "data:" || asked.protocol === "about:" ||
            (asked.protocol === home.protocol && asked.host === home.host);
        if (!own) complaints.push(`foreign host: ${request.url()}`);
    });
    await page.goto(url);
    await page.waitForSelector("body[data-ready=yes]");
    await settled(page);
    return {page, complaints, close: () => context.close()};
}

// Until the map has drawn what was asked for.
export async function settled(page) {
    await page.waitForTimeout(200);  // for a change to reach the map
    await page.waitForSelector('#map-part[aria-busy="false"]');
}

// Pixels of the map by colour: {"#d73027": 1234, ...}
export function map_colours(page) {
    return page.evaluate(async () => {
        const picture = new Image();
        picture.src = document.querySelector("#map canvas").toDataURL();
        await picture.decode();
        const canvas = Object.assign(document.createElement("canvas"), {width: picture.width, height: picture.height});
        const context = canvas.getContext("2d");
        context.drawImage(picture, 0, 0);
        const {data} = context.getImageData(0, 0, canvas.width, canvas.height);
        const counts = {};
        for (let i = 0; i < data.length; i += 4) {
            const colour = "#" + [data[i], data[i + 1], data[i + 2]].map((part) => part.toString(16).padStart(2, "0")).join("");
            counts[colour] = (counts[colour] ?? 0) + 1;
        }
        return counts;
    });
}

// "36.015" is 36015, "0,75" is 0.75.
export const indonesian = (text) => Number(text.replaceAll(".", "").replace(",", "."));
