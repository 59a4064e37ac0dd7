"""`nudge explain` and `nudge render --explain`: any weight of any recorded step; one sentence for what is not there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest

from netsim import Network, Trace, backprop
from scenes.cli import main
from scenes.lesson.kept_traces import trace_for
from scenes.lesson.lesson import Lesson

pytestmark = pytest.mark.usefixtures("elsewhere")

LESSON = """
[network]
hidden = [4, 3]
[data]
name = "xor"
[training]
epochs = 3
[record]
steps = [0, 3]
follow = ["0", "1"]
"""


@pytest.fixture
def lesson(elsewhere: Path) -> str:
    """A lesson with three recorded steps and two followed examples."""
    path = elsewhere / "my.toml"
    path.write_text(LESSON, "utf-8")
    return str(path)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    """Return what `nudge explain … --json` prints."""
    assert main(["explain", *arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def kept(lesson: str) -> Trace:
    return trace_for(Lesson.load(lesson), Path("out") / ".work")


@pytest.mark.parametrize("step", [0, 3])
@pytest.mark.parametrize("example", [0, 1])
def test_each_derivative_is_backpropagations(lesson, capsys, step, example):
    for name, (l, j, k) in {"W1[3,1]": (1, 3, 1), "w2[ 2, 0 ]": (2, 2, 0), "W3[1,2]": (3, 1, 2)}.items():
        data = told(capsys, name, lesson, "--step", str(step), "--example", str(example))
        trace = kept(lesson)
        t = list(trace.steps).index(step)
        W, b = ({m: trace[f"{kind}{m}"][t] for m in (1, 2, 3)} for kind in "Wb")
        network = Network(W, b, trace.hidden, trace.output, trace.cost_name)
        x, y = trace["x"][example], trace["y"][example]
        slope = backprop(network, network.forward(x), y).mean_dC_dW[l][j, k]
        assert data["dC_dw"] == pytest.approx(slope)
        assert data["weight"] == {"name": f"W{l}[{j},{k}]", "layer": l, "to": j, "from": k, "value": W[l][j, k]}
        assert (data["step"], data["example"]) == (step, {"index": example, "label": str(example)})
        paths = data["paths"]
        assert paths["many"] == len(paths["largest"]) + paths["rest"]["many"] == {1: 6, 2: 2, 3: 1}[l]
        for path in paths["largest"]:
            assert np.prod([factor["value"] for factor in path["factors"]]) == pytest.approx(path["product"])
        total = sum(path["product"] for path in paths["largest"]) + paths["rest"]["sum"]
        assert total == pytest.approx(data["dC_dw"])
        nudge = data["nudge"]
        assert nudge["predicted_change"] == pytest.approx(nudge["epsilon"] * data["dC_dw"])
        assert nudge["measured_change"] == pytest.approx(nudge["predicted_change"], rel=0.1)


def test_a_bias_is_taken_apart_like_a_weight_that_carries_1(lesson, capsys):
    data = told(capsys, "b2[1]", lesson, "--step", "3")
    trace = kept(lesson)
    t = list(trace.steps).index(3)
    assert data["weight"] == {"name": "b2[1]", "layer": 2, "to": 1, "from": None, "value": trace["b2"][t, 1]}
    assert data["dC_dw"] == pytest.approx(trace["delta2"][t, 0, 1])
    assert data["paths"]["largest"][0]["factors"][0] == {
        "symbol": "1",
        "meaning": "a bias counts as it is",
        "value": 1.0,
    }
    assert data["nudge"]["measured_change"] == pytest.approx(data["nudge"]["predicted_change"], rel=0.1)
    assert main(["explain", "b2[1]", lesson]) == 0
    out = capsys.readouterr().out
    assert out.startswith("b2[1] is the bias of neuron 1 of layer 2 of 2-4-3-2; it is ")
    assert "∂C_0/∂b_1^(2) ≈ " in out


def test_keys_stay(lesson, capsys):
    data = told(capsys, "W1[0,0]", lesson)
    assert list(data) == ["weight", "network", "step", "example", "C", "dC_dw", "paths", "nudge"]
    assert list(data["paths"]) == ["many", "largest", "rest"]
    assert list(data["paths"]["largest"][0]) == ["neurons", "factors", "product"]
    assert list(data["paths"]["largest"][0]["factors"][0]) == ["symbol", "meaning", "value"]
    assert list(data["nudge"]) == ["epsilon", "predicted_change", "measured_change"]


def test_a_person_reads_factors_paths_and_a_nudge(lesson, capsys):
    data = told(capsys, "W1[3,1]", lesson, "--step", "3", "--example", "1")
    assert main(["explain", "W1[3,1]", lesson, "--step", "3", "--example", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("W1[3,1] leads from x₁ to neuron 3 of layer 1 of 2-4-3-2; it is ")
    assert lines[1].startswith("After 3 updates, for example 1 (1), the cost is C_0 ≈ ")
    text = "\n".join(lines)
    for head in ("The largest of its 6 paths, factor by factor", "A nudge of 0.01 changes", "The rules"):
        assert head in text
    assert re.search(r"^  1 other +", text, re.M)
    assert re.search(r"^  all 6 +", text, re.M)
    for factor in data["paths"]["largest"][0]["factors"]:
        row = next(line for line in lines if line.strip().startswith(factor["symbol"]))
        assert float(row.split()[1].replace("−", "-")) == pytest.approx(factor["value"], rel=1e-3)
    assert all(line == line.rstrip() for line in lines)
    assert "\x1b" not in text, "no colours where no terminal is"


def test_the_rules_follow_the_lesson(elsewhere, capsys):
    path = elsewhere / "soft.toml"
    functions = 'hidden = [4]\nactivation = "tanh"\noutput = "softmax"\ncost = "cross_entropy"\n'
    path.write_text(f'[network]\n{functions}[data]\nname = "xor"\n[training]\nepochs = 1\n', "utf-8")
    assert main(["explain", "W1[0,0]", str(path)]) == 0
    out = capsys.readouterr().out
    for said in ("slope of the tanh", "1 - a_j²", "softmax: output", "-y_j / a_j"):
        assert said in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["w3,2,7"], r"'w3,2,7' names no weight \(did you mean 'W3\[2,7\]'\?\)"),
        (["W3[2]"], r"'W3\[2\]' names no weight, expected a name such as"),
        (["b2[0,1]"], r"'b2\[0,1\]' names no weight"),
        (["b4[0]"], r"no biases b4, expected b1 to b3"),
        (["b2[3]"], r"layer 2 .* has no neuron 3, expected 0 to 2"),
        (["W9[0,0]"], r"no weights W9, expected W1 to W3"),
        (["W3[2,0]"], r"layer 3 .* has no neuron 2, expected 0 to 1"),
        (["W3[1,9]"], r"layer 2 .* has no neuron 9, expected 0 to 2"),
        (["W3[1,0]", "--step", "40"], r"--step 40: .* expected one of 0, 3, \d+ \(the nearest is 3\)"),
        (["W3[1,0]", "--example", "2"], r"--example 2: .* expected 0 \(class 0\), 1 \(class 1\)"),
    ],
)
def test_what_is_not_there_gets_one_sentence(lesson, capsys, arguments, said):
    assert main(["explain", arguments[0], lesson, *arguments[1:]]) == 2
    out, err = capsys.readouterr()
    sentence = [line for line in err.splitlines() if not line.startswith("Network")]
    assert out == ""
    assert len(sentence) == 1
    assert re.search(said, sentence[0])
    assert sentence[0].endswith(".")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--explain", "W3[2"], "names no weight"),
        (["--explain", "b3[1]"], "the film is of weights"),
        (["--explain", "W7[0,0]"], "has no weights W7, expected W1 to W3"),
        (["--explain", "W1[0,0]", "--example", "2"], "--example 2: .* follows 2 examples"),
        (["--explain", "W1[0,0]", "--step", "9999"], r"record.steps = 9999: the run has \d+ updates"),
        (["--explain", "W1[0,0]", "--all"], "leave out --scene, --chapter and --all"),
        (["--step", "3"], "go with --explain"),
    ],
)
def test_a_film_of_what_is_not_there_gets_one_sentence_too(lesson, capsys, options, said):
    assert main(["render", lesson, *options]) == 2
    err = capsys.readouterr().err
    assert re.search(said, err.splitlines()[-1])
    assert "Traceback" not in err


def test_a_weight_becomes_a_film(lesson, elsewhere, capsys):
    options = ["--step", "3", "--example", "1", "--quality", "draft", "--jobs", "1"]
    assert main(["render", lesson, "--explain", "W2[1,3]", *options]) == 0
    assert "my-W2-1-3-step-3-example-1.mp4" in capsys.readouterr().out
    names = {path.name for path in (elsewhere / "out").iterdir()}
    assert {"my-W2-1-3-step-3-example-1.mp4", "my-W2-1-3-step-3-example-1.md"} <= names
    traces = [Trace.load(path) for path in (elsewhere / "out" / ".work" / "traces").iterdir()]
    explained = next(trace for trace in traces if trace.has("explained"))
    assert list(explained["explained/place"]) == [0, 0, 2, 1, 3]
    assert (explained.steps[0], explained.label(0)) == (3, 1)


MAZUR = Path(__file__).parents[4] / "assets" / "lessons" / "worked-mazur.toml"


def test_a_weight_of_the_worked_example_is_taken_apart_without_any_training(capsys):
    assert main(["explain", "worked:W2[0,0]", str(MAZUR), "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == "", "nothing is trained"
    told = json.loads(out)
    assert told["weight"] == {"name": "worked:W2[0,0]", "layer": 2, "to": 0, "from": 0, "value": 0.4}
    assert told["C"] == pytest.approx(0.298371109, abs=1e-9)
    factors = [factor["value"] for factor in told["paths"]["largest"][0]["factors"]]
    assert factors == pytest.approx([0.593269992, 0.186815602, 0.74136507], abs=1e-9)  # Mazur's three
    assert told["dC_dw"] == pytest.approx(0.082167041, abs=1e-9)
    assert told["nudge"]["measured_change"] == pytest.approx(told["nudge"]["predicted_change"], rel=0.02)


def test_a_bias_of_the_worked_example_after_some_updates_is_told_in_words(capsys):
    assert main(["explain", "worked:b2[1]", str(MAZUR), "--step", "10000"]) == 0
    out = capsys.readouterr().out
    assert "worked:b2[1] is the bias of output 1 of 2-2-2; it is 0.6." in out
    assert "After 10,000 updates the cost is C_0 ≈ 3.510e−05." in out
    assert "slope of the sigmoid in output 1" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["worked:W3[0,0]"], r"the network 2-2-2 has no weights W3, expected W1 to W2"),
        (["worked:b1[2]"], r"layer 1 of the network 2-2-2 has no neuron 2, expected 0 to 1"),
        (["worked:w1"], r"'w1' names no weight"),
        (
            ["worked:W1[0,0]", "--step", "21"],
            r"one of 0, 1, .*10000 \(the nearest is 20\); .* no others are kept",
        ),
    ],
)
def test_what_the_worked_example_has_not_gets_one_sentence(capsys, arguments, said):
    assert main(["explain", arguments[0], str(MAZUR), *arguments[1:]]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert re.search(said, err)
    assert len(err.strip().splitlines()) == 1
