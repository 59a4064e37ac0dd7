"""Whatever stands after a command's name, it answers: with what was asked for, or with one short refusal."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.cli import main

# No argument of a program can hold a NUL.
WORDS = st.one_of(
    st.sampled_from(["N4", "calc", "-1", "0", "9" * 40, "W3[2,7]", "W9[9,9]", "b", "~nosuchuser", "/dev/zero"]),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=12),
)
OPTIONS = {
    "list": ["--scene", "--chapter", "--json", "--all"],
    "render": [
        "--scene",
        "--chapter",
        "--quality",
        "--theme",
        "--captions",
        "--jobs",
        "--encoder",
        "--cluster",
        "--explain",
    ],
    "stills": ["--scene", "--chapter", "--quality", "--theme"],
    "slides": ["--to", "--scene", "--chapter", "--encoder", "--cluster"],
    "handout": ["--seed", "--theme", "--chapter"],
    "storyboard": ["--scene", "--theme"],
    "explain": ["--step", "--example", "--json"],
    "trace": ["--json"],
    "schema": ["--markdown"],
}


@given(data=st.data())
def test_no_option_ends_in_a_traceback(data: st.DataObject) -> None:
    command = data.draw(st.sampled_from(sorted(OPTIONS)))
    given_to = [data.draw(st.sampled_from([option, ""])) for option in OPTIONS[command]]
    words = [word for option in given_to if option for word in (option, data.draw(WORDS))]
    # A file that is not there: what is right beside it makes nothing, and takes no time.
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main([command, *words, "nowhere/none.toml"])
    assert code in (0, 1, 2)
    assert "Traceback" not in out.getvalue() + err.getvalue()
    assert code == 0 or err.getvalue().strip()


@pytest.mark.parametrize("name", ["none.toml", "none/none.toml", ".", "/", "/dev/zero", "/dev/full", "~nosuchuser/x"])
@pytest.mark.parametrize("command", ["list", "record", "render", "stills", "slides", "handout", "storyboard", "check"])
def test_a_lesson_that_is_none_is_named_by_every_command(
    command: str, name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([command, name]) == 2
    said = capsys.readouterr().err.strip()
    assert said
    assert "Traceback" not in said
    assert not (tmp_path / "out").exists()
