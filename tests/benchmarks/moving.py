"""A network that changes altogether, in our pictures and in plain Manim, filmed frame by frame; and a camera over it.

`python -m tests.benchmarks.moving` prints what a frame costs, in processor time, encoding included.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any, Protocol

import numpy as np
from manim import (
    BLACK,
    BLUE,
    ORANGE,
    WHITE,
    Circle,
    Line,
    Mobject,
    Scene,
    VGroup,
    interpolate_color,
    logger,
    tempconfig,
)
from manim.renderer.cairo_renderer import CairoRenderer

from netsim import Reading
from scenes.camera.renderer import StageRenderer
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.edges import WIDEST, Edges
from scenes.mobjects.network.neuron import Column
from scenes.mobjects.replay import Replay
from scenes.stage.formats import WIDE
from scenes.stage.viewpoint import Viewpoint
from scenes.stage.zones import Zone
from scenes.studio.film.clips.clip_writer import ClipWriter
from scenes.studio.film.clips.quality import QUALITIES, Quality
from scenes.studio.film.crew.piece_files import PieceFiles
from scenes.words.messages import Messages

SMALL = (18, 16, 16, 10)
CLASSIC = (784, 16, 16, 10)  # 12,960 edges
HIGH, LOW, FAR = 3.2, -3.2, 6.0  # where the columns end, and where the outer ones stand
SWING = 600  # frames
AT_THE_OUTPUTS = Zone(1.5, FAR + 0.5, -1.0, 1.0)
DRAWN = 100  # a layer with more neurons is edges only


class Run:
    """A dense run of a network, made up: its weights and activations in every frame.

    Each swings once in ten seconds, which is as lively as a whole training that is shown in five.
    """

    def __init__(self, sizes: tuple[int, ...], frames: int) -> None:
        rng, turn = np.random.default_rng(0), 2 * np.pi * np.arange(frames) / SWING
        self.sizes = sizes
        self.weights = [
            rng.normal(size=(j, k)) * np.cos(turn[:, None, None] + rng.uniform(0, 2 * np.pi, (j, k)))
            for k, j in pairwise(sizes)
        ]
        self.activations = [0.5 + 0.5 * np.sin(turn[:, None] + rng.uniform(0, 2 * np.pi, n)) for n in sizes]
        self.largest = max(float(np.abs(weights).max()) for weights in self.weights)

    def column(self, l: int) -> np.ndarray:
        """Return where the neurons of layer l stand, (n, 3)."""
        n, x = self.sizes[l], np.linspace(-FAR, FAR, len(self.sizes))[l]
        return np.column_stack([np.full(n, x), np.linspace(HIGH, LOW, n), np.zeros(n)])


class Network(Protocol):
    """A network as pictures that can show each frame of a run."""

    pictures: list[Mobject]

    def show(self, t: int) -> None:
        """Show frame t."""


class Ours:
    """The network in our pictures."""

    def __init__(self, run: Run) -> None:
        theme, self.run = Theme.load(), run
        scale = Scale(Reading(run.largest, "W1", (0,)), WIDEST)
        self.edges = [
            Edges(self._weights(l, 0), run.column(l)[None], run.column(l + 1)[:, None], scale, theme)
            for l in range(len(run.weights))
        ]
        self.columns = {l: Column(n, HIGH - LOW, theme, Messages.load()) for l, n in enumerate(run.sizes) if n < DRAWN}
        for l, column in self.columns.items():
            column.move_to((run.column(l)[0, 0], 0, 0))
        self.pictures: list[Mobject] = [*self.edges, *self.columns.values()]

    def show(self, t: int) -> None:
        """Show frame t."""
        for l, edges in enumerate(self.edges):
            edges.set_weights(self._weights(l, t))
        for l, column in self.columns.items():
            column.set_readings(Reading(self.run.activations[l][t], f"a{l}", (t,)))

    def _weights(self, l: int, t: int) -> Reading:
        return Reading(self.run.weights[l][t], f"W{l + 1}", (t,))


class Plain:
    """The same network in Manim's lines and circles."""

    def __init__(self, run: Run) -> None:
        self.run, self.unit = run, 100 * WIDEST / run.largest
        self.lines = [
            [Line(start, end) for end in run.column(l + 1) for start in run.column(l)] for l in range(len(run.weights))
        ]
        self.circles = {
            l: [Circle(0.41 * (HIGH - LOW) / n, color=WHITE, stroke_width=1.8).move_to(at) for at in run.column(l)]
            for l, n in enumerate(run.sizes)
            if n < DRAWN
        }
        self.pictures: list[Mobject] = [VGroup(*some) for some in (*self.lines, *self.circles.values())]

    def show(self, t: int) -> None:
        """Show frame t."""
        for lines, weights in zip(self.lines, self.run.weights, strict=True):
            for line, value in zip(lines, weights[t].ravel().tolist(), strict=True):
                share = abs(value) / self.run.largest
                line.set_stroke(
                    BLUE if value >= 0 else ORANGE, max(0.6, abs(value) * self.unit), 0.12 + 0.7 * share**1.5
                )
        for l, circles in self.circles.items():
            for circle, value in zip(circles, self.run.activations[l][t].tolist(), strict=True):
                circle.set_fill(interpolate_color(BLACK, WHITE, value), 1)


def replay(network: Network, frames: int, fps: int) -> Replay:
    """Return the animation that shows each frame of a run once."""
    return Replay(*network.pictures, rows=range(frames), show=network.show, run_time=frames / fps)


class Unwritten:
    """A clip that is not encoded: what is left is the painting."""

    path, frames = None, 0

    def write(self, pixels: np.ndarray, repeat: int = 1, changed: object = None) -> None:
        """Take a frame."""
        self.frames += repeat

    def finish(self) -> None:
        """Do nothing."""


def films(quality: Quality, renderer: type[CairoRenderer], folder: str, encoded: bool) -> Iterator[Scene]:
    """Give a scene that is filmed into a clip, encoded or not."""
    writer = partial(
        PieceFiles,
        cuts={"all"},
        wanted=["all"],
        open_clip=lambda name: ClipWriter(Path(folder) / f"{name}.mp4", quality) if encoded else Unwritten(),
        begun=lambda name: None,
        written=lambda frames: None,
        clock=lambda: 0.0,
        heard=lambda path: None,
        finished=lambda name, path, frames: None,
    )
    settings: dict[str, Any] = {
        **quality.frame,
        "frame_rate": quality.fps,
        "media_dir": folder,
        "disable_caching": True,
        "progress_bar": "none",
        "verbosity": "ERROR",
    }
    with tempconfig(settings):
        scene = Scene(renderer=renderer(file_writer_class=writer))
        scene.next_section("all")
        yield scene


def cost(
    network: type[Ours] | type[Plain], sizes: tuple[int, ...], frames: int, encoded: bool, nearer: bool = False
) -> float:
    """Return the processor seconds of a frame at 1080p60 in which everything changes, and the camera goes nearer."""
    quality, run = QUALITIES["full"], Run(sizes, frames)
    renderer = StageRenderer if network is Ours else CairoRenderer
    with tempfile.TemporaryDirectory() as folder:
        for scene in films(quality, renderer, folder, encoded):
            pictures = network(run)
            scene.add(*pictures.pictures)
            scene.play(replay(pictures, 3, quality.fps))  # what is compiled and built the first time
            camera = [Viewpoint(scene.camera, WIDE.stage).on(AT_THE_OUTPUTS)] if nearer else []
            start = process_time()
            scene.play(replay(pictures, frames, quality.fps), *camera, run_time=frames / quality.fps)
            scene.renderer.file_writer.finish()
            spent = process_time() - start
    return spent / frames


def main() -> int:
    """Print what a frame costs."""
    logger.setLevel("ERROR")
    for encoded in (False, True):
        what = "painted and encoded" if encoded else "painted"
        plain, ours = cost(Plain, SMALL, 24, encoded), cost(Ours, SMALL, 240, encoded)
        many = cost(Ours, CLASSIC, 60, encoded)
        print(f"{what}: plain Manim {SMALL} {1000 * plain:.1f} ms a frame, {1 / plain:.1f} a second")
        print(f"{what}: ours {SMALL} {1000 * ours:.1f} ms, {1 / ours:.1f} a second, {plain / ours:.1f} times as many")
        near = cost(Ours, SMALL, 240, encoded, nearer=True)
        print(f"{what}: ours {SMALL}, the camera goes nearer {1000 * near:.1f} ms, {1 / near:.1f} a second")
        print(f"{what}: ours {CLASSIC} {1000 * many:.1f} ms, {1 / many:.1f} a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
