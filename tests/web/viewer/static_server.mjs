// A static host as plain as they come: files of one folder over HTTP/1.1, GET and HEAD, with byte ranges.
import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import {createServer} from "node:http";
import {extname, join, normalize} from "node:path";

const types = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css", ".json": "application/json",
    ".txt": "text/plain; charset=utf-8", ".pmtiles": "application/vnd.pmtiles"};

async function answer(folder, request, response) {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname));
    const file = join(folder, path.endsWith("/") ? path + "index.html" : path);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) {
        response.writeHead(404).end();
        return;
    }
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "");
    const first = range ? Number(range[1]) : 0;
    const last = Math.min(range?.[2] ? Number(range[2]) : found.size - 1, found.size - 1);
    response.writeHead(range ? 206 : 200, {
        "Content-Type": types[extname(file)] ?? "application/octet-stream",
        "Content-Length": last - first + 1,
        "Accept-Ranges": "bytes",
        ...(range ? {"Content-Range": `bytes ${first}-${last}/${found.size}`} : {}),
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file, {start: first, end: last}).pipe(response);
}

// Resolves to {url, close} on a free port of this machine.
export function serve(folder) {
    const server = createServer((request, response) => void answer(folder, request, response));
    return new Promise((ready) => server.listen(0, "127.0.0.1", () =>
        ready({url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close()})));
}
