"""What a trace holds is told by the declarations of its arrays: the page, and `nudge trace FILE`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netsim import Recipe, Trace, record
from netsim.exhibits.registry import DIMS, EXHIBITS
from netsim.trace.core import ALL_KEPT, CORE
from netsim.trace.core import DIMS as CORE_DIMS
from netsim.trace.declared import COST, COUNT, DEGREES, WEIGHT, Unit
from scenes.cli import main
from scenes.commands.trace.trace_reference import markdown

PAGE = Path(__file__).resolve().parents[4] / "assets" / "reference" / "trace.md"
DECLARED = {key: array for one in EXHIBITS.values() for key, array in one.declared.items()} | CORE | ALL_KEPT


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The trace of a run with momentum and of some exhibits."""
    tables = {"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 2, "momentum": 0.5}}
    path = tmp_path_factory.mktemp("trace") / "run.npz"
    record(Recipe.from_dict(tables), exhibits=["chain", "wishes"]).save(path)
    return path


def test_the_page_is_what_the_declarations_say() -> None:
    assert PAGE.read_text("utf-8") == markdown(), "nudge trace --reference > assets/reference/trace.md"


def test_the_page_is_printed_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", "--reference"]) == 0
    assert capsys.readouterr().out == markdown()


@pytest.mark.parametrize("key", list(DECLARED))
def test_every_array_says_what_it_means_over_known_dimensions(key: str) -> None:
    (row,) = [line for line in markdown().splitlines() if line.startswith(f"| `{key}` |")]
    assert row.count(" | ") == 3
    assert DECLARED[key].meaning
    for dim in DECLARED[key].dims.split():
        assert dim.startswith("n_") or dim in DIMS or dim in CORE_DIMS


@pytest.mark.parametrize("exhibit", EXHIBITS.values(), ids=EXHIBITS)
def test_every_exhibit_says_what_it_shows(exhibit) -> None:
    assert exhibit.text.startswith(f"The {exhibit.name} exhibit: ")
    assert exhibit.about.endswith(".")
    assert f"## {exhibit.name}\n\n{exhibit.about}\n" in markdown()
    assert not set(exhibit.dims) & set(CORE_DIMS)


def test_no_dimension_is_declared_twice() -> None:
    names = [name for exhibit in EXHIBITS.values() for name in exhibit.dims]
    assert len(names) == len(set(names))


def test_units_say_their_range() -> None:
    assert [str(unit) for unit in (WEIGHT, COST, DEGREES)] == ["weight", "cost, 0 or more", "degrees, 0..180"]
    assert str(Unit("rank", 1)) == "rank, 1 or more"
    assert str(COUNT) == "count, 0 or more"


def test_a_file_tells_its_run_and_its_arrays(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(file)]) == 0
    out = capsys.readouterr().out
    assert f"Trace      {file} (schema 2, digest {Trace.load(file).digest[:12]})" in out
    assert "Network    2-3-2, sigmoid, sigmoid output, quadratic cost" in out
    assert '[training] epochs = 2, rule = "momentum", momentum = 0.5\n' in out
    assert "[record]   all by default\n" in out
    assert "Steps      0, 1, 2, 5, " in out
    assert "Versions   python 3" in out
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "chain/W (chain_layer 3) weights; W[2] is w^(L) (weight)" in lines
    records = len(Trace.load(file)["steps"])
    assert f"W1 (step {records}, n_1 3, n_0 2) weights from layer 0 to layer 1 (weight)" in lines
    assert [line for line in lines if line in {"core", "velocity", *EXHIBITS}] == [
        "core",
        "velocity",
        "chain",
        "wishes",
    ]
    assert sum(line.startswith("  ") for line in out.splitlines()) == len(Trace.load(file))


def test_the_same_as_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    trace = Trace.load(file)
    assert list(told["arrays"]) == list(trace)
    assert told["arrays"]["chain/W"] == {"exhibit": "chain"} | trace.header["arrays"]["chain/W"]
    assert told["arrays"]["W1"]["exhibit"] == ""
    assert told["steps"] == trace.steps.tolist()
    assert (told["digest"], told["recipe"], told["dims"]) == (
        trace.digest,
        trace.header["recipe"],
        trace.header["dims"],
    )


def test_files_that_are_none_get_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(tmp_path / "none.npz")]) == 2
    assert capsys.readouterr().err.startswith(f"There is no file {tmp_path / 'none.npz'}; ")
    (tmp_path / "a.npz").write_text("hello")
    assert main(["trace", str(tmp_path / "a.npz")]) == 2
    assert "is no .npz file" in capsys.readouterr().err
    assert main(["trace"]) == 2
    assert "Name the file of a trace" in capsys.readouterr().err
