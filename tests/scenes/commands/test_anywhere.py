"""Commands work with a terminal of few characters and without programs, and refuse places that are none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scenes.cli import main
from tests.scenes.tiny import TINY


@pytest.mark.parametrize("changed", [{"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "ascii"}, {"PATH": ""}])
def test_a_poor_terminal_and_no_programs_are_no_failure(tmp_path: Path, changed: dict[str, str]) -> None:
    (tmp_path / "my.toml").write_text(TINY, "utf-8")
    answer = subprocess.run(
        [sys.executable, "-m", "scenes.cli", "explain", "W1[0,0]", "my.toml"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])} | changed,
        capture_output=True,
    )
    assert answer.returncode == 0, answer.stderr
    assert b"Traceback" not in answer.stderr
    assert any(f"W1[0,0] leads from {x} to".encode() in answer.stdout for x in ("x₀", r"x\u2080"))


@pytest.mark.parametrize("place", ["/", ".", "pipe"])
def test_a_trace_takes_the_place_of_nothing_but_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my.toml").write_text(TINY, "utf-8")
    os.mkfifo("pipe")
    assert main(["record", "my.toml", "-o", place]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "expected the name of a file; choose another place" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my.toml", "pipe"]
