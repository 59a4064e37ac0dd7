"""A witness notes what a scene asks of its trace, and the header alone can answer the same later."""

import pytest

from netsim import Trace
from scenes.studio.film.pieces.witness import Witness, answer


@pytest.fixture
def witness(trace_file):
    return Witness.load(trace_file)


@pytest.mark.parametrize(
    ("ask", "noted"),
    [
        (lambda trace: trace.reading("a1", 0, 0), {"array a1"}),
        (lambda trace: trace.label(0), {"array label"}),
        (lambda trace: trace.L, {"header sizes"}),
        (lambda trace: trace.classes, {"header classes"}),
        (lambda trace: trace.has("chain"), {"has chain"}),
        (lambda trace: list(trace), {"whole"}),
        (lambda trace: trace.digest, {"header digest"}),
        (lambda trace: trace.header.get("sizes"), {"header sizes"}),
    ],
)
def test_each_question_is_noted_and_only_that(witness, ask, noted):
    assert witness.asked == {}
    ask(witness)
    assert set(witness.asked) == noted


def test_it_answers_as_the_trace_does(witness, trace_file):
    trace = Trace.load(trace_file)
    assert set(witness) == set(trace)
    assert all((witness[key] == trace[key]).all() for key in trace)
    assert (witness.sizes, witness.has("W1"), witness.has("W9")) == (trace.sizes, True, False)
    assert all(answer(trace.header, question) == told for question, told in witness.asked.items())


def test_an_array_that_is_gone_answers_otherwise(witness, trace_file):
    witness["a1"].sum()
    header = Trace.load(trace_file).header
    less = header | {"arrays": {key: entry for key, entry in header["arrays"].items() if key != "a1"}}
    assert answer(less, "array a1") != witness.asked["array a1"]
