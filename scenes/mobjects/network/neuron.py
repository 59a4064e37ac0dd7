"""Neurons: a circle whose brightness is its activation, and a column of them for a layer."""

from __future__ import annotations

import numpy as np
from manim import DOWN, Animation, Circle, ManimColor, VGroup

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Quantity
from scenes.mobjects.type.typeset import Words
from scenes.words.messages import Messages

PITCH_FLOOR = 0.25  # scene units between neurons: below it a layer is abbreviated
PITCH_LIMIT = 0.62
RADIUS = 0.41  # of a neuron, as a share of the pitch
RIM = 1.8  # width of a neuron's rim
MORE = 0.35  # room under an abbreviated column for the line that says so


class Neuron(Circle, Quantity):
    """One neuron, dark until it shows an activation.

    Parameters
    ----------
    span
        The (low, high) range of activations that goes from dark to bright.
    """

    def __init__(self, radius: float, span: tuple[float, float], theme: Theme) -> None:
        super().__init__(
            radius=radius,
            stroke_color=theme.of("ink"),
            stroke_width=RIM,
            fill_color=theme.of("background"),
            fill_opacity=1,
        )
        self.theme = theme
        self.set_span(span)

    def set_span(self, span: tuple[float, float]) -> Neuron:
        """Let another range of activations go from dark to bright, for those that are shown from now on."""
        self.span, self.rounding = span, 0.005 * (span[1] - span[0])
        return self

    def set_reading(self, reading: Reading) -> Neuron:
        """Show an activation at once."""
        self.reading = reading
        self.fill_rgbas = np.array([[*self._grey(reading).to_rgb(), 1.0]])
        return self

    def light(self, reading: Reading) -> Animation:
        """Return the animation that lets an activation light up, also in a neuron that rests."""
        self.reading = reading
        return self.animate.set_fill(self._grey(reading), 1).set_stroke(opacity=1).build()

    def show_nothing(self) -> Neuron:
        """Be dark at once."""
        self.reading = None
        return self.set_fill(self.theme.of("dark_neuron"), 1)

    def darken(self) -> Animation:
        """Return the animation that lets it go dark."""
        self.reading = None
        return self.animate.show_nothing().build()

    def shown(self) -> float:
        """Return the activation that the brightness stands for."""
        low, high = self.span
        return low + self.theme.share(self.get_fill_color()) * (high - low)

    def _grey(self, reading: Reading) -> ManimColor:
        low, high = self.span
        return self.theme.grey((float(reading) - low) / (high - low))


class Column(VGroup):
    """A layer as a column of neurons, abbreviated where it is too long.

    Parameters
    ----------
    size
        How many neurons the layer has.
    height
        The room there is, in scene units.
    matter
        (size,) how much each neuron matters: which ones stay when the column is abbreviated.
    span
        Activation range from dark to bright.
    keep
        Neurons that stay whatever they matter, as far as there is room.
    pitch, radius
        From neuron to neuron, and the radius of each, at most, in scene units.

    Attributes
    ----------
    indices
        The neurons that are drawn, top to bottom, by their index in the layer.
    more
        The line under the column that says how many are left out, or ``None``.
    """

    def __init__(
        self,
        size: int,
        height: float,
        theme: Theme,
        words: Messages,
        *,
        matter: np.ndarray | None = None,
        span: tuple[float, float] = (0.0, 1.0),
        keep: tuple[int, ...] = (),
        pitch: float = PITCH_LIMIT,
        radius: float = RADIUS * PITCH_LIMIT,
    ) -> None:
        super().__init__()
        self.theme = theme
        self.more: Words | None = None
        self.indices = list(range(size))
        if size * PITCH_FLOOR > height:
            height -= MORE
            rank = np.argsort(-np.abs(np.zeros(size) if matter is None else matter), kind="stable")
            first = dict.fromkeys([*keep, *map(int, rank)])
            self.indices = sorted(list(first)[: int(height / PITCH_FLOOR)])
        self.pitch = min(pitch, height / len(self.indices))
        self._at = {index: row for row, index in enumerate(self.indices)}
        self.radius = min(radius, RADIUS * self.pitch)
        self._neurons = [Neuron(self.radius, span, theme) for _ in self.indices]
        self.neurons = VGroup(*self._neurons)
        self.neurons.arrange(DOWN, buff=self.pitch - 2 * self.radius)
        self.add(self.neurons)
        if size > len(self.indices):
            said = words.say("column", {"count": size - len(self.indices)}, "more")
            self.more = Words(said, theme, size="small", role="dim")
            self.more.next_to(self.neurons, DOWN, buff=0.12)
            self.add(self.more)

    def stand(self, x: float, top: float, left: float) -> Column:
        """Put the column's axis at x and its upper end at a height; its last line does not pass ``left``."""
        self.shift((x - self.neurons.get_x(), top - self.neurons.get_top()[1], 0))
        if self.more is not None:
            self.more.shift((max(0.0, left - self.more.get_left()[0]), 0, 0))
        return self

    def neuron(self, j: int) -> Neuron:
        """Return neuron j of the layer.

        Raises
        ------
        KeyError
            If the column is abbreviated and j is not among ``indices``.
        """
        return self._neurons[self._at[j]]

    def set_span(self, span: tuple[float, float]) -> Column:
        """Let another range of activations go from dark to bright, for those that are shown from now on."""
        for neuron in self._neurons:
            neuron.set_span(span)
        return self

    def set_readings(self, layer: Reading) -> Column:
        """Show a layer's activations at once; ``layer`` has shape (size,)."""
        for j in self.indices:
            self.neuron(j).set_reading(layer[j])
        return self

    def outlines(self) -> VGroup:
        """Return circles in the places of the neurons, for a layer that shows nothing yet."""
        circles = [Circle(neuron.width / 2).match_style(neuron).set_fill(opacity=0) for neuron in self._neurons]
        return VGroup(*[circle.move_to(neuron) for circle, neuron in zip(circles, self._neurons, strict=True)])

    def light(self, layer: Reading) -> list[Animation]:
        """Return the animations that let the layer light up."""
        return [self.neuron(j).light(layer[j]) for j in self.indices]

    def points_of(self, side: np.ndarray) -> np.ndarray:
        """Return where edges meet the neurons, (len(indices), 3): the centre moved to a side."""
        return np.array([self.neuron(j).get_center() + self.radius * side for j in self.indices])
