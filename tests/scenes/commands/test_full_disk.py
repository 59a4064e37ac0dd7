"""A disk that is full is said so, with the file's name; nothing half-written stays under a name."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from netsim import Trace
from scenes.cli import main

XOR = '[network]\nhidden = [3]\n[data]\nname = "xor"\n[training]\nepochs = 1\n'


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where this machine lets one be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        pytest.skip(f"no disk can be mounted here: {made.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_trace_that_does_not_fit_leaves_nothing(
    small_disk: Path, lesson_file: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = lesson_file(XOR)
    assert main(["record", str(lesson), "-o", str(small_disk / "x.npz")]) == 2
    said = capsys.readouterr().err.strip().splitlines()[-1]
    assert str(small_disk / "x.npz") in said
    assert "no space left" in said or "the disk is full" in said
    assert list(small_disk.iterdir()) == []


def test_a_page_that_does_not_fit_leaves_nothing_under_its_name(
    small_disk: Path, lesson_file: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = lesson_file(XOR)
    assert main(["storyboard", str(lesson), "--scene", "N4", "--out", str(small_disk / "out")]) in (1, 2)
    assert str(small_disk) in capsys.readouterr().err
    kept = [path for path in small_disk.rglob("*") if path.is_file() and not path.name.startswith(".")]
    assert [path for path in kept if path.suffix == ".png"] == []
    for path in kept:  # the trace may have fitted: then it is whole
        if path.suffix == ".npz":
            Trace.load(path).check_arrays()
