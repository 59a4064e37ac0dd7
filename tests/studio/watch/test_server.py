"""The page's server: what is shown and nothing else, for those who call it by its own name on this machine."""

import http.client
import json
import socket
import threading

import pytest

from scenes.studio.watch.server import PageServer
from scenes.studio.watch.view import Board, Shown, View

FILM = bytes(range(200))


@pytest.fixture
def served(tmp_path):
    """A board with one still and a clip, served, and the scenes that were chosen."""
    (tmp_path / "shown").mkdir()
    (tmp_path / "shown" / "a.png").write_bytes(b"png")
    (tmp_path / "shown" / "film.mp4").write_bytes(FILM)
    (tmp_path / "shown" / "draft.png").write_bytes(b"not shown yet")
    (tmp_path / "secret.png").write_bytes(b"secret")
    view = View(
        "my", "Mine", scenes=(("Mine", "My own"),), beats=(Shown("one", "N1", picture="a.png"),), clip="film.mp4"
    )
    board, chosen = Board(view, tmp_path / "shown"), []
    with PageServer(board, chosen.append) as server:
        yield server, board, chosen


def ask(server, path, method="GET", **headers):
    """Ask for something, and return status, head and content."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    line.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        line.putheader(name.replace("_", "-"), value)
    line.endheaders()
    answer = line.getresponse()
    content = answer.read()
    line.close()
    return answer.status, dict(answer.headers), content


def test_the_page_and_its_parts_come_from_here_alone(served):
    server, *_ = served
    for path, kind in (("/", "text/html"), ("/page.css", "text/css"), ("/page.js", "text/javascript")):
        status, head, content = ask(server, path)
        assert (status, head["Content-Type"]) == (200, f"{kind}; charset=utf-8")
        assert b"//" not in content.replace(b"// ", b"").replace(b"/* ", b""), "an address elsewhere"
        assert head["Content-Security-Policy"].startswith("default-src 'self'")


def test_it_listens_on_loopback_alone(served):
    server, *_ = served
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.port}/"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "127.0.0.1.evil:{port}"]
)
@pytest.mark.parametrize("path", ["/", "/news", "/shown/a.png", "/scene/Mine"])
def test_a_name_that_somebody_lets_point_here_is_refused(served, host, path):
    server, _, chosen = served
    assert ask(server, path, Host=host.format(port=server.port))[0] == 421
    assert chosen == []


def test_its_own_names_are_answered(served):
    server, *_ = served
    for name in ("127.0.0.1", "localhost"):
        assert ask(server, "/", Host=f"{name}:{server.port}")[0] == 200


@pytest.mark.parametrize(
    "path",
    ["/shown/draft.png", "/shown/../secret.png", "/shown/%2e%2e/secret.png", "/shown/%2e%2e%2fsecret.png", "/shown/",
     "/shown//etc/passwd", "/shown/a.png%00", "/page.html", "/../pyproject.toml", "/scene/Other", "/scene/"],
)  # fmt: skip
def test_what_is_not_shown_is_not_given(served, path):
    server, _, chosen = served
    assert ask(server, path)[0] == 404
    assert chosen == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "HEAD"])
def test_there_is_nothing_but_reading(served, method):
    assert ask(served[0], "/", method)[0] == 501


@pytest.mark.parametrize(
    ("asked", "status", "part", "said"),
    [
        ("", 200, FILM, None),
        ("bytes=0-", 206, FILM, "bytes 0-199/200"),
        ("bytes=10-19", 206, FILM[10:20], "bytes 10-19/200"),
        ("bytes=190-999", 206, FILM[190:], "bytes 190-199/200"),
        ("bytes=200-", 416, b"", "bytes */200"),
        ("lines=1-2", 200, FILM, None),
    ],
)
def test_a_film_is_given_in_the_parts_that_players_ask_for(served, asked, status, part, said):
    got, head, content = ask(served[0], "/shown/film.mp4", **({"Range": asked} if asked else {}))
    assert (got, content, head.get("Content-Range")) == (status, part, said)
    assert head["Content-Type"] == "video/mp4"


def test_a_scene_is_chosen_on_the_page_and_not_from_another(served):
    server, _, chosen = served
    assert ask(server, "/scene/Mine", Sec_Fetch_Site="cross-site")[0] == 404
    assert chosen == []
    status, head, _ = ask(server, "/scene/Mine", Sec_Fetch_Site="same-origin")
    assert (status, head["Location"], chosen) == (303, "/", ["Mine"])


def test_each_new_view_is_told_as_it_comes_and_the_end_ends_it(served):
    server, board, _ = served
    line = socket.create_connection(("127.0.0.1", server.port), timeout=5)
    line.sendall(f"GET /news HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
    news = line.makefile("rb")

    def heard():
        while not (text := news.readline()).startswith(b"data: "):
            assert text, "the news ended"
        return json.loads(text[6:])

    assert heard()["beats"][0]["picture"] == "a.png"
    board.put(board.view.failed("It broke.", ()))
    told = heard()
    assert (told["trouble"], told["beats"][0]["old"]) == ("It broke.", True)
    threading.Timer(0.1, board.end).start()
    assert news.read().strip() == b""
    line.close()
