"""A folder of tiles behind a small web server, for readers that want one; what names the base gets the server's own."""
import contextlib
import functools
import http.server
import threading

BASE = "http://127.0.0.1:8080"  # papar's default for --url


class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        path = self.translate_path(self.path)  # without what clients add behind "?"
        if not path.endswith((".json", ".xml")):
            return super().do_GET()
        with open(path, encoding="utf-8") as file:
            text = file.read().replace(BASE, f"http://127.0.0.1:{self.server.server_port}").encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/xml" if path.endswith(".xml") else "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def served(folder):
    """Gives the base's address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
