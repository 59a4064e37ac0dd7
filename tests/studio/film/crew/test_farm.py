"""What stands between a cluster and us: its address, what its machines draw with, and what travels there."""

import contextlib
import socket
import sys
import threading
import time

import pytest
from distributed import KilledWorker, Reschedule

from scenes.studio.film.crew.farm import address, farm, likeness
from scenes.studio.film.crew.farm.address import FarmError, check_cluster
from scenes.studio.film.crew.farm.connection import connected
from scenes.studio.film.crew.farm.errand import FILES, Luggage, taken
from scenes.studio.film.crew.farm.likeness import NUDGE, difference
from scenes.studio.film.crew.farm.parcel import Parcel
from scenes.studio.film.pieces.keys import DRAWN_BY

HERE = likeness.likeness(DRAWN_BY)


@pytest.mark.parametrize("good", ["tcp://scheduler:8786", "tls://10.0.0.1:8786", "tcp://[::1]:8786"])
def test_an_address_names_a_way_a_host_and_a_port(good):
    check_cluster(good)


@pytest.mark.parametrize(
    "bad",
    ["", "scheduler", "scheduler:8786", "tcp://scheduler", "tcp://:8786", "http://scheduler:8786", "tcp://a:b"]
    + ["tcp://a:99999", "tcp://a:0", "tcp://a:8786/x", "tcp://me@a:8786", "tcp://[::1:8786", "tcp:/a:8786"],
)
def test_what_is_no_address_is_refused_in_one_sentence(bad):
    with pytest.raises(FarmError) as refused:
        check_cluster(bad)
    assert str(refused.value) == (
        f"--cluster {bad!r} is no address of a scheduler, expected one such as tcp://scheduler:8786."
    )


def test_without_dask_the_command_that_installs_it_is_named(monkeypatch):
    monkeypatch.setattr(address, "find_spec", lambda name: None)
    with pytest.raises(FarmError) as refused:
        check_cluster("tcp://scheduler:8786")
    assert str(refused.value).endswith(f"{sys.executable} -m pip install 'nudge[cluster]'")


@contextlib.contextmanager
def listening(banner):
    """A place where something listens that is no scheduler: says at most something of its own, and no more."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take():
            with contextlib.suppress(OSError):
                while True:
                    taken.append(server.accept()[0])
                    taken[-1].sendall(banner)

        taken = []
        threading.Thread(target=take, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)


def refusal(where, capfd):
    """Say how a connection is refused, and that nothing else is said, and soon."""
    began = time.monotonic()
    with pytest.raises(FarmError) as refused, connected(where):
        pass
    assert time.monotonic() - began < 5
    assert tuple(capfd.readouterr()) == ("", "")
    return str(refused.value)


def no_answer(where):
    return f"No cluster answers at {where}; a scheduler says its address when it starts: dask scheduler."


def test_where_nobody_is_one_sentence_says_so_soon(monkeypatch, capfd):
    monkeypatch.setattr("scenes.studio.film.crew.farm.connection.CONNECT", 0.5)
    with listening(b"") as where:
        pass
    assert refusal(where, capfd) == no_answer(where)


def test_where_nobody_answers_one_sentence_says_so_soon(monkeypatch, capfd):
    monkeypatch.setattr("scenes.studio.film.crew.farm.connection.CONNECT", 0.5)
    with listening(b"") as where:
        assert refusal(where, capfd) == no_answer(where)


def test_what_answers_and_is_no_scheduler_is_told_so(capfd):
    with listening(b"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n") as where:
        said = refusal(where, capfd)
    assert said == f"What answers at {where} is no scheduler of Dask, or one of another version."


def test_what_a_machine_draws_with_is_python_its_processor_the_libraries_and_our_own_files():
    assert list(HERE) == ["Python", "processor", *DRAWN_BY, NUDGE]
    assert all(HERE.values())
    assert likeness.likeness(["no such library"])["no such library"] == ""


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ""),
        ({"Python": "3.9"}, f"has Python 3.9, and here is {HERE['Python']}"),
        ({"numpy": ""}, f"has no numpy, and here is {HERE['numpy']}"),
        ({NUDGE: "0"}, "has a Nudge of other files"),
        ({"av": "1", NUDGE: "0"}, f"has av 1, and here is {HERE['av']}; has a Nudge of other files"),
    ],
)
def test_a_difference_is_named(changed, said):
    assert difference(HERE | changed, HERE) == said


def test_a_changed_file_of_ours_is_a_difference_and_a_guide_is_not(tmp_path, monkeypatch):
    def digest():
        return likeness.likeness(())[NUDGE]

    monkeypatch.setattr(likeness, "files", lambda package: tmp_path / package)
    for package in ("assets/words", "netsim", "scenes"):
        (tmp_path / package).mkdir(parents=True)
    before = digest()
    (tmp_path / "assets" / "guide.md").write_text("how")
    assert digest() == before
    for file in ("assets/words/said.ftl", "scenes/a.py", "scenes/b.py"):
        (tmp_path / file).write_text("x = 1")
        assert digest() != before
        before = digest()


def order_of(folder, **changed):
    for name in ("trace.npz", "mine.toml", "mine.py", "mine.ftl", "mine.svg"):
        (folder / name).write_text(name)
    order = {"trace": f"{folder}/trace.npz", "scene": "scenes.a:B", "theme": "dark", "words": "", "logo": ""}
    return order | {"after": "", "pace": 1.0, "language": "en", "voice": {}} | changed


def test_files_of_a_lesson_travel_once_and_orders_name_them_where_they_will_be(tmp_path):
    parcel = Parcel()
    own = {"scene": f"{tmp_path}/mine.py@0a1b:Mine", "theme": f"{tmp_path}/mine.toml", "words": f"{tmp_path}/mine.ftl"}
    own["logo"] = f"{tmp_path}/mine.svg"
    plain, rich = parcel.packed(order_of(tmp_path)), parcel.packed(order_of(tmp_path, **own))
    assert sorted(content.decode() for content in parcel.files.values()) == [
        "mine.ftl",
        "mine.py",
        "mine.svg",
        "mine.toml",
        "trace.npz",
    ]
    assert plain == order_of(tmp_path) | {"trace": rich["trace"]}
    luggage = Luggage("nudge-1", parcel.files, ())
    luggage.setup(Worker(tmp_path))
    errand = luggage.folder / "errand"
    errand.mkdir()
    for path, name in (
        (rich["trace"], "trace.npz"),
        (rich["theme"], "mine.toml"),
        (rich["words"], "mine.ftl"),
        (rich["logo"], "mine.svg"),
        (rich["scene"].removesuffix("@0a1b:Mine"), "mine.py"),
    ):
        assert (errand / path).read_text() == name
    luggage.teardown(Worker(tmp_path))
    assert not luggage.folder.exists()


class Worker:
    """As much of Dask's as luggage looks at."""

    def __init__(self, folder):
        self.local_directory = str(folder)


def test_luggage_that_cannot_be_unpacked_says_so_later_and_ends_no_worker(tmp_path):
    (tmp_path / "nudge-1").write_text("in the way")
    luggage = Luggage("nudge-1", {"a/b": b"c"}, ())
    luggage.setup(Worker(tmp_path))
    assert "nudge-1" in luggage.trouble


def test_a_worker_that_came_later_and_differs_refuses(tmp_path):
    luggage = Luggage("nudge-1", {}, DRAWN_BY)
    assert luggage.refusal() == ""
    luggage.wanted = luggage.wanted | {"manim": "0.1"}
    assert luggage.refusal() == f"has manim {HERE['manim']}, and here is 0.1"


def test_what_is_not_wanted_any_more_is_not_begun(tmp_path):
    luggage = Luggage("nudge-1", {}, ())
    luggage.setup(Worker(tmp_path))
    luggage.transition("nudge-1-0", "executing", "released")
    with pytest.raises(Reschedule):
        luggage.begin("nudge-1-0", luggage.folder / "0")
    luggage.teardown(Worker(tmp_path))
    with pytest.raises(Reschedule):
        luggage.begin("nudge-1-1", luggage.folder / "1")


@pytest.mark.parametrize(
    ("spare", "said"), [(0, "its worker died while at it"), (3, "4 workers in turn died while at")]
)
def test_workers_that_die_one_after_the_other_are_counted(spare, said):
    lost = KilledWorker("nudge-1-0", None, spare)
    assert farm._given_up(lost).startswith(said)


def test_a_clip_that_was_brought_is_gone_there(tmp_path):
    (tmp_path / "a.mp4").write_bytes(b"clip")
    assert taken(str(tmp_path), "a.mp4") == b"clip"
    assert list(tmp_path.iterdir()) == []
    assert FILES not in str(tmp_path)
