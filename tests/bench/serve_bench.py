#!/usr/bin/python3
"""Requests a second of `papar serve` on an archive, by wrk; beside it, in turn, tileserver-gl-light where it is on the PATH.

    serve_bench.py --papar build/release/tools/papar/papar ARCHIVE

ARCHIVE is .pmtiles or .mbtiles. Up to 500 of its tiles are asked for in turn, through 8 connections. Prints for each
server requests/s, 99th percentile, memory (VmRSS, of all its processes, after the load), errors, and how long a new
client waits while 24 others keep their connections open without a word.
"""
import argparse
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from statistics import median

MOST_TILES = 500
IDLE_CLIENTS = 24


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def status_of(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as answer:
        return answer.code
    except OSError:
        return 0


class Server:
    def __init__(self, name, command, url, cwd=None):
        self.name, self.url = name, url
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=cwd)
        for _ in range(300):
            if status_of(url) == 200:
                return
            time.sleep(0.1)
        sys.exit(f"{name} did not answer at {url}")

    def memory_mb(self):
        total, pids = 0, [self.process.pid]
        while pids:
            pid = pids.pop()
            total += int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1])
            pids += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
        return total / 1024

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def tiles_of(archive, tilejson):
    """z/x/y of tiles that are there: from an MBTiles' table, else by asking for those within the bounds."""
    if archive.suffix == ".mbtiles":
        rows = sqlite3.connect(f"file:{archive}?mode=ro", uri=True).execute(
            f"SELECT zoom_level, tile_column, (1 << zoom_level) - 1 - tile_row FROM tiles ORDER BY random() LIMIT {MOST_TILES}")
        return [tuple(row) for row in rows]
    import math
    west, south, east, north = tilejson["bounds"]
    row = lambda lat, n: int((1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * n)
    found = []
    for z in range(tilejson["maxzoom"], tilejson["minzoom"] - 1, -1):
        n = 1 << z
        for x in range(int((west + 180) / 360 * n), int((east + 180) / 360 * n) + 1):
            for y in range(row(north, n), row(south, n) + 1):
                if len(found) < MOST_TILES and status_of(tilejson["tiles"][0].format(z=z, x=x, y=y)) == 200:
                    found.append((z, x, y))
    return found


def wrk(url_of_tile, tiles, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        paths = ",".join(json.dumps("/" + url_of_tile(*tile).split("/", 3)[3]) for tile in tiles)
        script.write(f"local p={{{paths}}} local i=0\n"
                     "request=function() i=i%#p+1 return wrk.format('GET', p[i], {['Accept-Encoding']='gzip'}) end\n")
        script.flush()
        host = "/".join(url_of_tile(*tiles[0]).split("/", 3)[:3])
        out = subprocess.run(["wrk", "-t1", "-c8", f"-d{seconds}", "--latency", "-s", script.name, host], check=True,
                             capture_output=True, text=True).stdout
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", out).groups()
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    return {"requests_s": float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]),
            "p99_ms": float(number) * {"us": 1e-3, "ms": 1, "s": 1e3}[unit], "errors": int(errors[1]) if errors else 0}


def idle_delay_ms(url):
    """How much longer a new client takes while others are connected and silent: medians of 20."""
    host, path = re.match(r"http://([^/]+)(.*)", url).groups()
    address = (host.split(":")[0], int(host.split(":")[1]))

    def once():
        start = time.perf_counter()
        with socket.create_connection(address, timeout=10) as client:
            client.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            while client.recv(65536):
                pass
        return (time.perf_counter() - start) * 1e3
    alone = median(once() for _ in range(20))
    others = [socket.create_connection(address) for _ in range(IDLE_CLIENTS)]
    for other in others:  # each has had one answer, and keeps its connection
        other.sendall(f"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        other.recv(65536)
    together = median(once() for _ in range(20))
    for other in others:
        other.close()
    return together - alone


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--papar", required=True)
    options.add_argument("--seconds", type=int, default=5)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", type=Path, help="keep the figures here")
    options.add_argument("archive", type=Path)
    options = options.parse_args()
    archive = options.archive.resolve()
    if not shutil.which("wrk"):
        sys.exit("wrk is not installed (Debian package wrk)")
    port = free_port()
    name = archive.stem
    servers = [Server("papar serve", [options.papar, "serve", str(archive), "--port", str(port)],
                      f"http://127.0.0.1:{port}/{name}.json")]
    with urllib.request.urlopen(servers[0].url) as answer:
        tilejson = json.load(answer)
    extension = tilejson["tiles"][0].rsplit(".", 1)[1]
    urls = {"papar serve": lambda z, x, y, port=port: f"http://127.0.0.1:{port}/{name}/{z}/{x}/{y}.{extension}"}
    scratch = tempfile.mkdtemp()
    peer = shutil.which("tileserver-gl-light")
    if peer:
        other = free_port()
        servers.append(Server("tileserver-gl-light", [peer, "--file", str(archive), "--bind", "127.0.0.1", "-p", str(other)],
                              f"http://127.0.0.1:{other}/index.json", scratch))
        with urllib.request.urlopen(servers[1].url) as answer:
            template = json.load(answer)[0]["tiles"][0].split("?")[0]
        urls["tileserver-gl-light"] = lambda z, x, y: template.format(z=z, x=x, y=y)
    tiles = tiles_of(archive, tilejson)
    print(f"{archive.name}: {len(tiles)} tiles of {extension}, load of the machine {os.getloadavg()[0]:.1f}")
    runs = {server.name: [] for server in servers}
    for _ in range(options.rounds):
        for server in servers:
            runs[server.name].append(wrk(urls[server.name], tiles, options.seconds))
    figures = {}
    for server in servers:
        mine = runs[server.name]
        figures[server.name] = {
            "requests_s": median(run["requests_s"] for run in mine), "p99_ms": median(run["p99_ms"] for run in mine),
            "errors": sum(run["errors"] for run in mine), "memory_mb": server.memory_mb(),
            "idle_delay_ms": idle_delay_ms(urls[server.name](*tiles[0]))}
        print("{}: {requests_s:.0f} requests/s, p99 {p99_ms:.2f} ms, {memory_mb:.0f} MB, {errors} errors, "
              "{idle_delay_ms:+.1f} ms with {} idle clients".format(server.name, IDLE_CLIENTS, **figures[server.name]))
        server.stop()
    if peer:
        ratios = [a["requests_s"] / b["requests_s"] for a, b in zip(runs["papar serve"], runs["tileserver-gl-light"])]
        print(f"ratio of requests/s, median of neighbouring runs: {median(ratios):.1f}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
