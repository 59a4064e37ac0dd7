"""The guide's training loops: each is run as it stands where its library is installed, and its trace holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from netsim import Recorder, Trace, verify

PAGE = (Path(__file__).resolve().parents[1] / "assets" / "guide" / "own-network.md").read_text("utf-8")
LOOPS = dict(re.findall(r"```python\n(# in_(?:\w+)\.py)\n(.*?)```", PAGE, flags=re.DOTALL))
LIBRARIES = {"# in_pytorch.py": "torch", "# in_keras.py": "keras", "# in_scikit_learn.py": "sklearn"}

#: What of the exhibits is made here: the rest is tested on smaller runs.
FEW = ("gradient", "course", "learning", "data")


@pytest.fixture
def few_exhibits(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Trace]:
    """Let the loops make a trace of a few exhibits; it is the one that they save."""
    whole = Recorder.trace
    monkeypatch.setattr(Recorder, "trace", lambda self: whole(self, FEW))
    return lambda: Trace.load("run.npz")


def test_there_is_a_loop_for_each_library() -> None:
    assert LOOPS.keys() == LIBRARIES.keys()


@pytest.mark.parametrize("name", LIBRARIES, ids=LIBRARIES.values())
def test_a_loop_works_as_it_stands(
    name: str, few_exhibits: Callable[[], Trace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if find_spec(LIBRARIES[name]) is None:
        pytest.skip(f"{LIBRARIES[name]} is not installed; its wheel is too large for every test run")
    monkeypatch.chdir(tmp_path)
    exec(compile(LOOPS[name], name, "exec"), {"__name__": "loop"})
    trace = few_exhibits()
    verify(trace)
    assert trace.image_shape in ((28, 28), (8, 8))
    assert trace["cost"][-1] < trace["cost"][0] / 2, "it learns"
    assert trace["accuracy"][-1] > 0.7
