"""The server of the page: on this machine alone, reading alone, and for those alone who called it by its own name.

A page from elsewhere that this machine's browser shows could reach a server on loopback too, under a name of its own
that it lets point here (DNS rebinding). So a request must name this address as its host; and there is nothing to be
had but the page's own parts, what it shows, and which scene is shown.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib.resources import files
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from urllib.parse import unquote, urlsplit

from scenes.studio.watch.view import Board

LOOPBACK = "127.0.0.1"
#: So many seconds without news a page is told that the server is still there.
PATIENCE = 10.0
PARTS = {
    "/": ("page.html", "text/html"),
    "/page.css": ("page.css", "text/css"),
    "/page.js": ("page.js", "text/javascript"),
}
KINDS = {".png": "image/png", ".mp4": "video/mp4"}
CLOSED = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


class PageServer(ThreadingMixIn, TCPServer):
    """Shows a board on a page, while it is open as a context.

    Parameters
    ----------
    board
        What is shown.
    choose
        Called with the class name of a scene that somebody chose on the page.
    port
        Where; 0 for any that is free.

    Raises
    ------
    OSError
        If the port is taken.
    """

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, board: Board, choose: Callable[[str], None], port: int = 0) -> None:
        self.board, self.choose = board, choose
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{LOOPBACK}:{self.port}/"

    def __enter__(self) -> PageServer:
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self.board.end()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing where a browser went away in the middle."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "nudge", ""
    timeout = 60
    server: PageServer

    def do_GET(self) -> None:
        """Give a part of the page, its news or a picture; or choose a scene."""
        host = self.headers.get("Host", "")
        if host not in (f"{LOOPBACK}:{self.server.port}", f"localhost:{self.server.port}"):
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = unquote(urlsplit(self.path).path)
        folder, _, name = path[1:].partition("/")
        if path in PARTS:
            part, kind = PARTS[path]
            text = (files("assets") / "watch" / part).read_bytes()
            self._answer(HTTPStatus.OK, f"{kind}; charset=utf-8", len(text))
            self.wfile.write(text)
        elif path == "/news":
            self._tell_news()
        elif folder == "shown" and (file := self.server.board.file(name)) is not None:
            self._give(file)
        elif folder == "scene" and self._is_chosen(name):
            self.server.choose(name)
            self._answer(HTTPStatus.SEE_OTHER, "text/plain", 0, {"Location": "/"})
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _is_chosen(self, name: str) -> bool:
        """Whether somebody chose this scene on the page, and not on another one that leads here."""
        asked_from = self.headers.get("Sec-Fetch-Site", "none")
        return asked_from in ("same-origin", "none") and name in dict(self.server.board.view.scenes)

    def _tell_news(self) -> None:
        """Send each new view as it comes, until the page or the server goes (server-sent events)."""
        self._answer(HTTPStatus.OK, "text/event-stream", None, {"Connection": "close"})
        self.close_connection = True
        number = 0
        while True:
            try:
                news = self.server.board.newer(number, PATIENCE)
            except EOFError:
                return
            if news is None:
                self.wfile.write(b": still here\n\n")
            else:
                number, view = news
                self.wfile.write(f"data: {json.dumps(view.as_json())}\n\n".encode())
            self.wfile.flush()

    def _give(self, file: Path) -> None:
        """Send a file, or the part of it that is asked for: browsers ask for parts of films."""
        try:
            content = file.read_bytes()
        except OSError:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        kind = KINDS[file.suffix]
        whole = len(content)
        more = {"Accept-Ranges": "bytes"}
        if asked is None:
            self._answer(HTTPStatus.OK, kind, whole, more)
            self.wfile.write(content)
            return
        first, last = int(asked[1]), min(int(asked[2] or whole - 1), whole - 1)
        if first > last:
            self._answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, kind, 0, {"Content-Range": f"bytes */{whole}"})
            return
        more |= {"Content-Range": f"bytes {first}-{last}/{whole}"}
        self._answer(HTTPStatus.PARTIAL_CONTENT, kind, last + 1 - first, more)
        self.wfile.write(content[first : last + 1])

    def _refuse(self, status: HTTPStatus) -> None:
        self._answer(status, "text/plain", 0, {"Connection": "close"})

    def _answer(self, status: HTTPStatus, kind: str, length: int | None, more: dict[str, str] | None = None) -> None:
        """Send the head of an answer."""
        self.send_response(status)
        head = {"Content-Type": kind, "Cache-Control": "no-store", **CLOSED, **(more or {})}
        if length is not None:
            head["Content-Length"] = str(length)
        for name, value in head.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing: the terminal tells of drawings."""
