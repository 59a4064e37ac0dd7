"""Fetching, against a server of our own: whole, broken off, damaged, refused."""

import gzip
import hashlib
import http.server
import struct
import threading
import time

import numpy as np
import pytest

from netsim import RecipeError
from netsim.data.fetch import FetchError, fetch
from netsim.data.mnist import load_mnist
from netsim.data.mnist_home import FILES, MIRROR, VARIABLE, cache

CONTENT = bytes(np.random.default_rng(1).integers(0, 256, 300_000, dtype=np.uint8))
MD5 = hashlib.md5(CONTENT).hexdigest()


class Server(http.server.ThreadingHTTPServer):
    """Gives its files; counts what was asked for; may break off, be silent, or answer with an error."""

    files: dict[str, bytes]
    asked: list[str]
    break_after: int | None = None
    silent = False
    code: int | None = None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        server = self.server
        server.asked.append(self.path)
        content = server.files.get(self.path.lstrip("/"))
        if server.silent:
            time.sleep(0.3)
            return
        if server.code or content is None:
            self.send_error(server.code or 404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[: server.break_after])

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


def test_a_connection_that_breaks_off_leaves_nothing(server, tmp_path):
    server.break_after = 100_000
    with pytest.raises(FetchError, match="the connection ended before the file did"):
        fetch([server.address + "file"], tmp_path / "x", MD5)
    assert list(tmp_path.iterdir()) == []
    server.break_after = None
    fetch([server.address + "file"], tmp_path / "x", MD5)
    assert (tmp_path / "x").read_bytes() == CONTENT


def test_a_server_that_does_not_answer_is_not_waited_for(server, tmp_path, monkeypatch):
    monkeypatch.setattr("netsim.data.fetch.PATIENCE", 0.05)
    server.silent = True
    with pytest.raises(FetchError, match="no answer in"):
        fetch([server.address + "file"], tmp_path / "x", MD5)


def test_a_damaged_file_is_not_kept(server, tmp_path):
    server.files["file"] = CONTENT[:-1] + b"!"
    with pytest.raises(FetchError, match=f"the file is damaged .its MD5 is not {MD5}"):
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
