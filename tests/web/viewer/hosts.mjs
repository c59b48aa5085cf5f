// The ways a site reaches the browser: a plain server, nginx, the disk.
import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {createServer} from "node:net";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {serve} from "./static_server.mjs";

const nginx = "/usr/sbin/nginx";

const free_port = () => new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
        const {port} = probe.address();
        probe.close(() => found(port));
    });
});

async function serve_by_nginx(folder) {
    const place = await mkdtemp(join(tmpdir(), "papar-nginx-"));
    const port = await free_port();
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${place}/${name};`).join(" ");
    await writeFile(join(place, "nginx.conf"), `daemon off; worker_processes 1; pid ${place}/pid; error_log ${place}/error.log;
events {} http { include /etc/nginx/mime.types; access_log off; ${paths}
server { listen 127.0.0.1:${port}; root ${resolve(folder)}; } }`);
    // As root, nginx would read the folder as another user.
    const user = process.getuid() === 0 ? ["-g", "user root;"] : [];
    const server = spawn(nginx, ["-c", join(place, "nginx.conf"), "-p", place, ...user], {stdio: "ignore"});
    const url = `http://127.0.0.1:${port}/`;
    for (let i = 0; i < 50; ++i) {
        if (await fetch(url).catch(() => null)) break;
        await new Promise((done) => setTimeout(done, 100));
    }
    return {url, close: async () => {
        server.kill("SIGTERM");
        await new Promise((done) => server.once("exit", done));
        await rm(place, {recursive: true, force: true});
    }};
}

// The program itself, with the site's files taken from the result.
export async function serve_by_papar(papar, result) {
    const server = spawn(papar, ["serve", result, "--port", "0"], {stdio: ["ignore", "ignore", "pipe"]});
    const url = await new Promise((found, failed) => {
        let said = "";
        server.stderr.on("data", (more) => {
            said += more;
            const address = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
            if (address) found(address[0]);
        });
        server.once("exit", (code) => failed(new Error(`papar serve ended with ${code}: ${said}`)));
    });
    return {url, close: async () => {
        server.kill("SIGTERM");
        await new Promise((done) => server.once("exit", done));
    }};
}

// [{name, open() -> {url, close}}]
export function hosts(folder) {
    const list = [
        {name: "plain server", open: () => serve(folder)},
        {name: "file://", open: async () => ({url: pathToFileURL(join(resolve(folder), "index.html")).href, close: () => {}})},
    ];
    if (existsSync(nginx)) list.push({name: "nginx", open: () => serve_by_nginx(folder)});
    return list;
}
