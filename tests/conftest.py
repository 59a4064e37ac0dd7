"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from netsim import Recipe, Trace, record
from tests.studio.browser import CHROMIUM, Browser

# No test may reach for the internet: MNIST's only address is one that refuses, also for the processes it starts.
os.environ["NUDGE_MNIST_MIRROR"] = "http://127.0.0.1:9/"
os.environ["no_proxy"] = os.environ["NO_PROXY"] = "127.0.0.1"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Inspect every scene on every network, before a release; without it each scene is on a few."""
    parser.addoption("--every", action="store_true", help="inspect every scene on every network")
    parser.addoption(
        "--fuzz", type=int, default=100, metavar="N", help="tries of each property; more than 100: at random"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Give each property as many tries as were asked for: always the same ones, unless more than usual."""
    many = config.getoption("--fuzz")
    settings.register_profile("nudge", max_examples=many, derandomize=many <= 100, deadline=None, database=None)
    settings.load_profile("nudge")


@pytest.fixture(autouse=True)
def empty_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is taken from the user's cache, or put there."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(autouse=True, scope="session")
def own_media_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each process typesets in a folder of its own: two that write the same file would trip over each other."""
    from manim import config

    config.media_dir = str(tmp_path_factory.mktemp("media"))


@pytest.fixture(scope="session")
def trace_of_xor() -> Trace:
    """A small run: 2-3-2 on the exclusive or."""
    return record(Recipe.from_dict({"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 5}}))


@pytest.fixture
def lesson_file(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Write a lesson file, `my.toml`, in the test's own folder."""

    def write(content: str | bytes) -> Path:
        path = tmp_path / "my.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of a process."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here (Debian: apt-get install chromium)")
    with Browser(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
def browser(chromium: Browser) -> Iterator[Browser]:
    """A page of its own in that browser."""
    chromium.open()
    yield chromium
    chromium.close()
