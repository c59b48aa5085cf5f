#!/usr/bin/python3
"""Serves the tiles of a result with nginx and the snippet beside them: check_nginx.py hasil.

Skipped (exit 77) where nginx is not installed.
"""
import gzip
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request


def expect(condition, sentence):
    if not condition:
        sys.exit(f"check_nginx: {sentence}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answer(url, method="GET", **headers):
    request = urllib.request.Request(url, method=method, headers={k.replace("_", "-"): v for k, v in headers.items()})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as problem:
        return problem.code, problem.headers, b""


def check(base, tiles):
    archive = (tiles / "wilayah.pmtiles").read_bytes()
    status, headers, body = answer(f"{base}/wilayah.pmtiles", Range="bytes=0-126", Accept_Encoding="gzip")
    expect(status == 206 and body == archive[:127], f"a range of the archive gives {status}")
    expect(headers["Content-Type"] == "application/vnd.pmtiles", f"the archive is {headers['Content-Type']}")
    expect(headers["Content-Encoding"] is None, "the archive is packed on the way")
    expect(headers["Access-Control-Allow-Origin"] == "*" and headers["ETag"], "the archive cannot be read elsewhere")
    expect(answer(f"{base}/wilayah.pmtiles", Range=f"bytes={len(archive)}-")[0] == 416, "a range past the end is none")
    expect(answer(f"{base}/wilayah.pmtiles", method="OPTIONS")[0] == 204, "OPTIONS is refused")

    tile = next((tiles / "wilayah").glob("*/*/*.mvt"))
    status, headers, body = answer(f"{base}/{tile.relative_to(tiles)}")
    expect(status == 200 and body == tile.read_bytes() and gzip.decompress(body), "a vector tile is not as stored")
    expect(headers["Content-Encoding"] == "gzip", "the vector tile's gzip is not said")
    expect(headers["Content-Type"] == "application/vnd.mapbox-vector-tile", f"the tile is {headers['Content-Type']}")
    status, headers, body = answer(f"{base}/wilayah/14/0/0.mvt")
    expect((status, body) == (204, b""), f"a tile that is not there gives {status}")
    expect(headers["Access-Control-Allow-Origin"] == "*", "its absence cannot be read elsewhere")

    image = next((tiles / "banjir_bahaya_kelas").glob("*/*/*.png"))
    status, headers, body = answer(f"{base}/{image.relative_to(tiles)}")
    expect(status == 200 and headers["Content-Type"] == "image/png", f"an image gives {status}, {headers['Content-Type']}")
    expect("max-age" in headers["Cache-Control"], "an image is not kept")
    for name, kind in [("style.json", "application/json"), ("wmts.xml", "application/xml"),
                       ("banjir_bahaya_kelas.legend.svg", "image/svg+xml")]:
        expect(answer(f"{base}/{name}")[1]["Content-Type"] == kind, f"{name} is not {kind}")
    expect(answer(f"{base}/nginx.conf")[0] == 404, "the snippet itself is served")


def main(tiles):
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        print("skipped: nginx is not installed")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        configuration = pathlib.Path(folder) / "nginx.conf"
        configuration.write_text(f"""
            daemon off; pid {folder}/pid; error_log stderr;
            events {{}}
            http {{
                access_log off; gzip on; gzip_types *;
                client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
                uwsgi_temp_path {folder}; scgi_temp_path {folder};
                server {{ listen 127.0.0.1:{port}; root {tiles}; include {tiles}/nginx.conf; }}
            }}""")
        test = subprocess.run([program, "-t", "-c", configuration], capture_output=True, text=True, check=False)
        expect(test.returncode == 0, f"nginx refuses the snippet: {test.stderr}")
        server = subprocess.Popen([program, "-c", configuration], stderr=subprocess.DEVNULL)
        try:
            for _ in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            check(f"http://127.0.0.1:{port}", tiles)
        finally:
            server.terminate()
            server.wait()
    print("nginx serves the tiles as they should be")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve() / "tiles")
