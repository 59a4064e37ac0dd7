"""Fetching, against a server of our own: whole, resumed, damaged, refused."""

import gzip
import hashlib
import http.server
import struct
import threading

import numpy as np
import pytest

from netsim import RecipeError
from netsim.data.fetch import FetchError, fetch
from netsim.data.mnist import load_mnist
from netsim.data.mnist_home import FILES, MIRROR, VARIABLE, cache

CONTENT = bytes(np.random.default_rng(1).integers(0, 256, 300_000, dtype=np.uint8))
MD5 = hashlib.md5(CONTENT).hexdigest()


class Server(http.server.ThreadingHTTPServer):
    """Gives its files; notes what ranges were asked for; may break off, refuse ranges, or answer with an error."""

    files: dict[str, bytes]
    asked: list[str | None]
    break_after: int | None = None
    ranges = True
    code: int | None = None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        server, wanted = self.server, self.headers.get("Range")
        server.asked.append(wanted)
        content = server.files.get(self.path.lstrip("/"))
        if server.code or content is None:
            self.send_error(server.code or 404)
            return
        start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted and server.ranges else 0
        if start and start >= len(content):
            self.send_error(416)
            return
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        self.wfile.write(content[start:][: server.break_after])

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    server = Server(("127.0.0.1", 0), Handler)
    server.files, server.asked = {"file": CONTENT}, []
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_a_file_is_fetched_whole_with_progress(server, tmp_path):
    heard = []
    fetch([server.address + "file"], tmp_path / "deep" / "er", MD5, heard.append)
    assert (tmp_path / "deep" / "er").read_bytes() == CONTENT
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["er"]
    assert heard[-1] == len(CONTENT)
    assert heard == sorted(heard)


def test_a_broken_fetch_goes_on_where_it_ended(server, tmp_path):
    server.break_after = 100_000
    with pytest.raises(FetchError, match="ended after 100,000 of 300,000 bytes"):
        fetch([server.address + "file"], tmp_path / "x", MD5)
    assert not (tmp_path / "x").exists()
    server.break_after = None
    fetch([server.address + "file"], tmp_path / "x", MD5)
    assert server.asked == [None, "bytes=100000-"]
    assert (tmp_path / "x").read_bytes() == CONTENT


def test_a_server_that_cannot_resume_sends_all_of_it(server, tmp_path):
    (tmp_path / "x.part").write_bytes(CONTENT[:5000])
    server.ranges = False
    fetch([server.address + "file"], tmp_path / "x", MD5)
    assert (tmp_path / "x").read_bytes() == CONTENT


def test_a_part_that_is_whole_is_taken(server, tmp_path):
    (tmp_path / "x.part").write_bytes(CONTENT)
    fetch([server.address + "file"], tmp_path / "x", MD5)
    assert (tmp_path / "x").read_bytes() == CONTENT


def test_a_part_of_another_file_is_thrown_away_and_all_fetched_anew(server, tmp_path):
    (tmp_path / "x.part").write_bytes(b"something else")
    fetch([server.address + "file"], tmp_path / "x", MD5)
    assert server.asked == ["bytes=14-", None]
    assert (tmp_path / "x").read_bytes() == CONTENT


def test_a_damaged_file_is_not_kept(server, tmp_path):
    server.files["file"] = CONTENT[:-1] + b"!"
    with pytest.raises(FetchError, match=f"damaged .MD5 .*expected {MD5}"):
        fetch([server.address + "file"], tmp_path / "x", MD5)
    assert list(tmp_path.iterdir()) == []


def test_the_next_address_is_tried(server, tmp_path):
    fetch(["http://127.0.0.1:9/file", server.address + "gone", server.address + "file"], tmp_path / "x", MD5)
    assert (tmp_path / "x").read_bytes() == CONTENT


def test_what_each_address_said_is_told(server, tmp_path):
    server.code = 503
    with pytest.raises(FetchError, match=r"127.0.0.1:9/file: Connection refused; .*/file: the server answers 503"):
        fetch(["http://127.0.0.1:9/file", server.address + "file"], tmp_path / "x", MD5)


def idx(array):
    return gzip.compress(struct.pack(f">{1 + array.ndim}I", 0x800 + array.ndim, *array.shape) + array.tobytes())


@pytest.fixture
def small_mnist(server, monkeypatch, tmp_path):
    """A server with four files like MNIST's, known by their own digests."""
    rng = np.random.default_rng(0)
    for name in FILES:
        many = 30 if name.startswith("train") else 12
        array = rng.integers(0, 256, (many, 5, 4)) if "images" in name else np.arange(many) % 10
        server.files[name] = idx(array.astype(np.uint8))
    known = {name: (hashlib.md5(server.files[name]).hexdigest(), len(server.files[name])) for name in FILES}
    monkeypatch.setattr("netsim.data.mnist_home.FILES", known)
    monkeypatch.setenv(MIRROR, server.address)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv(VARIABLE, raising=False)
    return server


def test_mnist_is_fetched_once_into_the_cache(small_mnist, tmp_path):
    heard = []
    data = load_mnist(progress=lambda *told: heard.append(told))
    assert (len(data.x), len(data.x_unseen), data.image_shape) == (30, 12, (5, 4))
    assert cache() == tmp_path / "cache" / "nudge"
    assert sorted(path.name for path in (cache() / "mnist").iterdir()) == sorted(FILES)
    assert heard[-1] == ("fetching MNIST", 1.0)
    small_mnist.code = 500
    assert len(load_mnist().x) == 30
    assert len(small_mnist.asked) == 4


def test_mnist_offline_names_the_bundled_digits(small_mnist):
    small_mnist.code = 404
    with pytest.raises(RecipeError, match=r"the server answers 404.*bundled digits\.$") as caught:
        load_mnist()
    assert "\n" not in str(caught.value)


def test_an_unusual_cache_folder_is_ignored(monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/somebody")
    assert str(cache()) == "/home/somebody/.cache/nudge"
