"""`--trace FILE`: commands tell of a record that lies there, of what it has, and say what they leave out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from netsim import Trace
from netsim.trace.store import header_digest
from scenes.cli import main
from scenes.commands.planning import chosen
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request
from scenes.lesson.kept_traces import look_up, trace_for
from scenes.lesson.lesson import Lesson
from tests.scenes.conftest import recorded
from tests.scenes.lesson.test_kept_traces import flipped
from tests.scenes.networks import Elsewhere, elsewhere


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The record of a run that another program made, with all that there is of it, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    chosen._tell_once.cache_clear()  # each command says anew what is left out
    recorded("elsewhere").save("run.npz")
    return "run.npz"


def listed(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[set[str], str]:
    """Return the scenes and beats that `nudge list` names, and what it says besides."""
    assert main(["list", "--json", *options]) == 0
    said = capsys.readouterr()
    lines = json.loads(said.out)
    return {line["scene"] for line in lines} | {f"{line['scene']}.{line['beat']}" for line in lines}, said.err


def test_all_is_told_but_for_what_asks_for_the_rule_for_another_training_or_for_a_plane(file, capsys) -> None:
    there, aside = listed(capsys, "--all", "--trace", file)
    assert {"StepByStep", "WhatItLearned", "OnlyOneClass", "TwoWalkers", "MiniBatches", "WorkedExample"} <= there
    assert "AgainAndAgain" not in there
    assert "WhatItLearned.if_it_were_wider" not in there
    left_out = ["WhatItLearned.if_it_were_wider", "DecisionBoundary", "AgainAndAgain"]  # images have no plane of inputs
    assert re.findall(r"Left out   ([\w.]+), which", aside) == left_out
    assert not Path("out").exists(), "nothing was trained"


def test_what_is_named_and_cannot_be_told_is_refused(file, capsys) -> None:
    assert main(["list", "--scene", "AgainAndAgain", "--trace", file]) == 2
    assert (
        "AgainAndAgain shows how an update is made, and the rule of this run is not known;" in capsys.readouterr().err
    )


def test_scenes_whose_exhibits_the_record_lacks_in_part_are_left_out(file, capsys) -> None:
    few = Trace.load(file)
    header = few.header | {"arrays": {k: v for k, v in few.header["arrays"].items() if k != "sensitivity/w"}}
    header["digest"] = header_digest(header)
    Trace(header, {key: few[key] for key in header["arrays"]}).save("few.npz")
    file = "few.npz"
    there, _ = listed(capsys, "--chapter", "nudges", "--trace", file)
    assert "Sensitivity" not in there
    assert "OutputNudges" in there
    assert main(["list", "--scene", "N2", "--trace", file]) == 2
    said = "Sensitivity shows the exhibit 'sensitivity', which the trace does not have; record it anew"
    assert said in capsys.readouterr().err


def test_the_record_itself_is_read_and_nothing_is_trained(file) -> None:
    lesson = Lesson.load().of_record(Path(file))
    assert lesson.name == "run"
    assert trace_for(lesson).digest == look_up(lesson).digest == Trace.load(file).digest
    assert lesson.recipe.network.activation == "tanh"
    assert lesson.recipe.record.follow == ("blue",)


def test_a_production_of_it_has_its_name_and_shows_its_file(file) -> None:
    production = planned(Request(names=["OutputNudges"], told_of=Path(file)), draws=False)
    assert production.name == "run-OutputNudges"
    assert {shot.trace for shot in production.shots()} == {Path(file)}


def test_a_story_of_a_lesson_is_told_of_it(file, capsys) -> None:
    Path("my.toml").write_text('[story]\nscenes = ["OutputNudges", "CostOfOne"]\n', "utf-8")
    there, _ = listed(capsys, "my.toml", "--trace", file)
    assert {one for one in there if "." not in one} >= {"OutputNudges", "CostOfOne"}
    assert "SumOfWishes" not in there
    assert Lesson.load("my.toml").of_record(Path(file)).name == "my-run"


def test_any_weight_of_any_step_is_explained(file, capsys) -> None:
    assert main(["explain", "W2[1,3]", "--trace", file, "--step", "30", "--json"]) == 0
    trace, told = Trace.load(file), json.loads(capsys.readouterr().out)
    assert (told["step"], told["weight"]["value"]) == (30, trace["W2"][-1, 1, 3])
    assert told["dC_dw"] == pytest.approx(trace.dC_dW(2, -1, 0)[1, 3], rel=1e-12)


def test_a_film_of_another_weight_than_is_taken_apart_is_refused(file, capsys) -> None:
    _, _, l, j, k = (int(i) for i in Trace.load(file)["explained/place"])
    other = f"W{l}[{j},{(k + 1) % 5}]"
    assert main(["render", "--explain", other, "--trace", file]) == 2
    said = capsys.readouterr().err
    assert f"takes W{l}[{j},{k}] apart at its first step" in said
    assert f"nudge explain '{other}' --trace {file}" in said


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: None, "nothing.npz"),
        (lambda: Path("nothing.npz").write_text("{}"), "nothing.npz"),
        (lambda: flipped(_copy(), "W1"), "is damaged or cut short in 'W1'"),
    ],
)
def test_what_is_no_record_is_said_in_one_sentence(file, capsys, make, said) -> None:
    make()
    assert main(["list", "--trace", "nothing.npz"]) == 2
    lines = capsys.readouterr().err.strip().splitlines()
    assert said in lines[-1]


def _copy() -> Path:
    return Path(Path("run.npz").rename("nothing.npz"))


def test_a_story_that_looks_at_another_step_is_refused(file, capsys) -> None:
    Path("my.toml").write_text("[story]\nstep = 7\n", "utf-8")
    assert main(["list", "my.toml", "--trace", file]) == 2
    assert "story.step = 7: run.npz begins with step 0" in capsys.readouterr().err


def test_paper_goes_into_a_folder_that_was_not_there(file) -> None:
    assert main(["handout", "--exercise-only", "--trace", file, "--out", "new/one"]) == 0
    assert list(Path("new/one").glob("*.pdf"))


def test_nudge_trace_says_what_is_held_and_what_is_not(file, capsys) -> None:
    assert main(["trace", file, "--verify"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "Rule       unknown" in lines
    assert "[training] not told" in lines
    assert lines[-2:] == [
        "Held       all that must hold between its arrays",
        "Not held   the update rule, which the trace does not know",
    ]


def test_the_network_of_the_tests_is_one_of_another_program() -> None:
    assert isinstance(elsewhere(), Elsewhere)
    assert recorded("elsewhere").elsewhere
