"""What the network is shown of a table: each input's name and its value in the table's own units."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from manim import LEFT, RIGHT, VGroup

from netsim import Feature, Reading
from netsim.figures.units import in_units
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.network.neuron import Column
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.short import cut_to, width_of
from scenes.mobjects.type.typeset import Words

REACH = (0.0, 1.0, 2.0)  # inputs whose natural values have room too, whatever the first example's is
NARROWEST = 4  # ems that a name with its value needs at least
STACKED = 5 / 2  # ems from input to input that a name and a value need one under the other
UNDER = 9 / 8  # ems from the line of a name to that of the value under it
SET = 0.0  # of a choice: what is not chosen is dim


class NamedInput(VGroup):
    """A name and a value, in one line or one under the other, that end at the same place on the right.

    Parameters
    ----------
    feature
        Whose name and units they are.
    value
        What the input is, in natural units.
    right
        Where both end: the point that an edge would start from.
    name
        What is written of the feature's name.
    kept
        Room for the value in the line; 0 if it stands under the name.

    Attributes
    ----------
    called, value
        Its two parts; the name of a choice is bright where it is chosen.
    """

    def __init__(
        self, feature: Feature, value: Reading, right: np.ndarray, name: str, kept: float, theme: Theme
    ) -> None:
        self.feature, self.theme = feature, theme
        self.called = Words(name, theme, size="small", role="dim")
        self.value = Readout(value, theme, spec=spec_of(feature))
        x, y, _ = right
        if kept:
            self.called.shift((x - kept - gap.small - self.called.get_right()[0], 0, 0)).level_with(y)
        else:
            self.called.shift((x - self.called.get_right()[0], 0, 0)).level_with(y + UNDER * theme.em() / 2)
        self.value.shift((x - self.value.get_right()[0], 0, 0))
        self.value.level_with(y if kept else y - UNDER * theme.em() / 2)
        super().__init__(self.called, self.value)
        self.say(value)

    def say(self, value: Reading) -> None:
        """Show another value, in natural units."""
        self.value.set_reading(value)
        chosen = self.feature.kind == "choice" and float(value) > SET
        self.called.set_color(self.theme.of("ink" if chosen else "dim"))


class NamedInputs(VGroup):
    """Names and values beside places that stand one under another.

    Parameters
    ----------
    features
        Of all inputs.
    inputs
        What the network is shown, (n_0,).
    which
        The inputs that stand there, from the top.
    rights
        Where the line of each ends, on the right.
    room
        How wide they may be: longer names are cut.
    """

    def __init__(
        self,
        features: Sequence[Feature],
        inputs: Reading,
        which: Sequence[int],
        rights: Sequence[np.ndarray],
        room: float,
        theme: Theme,
    ) -> None:
        self.features, self.which, self.theme = features, list(which), theme
        values = in_units(features, inputs)
        shown = [features[k] for k in which]
        kept = max(widest_value(features[k], values[k], theme) for k in which)
        apart = min((abs(float(two[1] - one[1])) for one, two in pairwise(rights)), default=np.inf)
        full = max(width_of(one.name, theme) for one in shown) + gap.small + kept
        stacked = full > room and apart >= STACKED * theme.em()
        for_names = room if stacked else room - gap.small - kept
        self.named = [
            NamedInput(one, values[k], right, short_name(one, theme, for_names), 0 if stacked else kept, theme)
            for one, k, right in zip(shown, which, rights, strict=True)
        ]
        super().__init__(*self.named)

    def names(self) -> VGroup:
        """Return the names alone, without values: where all examples are spoken of."""
        return VGroup(*[one.called.copy().set_color(self.theme.of("dim")) for one in self.named])

    def say(self, inputs: Reading) -> None:
        """Show another example, (n_0,)."""
        values = in_units(self.features, inputs)
        for k, one in zip(self.which, self.named, strict=True):
            one.say(values[k])


class Inputs(Column):
    """The inputs as a column of neurons; those of a table have left of each its name and its value.

    Attributes
    ----------
    labels
        Names and values; ``None`` where there are none, or no room for them.
    """

    labels: NamedInputs | None = None

    def with_names(self, features: Sequence[Feature], inputs: Reading, room: float) -> Inputs:
        """Set names and values beside the neurons, as wide as the room is; none if it is too narrow."""
        room -= gap.small
        if room >= NARROWEST * self.theme.em():
            rights = list(self.points_of(LEFT) + gap.small * LEFT)
            self.labels = NamedInputs(features, inputs, self.indices, rights, room, self.theme)
            self.add(self.labels)
            if self.more is not None:
                self.more.align_to(self.neurons, RIGHT)
        return self

    def set_readings(self, layer: Reading) -> Inputs:
        """Show an example at once, (n_0,): in the neurons, and in natural units."""
        super().set_readings(layer)
        if self.labels is not None:
            self.labels.say(layer)
        return self


def short_name(feature: Feature, theme: Theme, room: float) -> str:
    """Return an input's name, cut to the room there is; of a choice rather the word than the column that it is from."""
    word = feature.name.rpartition("=")[2]
    whole = feature.kind == "number" or width_of(feature.name, theme) <= room
    return cut_to(feature.name if whole else word, theme, room)


def spec_of(feature: Feature) -> str:
    """Return the format of an input in natural units: as many decimals as its table has."""
    return f".{feature.decimals}f"


def widest_value(feature: Feature, value: Reading, theme: Theme) -> float:
    """Return how wide the values of an input are, as far as one can say."""
    likely = [format(feature.shift + feature.scale * x, spec_of(feature)) for x in REACH]
    return max(width_of(text, theme) for text in (format(value, spec_of(feature)), *likely))
