"""Few networks for each scene, and yet each chapter meets every pair of traits that any network has."""

from __future__ import annotations

from collections import Counter

import pytest

from scenes.stage.chapters import CHAPTERS
from scenes.story.story import scenes_of
from tests.scenes.conftest import recorded
from tests.scenes.cover import ALWAYS, COSTS, OTHERS, cover, networks_of, pairs, shown_in, traits
from tests.scenes.networks import NETWORKS

TRAITS = {name: traits(plan()) for name, plan in NETWORKS.items()}


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_meets_every_pair_of_traits_and_every_network(chapter: str) -> None:
    chosen = networks_of(scenes_of(chapter))
    met = Counter(pair for names in chosen.values() for pair in set().union(*(pairs(TRAITS[name]) for name in names)))
    missing = set().union(*map(pairs, TRAITS.values())) - set(met)
    assert sorted(map(sorted, missing)) == []
    seen = Counter(name for names in chosen.values() for name in names)
    assert set(seen) == set(NETWORKS)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_scene_is_on_the_default_network_and_several_others(chapter: str) -> None:
    chosen, given = networks_of(scenes_of(chapter)), NETWORKS[ALWAYS]().given
    for scene in scenes_of(chapter):
        names, always = chosen[scene.__name__], not scene.lacks(given)
        assert (names[0] == ALWAYS) == always
        assert len(set(names)) == len(names)
        assert len(names) == OTHERS + always or names == COSTS
        assert [shown_in(name, names) for name in names].count("light") == 1


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_scene_can_be_inspected_on_every_network(chapter: str) -> None:
    chosen = networks_of(scenes_of(chapter), every=True)
    givens = {name: plan().given for name, plan in NETWORKS.items()}
    for scene in scenes_of(chapter):
        names = chosen[scene.__name__]
        able = {name for name, given in givens.items() if not scene.lacks(given)}
        assert set(names) == able or names == COSTS


def test_a_pair_that_one_network_has_alone_is_met_before_any_is_met_twice() -> None:
    networks = {"first": frozenset("ab"), "same": frozenset("ab"), "rare": frozenset("ac"), "other": frozenset("bcd")}
    assert cover(["one", "two"], networks, 1) == {"one": ("first", "other"), "two": ("first", "rare")}
    assert cover(["one"], networks, 2) == {"one": ("first", "other", "rare")}


@pytest.mark.parametrize("name", NETWORKS)
def test_traits_are_those_of_the_network_that_is_recorded(name: str) -> None:
    trace = recorded(name)
    hidden = trace.sizes[1:-1]
    expected = {
        f"hidden layers: {min(len(hidden), 3)}",
        f"one neuron: {min(hidden) == 1}",
        f"answers: {'numbers' if trace.answers.numbers else 'one' if trace.answers.ends else len(trace.classes)}",
        f"unseen: {trace.given.unseen > 0}",
        f"images: {trace.image_shape is not None}",
        f"hidden: {trace.hidden}",
        f"output: {trace.output}",
        f"cost: {trace.cost_name}",
    }
    assert expected <= TRAITS[name]
