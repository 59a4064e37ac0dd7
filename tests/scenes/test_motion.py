"""The audit of values in motion finds what is false on the way, though it is true when it rests, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from manim import Animation, UpdateFromAlphaFunc

from netsim import Reading, Trace
from scenes.camera.fading import FadeIn
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.replay import Replay
from scenes.mobjects.type.number import Readout
from scenes.stage.beats import beat
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.inspection import agrees
from tests.scenes.motion import Watch


class Moves(TraceScene):
    """One move of the pictures that a planted falsehood may be in."""

    title = "Moves"
    chapter = "nudges"
    moved: Callable[[Moves], Animation]

    @beat("N1")
    def it_moves(self) -> None:
        """It moves."""
        trace, last = self.trace, self.trace.L
        self.course = [trace.reading(f"a{last}", t, 0, 0) for t in range(len(trace["steps"]))]
        self.weights = [trace.reading(f"W{last}", t) for t in range(len(trace["steps"]))]
        self.number = Readout(self.course[0], self.theme, spec=".4f")
        self.neuron = Neuron(0.3, (0.0, 1.0), self.theme).set_reading(self.course[0])
        self.bar = Bar(self.course[0], Scale.fit(self.course, 2.0), self.theme, np.array([0.0, 1.0, 0.0]))
        (J, K), scale = np.shape(self.weights[0].value), Scale.fit(self.weights, WIDEST)
        ends = [np.array([[x, 0.2 * i, 0.0] for i in range(n)]) for x, n in ((-4.0, K), (-2.0, J))]
        self.edges = Edges(self.weights[0], ends[0][None], ends[1][:, None], scale, self.theme)
        self.add(self.edges, self.number, self.neuron, self.bar)
        self.play(type(self).moved(self))

    def show(self, row: int) -> None:
        """Show a row."""
        for picture in (self.number, self.neuron, self.bar):
            picture.set_reading(self.course[row])
        self.edges.set_weights(self.weights[row])

    def replay(self, show: Callable[[int], object]) -> Replay:
        return Replay(self.edges, self.number, rows=[*range(len(self.course)), 0], show=show, run_time=2.0)


def watched(trace: Trace, move: Callable[[Moves], Animation]) -> tuple[list[str], Watch]:
    """Return what an audit finds in a move, and the audit; at rest there is nothing to be found."""
    watch = Watch(trace)

    class Scene(Moves):
        moved = move

    scene = rehearse(Scene, trace, lambda scene, _: None, on_the_way=watch)
    assert isinstance(scene, Moves)
    assert all(agrees(picture) for picture in (scene.number, scene.neuron, scene.bar, scene.edges))
    return watch.told(), watch


def false_number(scene: Moves) -> Animation:
    """Show another row's number, but at the end."""

    def show(row: int) -> None:
        scene.show(row)
        if row:
            claimed = scene.number.reading
            scene.number.set_reading(scene.course[row - 1]).reading = claimed

    return scene.replay(show)


def between_two_rows(scene: Moves) -> Animation:
    """Show what lies between two rows, and was never recorded."""

    def show(row: int) -> None:
        scene.show(row)
        after = scene.course[min(row + 1, len(scene.course) - 1)]
        if row:
            mean = (float(scene.course[row]) + float(after)) / 2 + 1e-4
            scene.neuron.set_reading(Reading(mean, after.key, after.index))

    return scene.replay(show)


def edges_on_their_own(scene: Moves) -> Animation:
    """Let an edge swell and shrink, for the fun of it."""
    widths = scene.edges.widths.copy()

    def swell(edges: Edges, share: float) -> None:
        edges.widths = widths * (1 + np.sin(np.pi * share) * 0.5)

    return UpdateFromAlphaFunc(scene.edges, swell)


def too_far(scene: Moves) -> Animation:
    """Let a bar overshoot on its way from one value to another."""
    change = scene.bar.change(scene.course[-1])
    change.rate_func = lambda share: share + 8 * share * (1 - share)
    return change


FALSE = {
    false_number: "Readout of a3 moves through",
    between_two_rows: "Neuron moves through what is not the trace's",
    edges_on_their_own: "Edges of W3 moves through",
    too_far: "Bar of a3 moves through",
}
TRUE: list[Callable[[Moves], Animation]] = [
    lambda scene: scene.replay(scene.show),
    lambda scene: scene.bar.change(scene.course[-1]),
    lambda scene: scene.bar.grow(),
    lambda scene: scene.edges.animate.set_level(0.2).build(),
    lambda scene: FadeIn(scene.number),
    lambda scene: scene.neuron.light(scene.course[-1]),
]


@pytest.mark.parametrize("move", FALSE, ids=lambda move: move.__name__)
def test_the_audit_finds_what_is_false_on_the_way(trace: Trace, move: Callable[[Moves], Animation]) -> None:
    found, _ = watched(trace, move)
    assert found
    assert all(fault.startswith(FALSE[move]) for fault in found), found


@pytest.mark.parametrize("move", TRUE)
def test_the_audit_finds_nothing_in_what_is_true(trace: Trace, move: Callable[[Moves], Animation]) -> None:
    found, watch = watched(trace, move)
    assert found == []
    assert watch.looked_at
