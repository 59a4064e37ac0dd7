"""The pictures of the chapter that one scene leaves standing and the next takes up."""

from __future__ import annotations

from scenes.parts.course import Course
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.stage.stage import TraceScene


def network_stands(scene: TraceScene) -> Protagonist:
    """Return the network, lit by the star, at the first recorded moment."""
    return Protagonist(scene.trace, scene.theme, scene.words, scene.stage)


def dark_network_stands(scene: TraceScene) -> Protagonist:
    """Return the same before any light has run through it: the star stands at its input."""
    hero = network_stands(scene)
    for neuron in hero.lit():
        neuron.show_nothing()
    return hero


def trained_network_stands(scene: TraceScene) -> Protagonist:
    """Return the network as the star finds it when the training is over, and what its outputs show."""
    hero = network_stands(scene).with_outputs()
    Course(hero).set_row(-1)
    return hero


def wishes_stand(scene: TraceScene) -> Protagonist:
    """Return the network, what its outputs show, and what they wish."""
    return network_stands(scene).with_outputs().with_wishes()


def effects_stand(scene: TraceScene) -> Protagonist:
    """Return the network, what its outputs show, and what comes of their wishes: effects on their sums."""
    return network_stands(scene).with_outputs().with_effects()


def first_sums_stand(scene: TraceScene) -> Protagonist:
    """Return the same, and beside the last hidden layer what its neurons ask of their sums."""
    return effects_stand(scene).with_sums(scene.trace.L - 1)


def all_sums_stand(scene: TraceScene) -> Protagonist:
    """Return the same, and beside every hidden layer what its neurons ask of their sums."""
    hero = effects_stand(scene)
    for l in range(scene.trace.L - 1, 0, -1):
        hero.with_sums(l)
    return hero
