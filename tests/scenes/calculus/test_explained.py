"""The scene that takes one weight apart: true and in its place on every lesson, whichever layer the weight is in."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from scenes.calculus.explained import Explained
from scenes.mobjects.amounts.quantity import quantities
from scenes.mobjects.type.number import Readout
from scenes.parts.calculus.paths import factors_along, place_of, route
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.story.story import all_scenes
from scenes.words.messages import Messages
from tests.scenes.conftest import inspected
from tests.scenes.cover import networks_of
from tests.scenes.inspection import Inspected
from tests.scenes.networks import KINDS, LETTERS, cloud, digits

#: Weights in layers before the last: many paths, a dark pixel, a softmax, a layer that is abbreviated, 15 factors.
DEEPER = {
    "first layer": lambda: taken("W1[12,350]", digits(60), hidden=[16, 16]),
    "dark pixel": lambda: taken("W1[0,0]", digits(60), hidden=[16]),
    "softmax": lambda: taken("W1[3,350]", digits(60), hidden=[16], output="softmax", cost="cross_entropy"),
    "softmax, quadratic": lambda: taken("W2[1,2]", cloud(4, KINDS), hidden=[8, 8], output="softmax"),
    "wide": lambda: taken("W2[31,30]", digits(60), hidden=[32, 32]),
    "deep": lambda: taken("W1[0,1]", cloud(3, KINDS), hidden=[6] * 6),
    "letters": lambda: taken("W1[3,2]", cloud(6, LETTERS), hidden=[12]),
    "flat": lambda: taken("W1[0,1]", cloud(3, KINDS), hidden=[4, 4], activation="relu", seed=3),
}


def taken(weight: str, data: object, **network: object) -> Trace:
    """Record a network that has learned nothing yet, one weight of it taken apart."""
    plan = {"steps": [0], "weight": weight}
    tables = {"network": network, "training": {"epochs": 1, "eta": 0.1}, "record": plan}
    return record(Recipe.from_dict(tables), data, exhibits=["explained"])  # type: ignore[arg-type]


@cache
def looked_at(name: str) -> Inspected:
    """Rehearse the scene on one of the deeper weights."""
    seen = Inspected(DEEPER[name](), Explained)
    seen.spoken = rehearse(Explained, seen.trace, seen.look).spoken
    return seen


@pytest.fixture(params=[*networks_of([Explained])["Explained"], *DEEPER])
def seen(request: pytest.FixtureRequest) -> Inspected:
    """The scene on each lesson, and on weights of other layers."""
    return looked_at(request.param) if request.param in DEEPER else inspected(request.param, Explained)


def test_every_number_is_the_traces(seen: Inspected) -> None:
    assert {beat: faults for beat, faults in seen.false.items() if faults} == {}
    assert set(seen.pictures) == {beat.name for beat in Explained.beats()}
    assert min(seen.pictures.values()) >= 4


def test_nothing_leaves_its_zone_or_overlaps(seen: Inspected) -> None:
    assert {beat: faults for beat, faults in seen.misplaced.items() if faults} == {}


def test_captions_fit_and_type_is_large_enough(seen: Inspected) -> None:
    assert len(seen.spoken) == len(Explained.beats()), "no caption needs a second page"
    assert min(size for sizes in seen.sizes.values() for size in sizes) >= 15 / 96


def test_it_is_no_part_of_the_story() -> None:
    assert Explained not in all_scenes()


@pytest.mark.parametrize("name", ["first layer", "softmax", "deep"])
def test_each_paths_factors_are_those_that_its_symbols_name(name: str) -> None:
    trace = looked_at(name).trace
    place, ways = place_of(trace), trace["explained/neurons"]
    for way, numbers in zip(ways, trace["explained/factors"], strict=True):
        factors = factors_along(trace, place, [int(n) for n in way])
        assert len(factors) == len(numbers)
        for factor, number in zip(factors, numbers, strict=True):
            if factor.is_weight:
                assert number == trace[f"W{factor.layer}"][0][factor.neurons]
        last = factors[-1]
        assert numbers[-1] == pytest.approx(trace[f"dC_da{trace.L}"][0, 0, last.neurons[0]])


def test_what_is_said_together_is_the_sum_of_what_is_said_one_by_one() -> None:
    shown: list[float] = []

    def look(scene: TraceScene, beat: str) -> None:
        if beat == "the_paths":
            numbers = [p for p in quantities(scene.staged()) if isinstance(p, Readout)]
            keys = ("explained/products", "explained/rest")
            shown.extend(n.shown() for n in numbers if n.reading is not None and n.reading.key in keys)

    trace = looked_at("first layer").trace
    rehearse(Explained, trace, look)
    assert len(shown) == 6
    assert np.sum(shown) == pytest.approx(float(trace["explained/dC_dw"]), abs=4e-5)


def test_a_route_names_the_neurons_and_the_class() -> None:
    trace = looked_at("deep").trace
    way = [int(n) for n in trace["explained/neurons"][0]]
    said = route(trace, place_of(trace), way, Messages.load()).split(" → ")
    assert said == [*map(str, way[:-1]), trace.classes[way[-1]]]


def test_a_weight_that_carries_nothing_is_said_to() -> None:
    said = {s.beat: s.text for s in looked_at("dark pixel").spoken}
    assert said["the_paths"] == "It carries 0, so every path adds 0."
    assert "does not change at all" in said["predicted_and_measured"]
