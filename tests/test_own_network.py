"""The guide's training loops: each is run as it stands where its library is installed, and its trace holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from safetensors.numpy import save_file

from netsim import Recorder, Trace, verify
from netsim.recipe.network import NetworkSection
from netsim.weights.brought import brought
from scenes.lesson.lesson import Lesson

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


def test_the_lesson_that_names_a_file_is_read_with_it(tmp_path: Path) -> None:
    (lesson,) = re.findall(r"```toml\n(.*?)```", PAGE, flags=re.DOTALL)
    (tmp_path / "mine.toml").write_text(lesson, "utf-8")
    arrays = {"0.weight": np.ones((12, 784)), "0.bias": np.ones(12), "2.weight": np.ones((10, 12))}
    save_file(arrays, tmp_path / "net.safetensors")
    plan = Lesson.load(tmp_path / "mine.toml").recipe
    assert (plan.network.hidden, plan.network.output, plan.training.epochs) == ((12,), "softmax", 0)


def test_the_lines_for_scikit_learn_write_a_file_that_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (lines,) = re.findall(r"```python\n(import numpy as np\n+np.savez.*?)```", PAGE, flags=re.DOTALL)
    monkeypatch.chdir(tmp_path)
    rng = np.random.default_rng(0)
    shapes = ((6, 5), (5, 3))  # scikit-learn's own way round: (inputs, outputs)
    model = SimpleNamespace(
        coefs_=[rng.normal(size=s) for s in shapes], intercepts_=[rng.normal(size=s[1]) for s in shapes]
    )
    exec(lines, {"model": model})
    network = brought(NetworkSection(weights="net.npz"), tmp_path, 6, 3).network
    np.testing.assert_array_equal(network.W[2], model.coefs_[1].T)
    np.testing.assert_array_equal(network.b[1], model.intercepts_[0])


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
