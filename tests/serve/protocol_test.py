#!/usr/bin/env python3
"""`papar serve` as clients see it: bytes over real sockets, by the standard library alone.

    tests/serve/protocol_test.py PAPAR

The archives are written here, from the specifications: MBTiles by sqlite3, PMTiles byte by byte.
"""
import gzip
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PAPAR = sys.argv.pop(1)
MVT = b"\x1a\x05tiles" * 40  # not looked into
PNG = b"\x89PNG" + bytes(range(200))


def varint(number):
    out = b""
    while number > 0x7f:
        out += bytes([number & 0x7f | 0x80])
        number >>= 7
    return out + bytes([number])


def write_pmtiles(path, tile, padding=0):
    """One tile, 0/0/0, and so many bytes that nobody asks for."""
    root = gzip.compress(b"".join(map(varint, (1, 0, 1, len(tile), 1))))
    metadata = gzip.compress(b'{"name": "satu"}')
    offsets = [127, len(root), 127 + len(root), len(metadata), 127 + len(root) + len(metadata), 0,
               127 + len(root) + len(metadata), len(tile) + padding]
    header = b"PMTiles\x03" + struct.pack("<11Q", *offsets, 1, 1, 1)
    header += struct.pack("<6B4iB2i", 1, 2, 1, 2, 0, 0, *[-10 ** 9, -8 * 10 ** 8, 10 ** 9, 8 * 10 ** 8], 0, 0, 0)
    part = path.with_name("." + path.name)
    part.write_bytes(header + root + metadata + tile + bytes(padding))
    part.rename(path)


def write_mbtiles(path, tile):
    with sqlite3.connect(path) as file:
        file.executescript("CREATE TABLE metadata (name TEXT, value TEXT);"
                           "CREATE TABLE tiles (zoom_level INT, tile_column INT, tile_row INT, tile_data BLOB);")
        file.executemany("INSERT INTO metadata VALUES (?, ?)",
                         [("format", "pbf"), ("minzoom", "1"), ("maxzoom", "1"), ("name", "wilayah")])
        file.execute("INSERT INTO tiles VALUES (1, 0, 1, ?)", [gzip.compress(tile)])  # TMS: 1/0/0


class Answer:
    def __init__(self, stream, head=False):
        self.status = int(stream.readline().split()[1])
        self.headers = {}
        while (line := stream.readline().decode().rstrip("\r\n")):
            name, value = line.split(": ", 1)
            self.headers[name.lower()] = value
        self.body = b"" if head else stream.read(int(self.headers.get("content-length", 0)))


class Client:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=20)
        self.stream = self.socket.makefile("rb")

    def send(self, data):
        self.socket.sendall(data)

    def ask(self, target, method="GET", **headers):
        lines = [f"{method} {target} HTTP/1.1", "Host: peta.test"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.send("\r\n".join(lines).encode() + b"\r\n\r\n")
        return Answer(self.stream, method == "HEAD")

    def ended(self):
        """Whether the server has closed the connection, after whatever it still says."""
        try:
            while self.socket.recv(65536):
                pass
            return True
        except ConnectionResetError:
            return True
        except socket.timeout:
            return False

    def close(self):
        self.stream.close()
        self.socket.close()


class ServeTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        write_pmtiles(self.folder / "satu.pmtiles", PNG)
        write_mbtiles(self.folder / "wilayah.mbtiles", MVT)
        self.server = None

    def start(self, *options):
        # Under the address sanitizer freed memory would be kept, and memory could not be measured.
        environment = {**os.environ, "ASAN_OPTIONS": "quarantine_size_mb=1"}
        self.server = subprocess.Popen([PAPAR, "serve", str(self.folder), "--port", "0", *options],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
        self.addCleanup(self.end)
        line = self.server.stderr.readline().decode()
        found = re.fullmatch(r"papar: \d+ tile sets? at http://127\.0\.0\.1:(\d+)/ \(Ctrl-C ends it\)\n", line)
        self.assertTrue(found, line)
        self.port = int(found[1])

    def end(self):
        if self.server.poll() is None:
            self.server.kill()
        self.server.communicate()
        self.server.stdout.close()
        self.server.stderr.close()

    def client(self):
        client = Client(self.port)
        self.addCleanup(client.close)
        return client

    def test_tiles(self):
        self.start()
        client = self.client()
        answer = client.ask("/satu/0/0/0.png")
        self.assertEqual((answer.status, answer.body), (200, PNG))
        self.assertRegex(answer.headers["date"], r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$")
        self.assertEqual(client.ask("/satu/0/0/0.png", If_None_Match=answer.headers["etag"]).status, 304)
        self.assertEqual(client.ask("/wilayah/1/1/1.mvt").status, 204)
        self.assertEqual(client.ask("/wilayah/2/0/0.mvt").status, 404)
        packed = client.ask("/wilayah/1/0/0.mvt", Accept_Encoding="gzip")
        self.assertEqual((packed.headers["content-encoding"], gzip.decompress(packed.body)), ("gzip", MVT))
        plain = client.ask("/wilayah/1/0/0.mvt", Accept_Encoding="identity")
        self.assertEqual((plain.headers.get("content-encoding"), plain.body), (None, MVT))
        head = client.ask("/wilayah/1/0/0.mvt", "HEAD")
        self.assertEqual((head.status, head.headers["content-length"]), (200, str(len(MVT))))
        self.assertEqual(client.ask("/satu/0/0/0.png", "DELETE").headers["allow"], "GET, HEAD, OPTIONS")
        self.assertEqual(json.loads(client.ask("/satu.json").body)["tiles"], ["http://peta.test/satu/{z}/{x}/{y}.png"])

    def peak_kb(self):
        return int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{self.server.pid}/status").read_text())[1])

    def test_a_large_file_by_range(self):
        write_pmtiles(self.folder / "satu.pmtiles", PNG, padding=200_000_000)
        content = (self.folder / "satu.pmtiles").read_bytes()
        self.start()
        client = self.client()
        part = client.ask("/satu.pmtiles", Range="bytes=0-126")
        before_kb = self.peak_kb()
        self.assertEqual((part.status, part.body), (206, content[:127]))
        self.assertEqual(part.headers["content-range"], f"bytes 0-126/{len(content)}")
        self.assertEqual(client.ask("/satu.pmtiles").body, content)
        self.assertLess(self.peak_kb() - before_kb, 50_000)  # it is sent in pieces: never whole in memory
        self.assertEqual(client.ask("/satu.pmtiles", Range=f"bytes={len(content)}-").status, 416)
        self.assertEqual(client.ask("/satu.pmtiles", Range="bytes=0-1", If_Match='"other"').status, 412)

    def test_pipelined_requests_are_answered_in_order(self):
        self.start()
        client = self.client()
        targets = ["/satu/0/0/0.png", "/nothing", "/wilayah/1/1/1.mvt", "/satu/0/0/0.png"] * 25
        client.send("".join(f"GET {target} HTTP/1.1\r\nHost: a\r\n\r\n" for target in targets).encode())
        self.assertEqual([Answer(client.stream).status for _ in targets], [200, 404, 204, 200] * 25)

    def test_a_request_in_single_bytes(self):
        self.start()
        client = self.client()
        for byte in b"GET /satu/0/0/0.png HTTP/1.1\r\nHost: a\r\n\r\n":
            client.send(bytes([byte]))
        self.assertEqual(Answer(client.stream).body, PNG)

    def test_what_is_no_good_request(self):
        self.start()
        for data, status in ((b"hello\r\n\r\n", 400), (b"GET / HTTP/1.1\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
                             (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 9000, 431),
                             (b"GET /%2e%2e/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400),
                             (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", 405),
                             (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400)):
            with self.subTest(data=data[:40]):
                client = self.client()
                client.send(data)
                self.assertEqual(Answer(client.stream).status, status)
                self.assertTrue(client.ended())

    def test_http_1_0_and_close(self):
        self.start()
        client = self.client()
        client.send(b"GET /satu/0/0/0.png HTTP/1.0\r\n\r\n")
        answer = Answer(client.stream)
        self.assertEqual((answer.status, answer.headers["connection"]), (200, "close"))
        self.assertTrue(client.ended())

    def test_idle_clients_keep_nobody_waiting(self):
        self.start("--connections", "24")
        idle = [self.client() for _ in range(24)]
        for client in idle:
            self.assertEqual(client.ask("/satu/0/0/0.png").status, 200)
        start = time.monotonic()
        newest = [self.client().ask("/satu/0/0/0.png").status for _ in range(5)]
        self.assertLess(time.monotonic() - start, 1)  # 5 x 50 ms, and room for a busy machine
        self.assertEqual(newest, [200] * 5)
        self.assertTrue(idle[0].ended())  # the one that was idle longest made room
        self.assertEqual(idle[-1].ask("/satu/0/0/0.png").status, 200)

    def test_slow_and_silent_clients_are_cut(self):
        self.start("--request-time", "0.5", "--idle-time", "2")
        slow, silent = self.client(), self.client()
        start = time.monotonic()
        slow.send(b"GET / HTTP/1.1\r\n")
        try:
            for _ in range(100):  # a header a moment, for ever
                slow.send(b"X: y\r\n")
                time.sleep(0.05)
        except OSError:
            pass
        self.assertLess(time.monotonic() - start, 2)
        self.assertTrue(silent.ended())
        self.assertGreater(time.monotonic() - start, 1.9)
        self.assertEqual(self.client().ask("/satu/0/0/0.png").status, 200)

    def test_a_replaced_archive(self):
        self.start()
        client = self.client()
        first = client.ask("/satu/0/0/0.png")
        whole = client.ask("/satu.pmtiles")
        write_pmtiles(self.folder / "satu.pmtiles", PNG[::-1])
        second = client.ask("/satu/0/0/0.png")
        self.assertEqual(second.body, PNG[::-1])
        self.assertNotEqual(second.headers["etag"], first.headers["etag"])
        self.assertEqual(client.ask("/satu/0/0/0.png", If_None_Match=first.headers["etag"]).status, 200)
        self.assertEqual(client.ask("/satu.pmtiles", Range="bytes=0-9", If_Match=whole.headers["etag"]).status, 412)

    def test_a_signal_ends_it_cleanly(self):
        write_pmtiles(self.folder / "satu.pmtiles", PNG, padding=50_000_000)
        size = (self.folder / "satu.pmtiles").stat().st_size
        for name in ("SIGTERM", "SIGINT"):
            with self.subTest(signal=name):
                self.start()
                idle, busy = self.client(), self.client()
                self.assertEqual(idle.ask("/satu/0/0/0.png").status, 200)
                busy.send(b"GET /satu.pmtiles HTTP/1.1\r\nHost: a\r\n\r\n")
                first = busy.stream.read(1000)  # the rest is in flight
                self.server.send_signal(getattr(signal, name))
                self.assertTrue(idle.ended())
                self.assertIsNone(self.server.poll())
                rest = busy.stream.read()
                self.assertEqual(len((first + rest).split(b"\r\n\r\n", 1)[1]), size)
                self.assertEqual(self.server.wait(10), 0)
                self.end()

    def test_the_access_log(self):
        self.start("--access-log", "json")
        client = self.client()
        client.ask("/satu/0/0/0.png?a=\"b\"", User_Agent="uji\\\"")
        client.ask("/nothing", "HEAD")
        self.server.terminate()
        lines = [json.loads(line) for line in self.server.communicate()[0].decode().splitlines()]
        self.assertEqual([(line["method"], line["target"], line["status"], line["bytes"]) for line in lines],
                         [("GET", "/satu/0/0/0.png?a=\"b\"", 200, len(PNG)), ("HEAD", "/nothing", 404, 0)])
        self.assertEqual((lines[0]["client"], lines[0]["agent"]), ("127.0.0.1", "uji\\\""))
        self.assertRegex(lines[0]["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
        self.assertGreater(lines[0]["ms"], 0)

    def test_what_stops_it_at_once(self):
        self.start()
        (self.folder / "rusak.pmtiles").write_text("no archive")
        for arguments, code, words in (
                (["--port", str(self.port), str(self.folder / "satu.pmtiles")], 2, f"127.0.0.1:{self.port}: cannot listen there"),
                (["--bind", "rumah", str(self.folder / "satu.pmtiles")], 2, "--bind rumah: no address"),
                (["--public-url", "peta", str(self.folder / "satu.pmtiles")], 2, "--public-url peta: write it whole"),
                ([str(self.folder)], 3, "rusak.pmtiles: neither PMTiles nor MBTiles"),
                ([], 2, "papar serve takes a result")):
            with self.subTest(arguments=arguments):
                done = subprocess.run([PAPAR, "serve", *arguments], capture_output=True, text=True, timeout=20)
                self.assertEqual((done.returncode, done.stderr.count("\n")), (code, 1), done.stderr)
                self.assertIn(words, done.stderr)

    @unittest.skipUnless(shutil.which("curl"), "curl is not installed")
    def test_curl(self):
        self.start()
        url = f"http://127.0.0.1:{self.port}"
        curl = lambda *words: subprocess.run(["curl", "-sS", "--fail", *words], capture_output=True, check=True).stdout
        self.assertEqual(curl("--compressed", f"{url}/wilayah/1/0/0.mvt"), MVT)
        self.assertEqual(curl("-r", "0-6", f"{url}/satu.pmtiles"), b"PMTiles")
        self.assertEqual(curl(f"{url}/satu/0/0/0.png", f"{url}/satu/0/0/0.png"), PNG + PNG)  # one connection


if __name__ == "__main__":
    unittest.main()
