"""Some components of minus the gradient as a column of numbers: each with its name, and a bar for sign and size."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from manim import RIGHT, Animation, AnimationGroup, LaggedStart, VGroup

from netsim import Trace
from scenes.camera.fading import FadeIn
from scenes.look.measures import gap, lag
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.tables.brackets import brackets
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import number_column, spec_of_digits
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.standing_network import StandingNetwork
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

LARGEST, LEAST = 4, 2  # rows of the largest components, of the least: between them and the rest stand dots
SHARES = (10, 5, 8)  # of the width: names, numbers, bars
NAMED = (11, 6, 5)  # the same where the inputs have names
DIGITS = 4  # of the largest number


class ComponentsColumn(VGroup):
    """The largest components, a middling one or two, and the least, one below another in brackets.

    Parameters
    ----------
    names
        What each row is called.
    zone
        The room for all of them.
    said
        The head of the numbers.

    Attributes
    ----------
    names, numbers
        Row by row.
    around
        The brackets, and the dots for those left out.
    bars
        Beside the numbers, on one scale.
    """

    def __init__(self, trace: Trace, names: Iterable[Sentence], zone: Zone, theme: Theme, said: Sentence) -> None:
        steps = trace.reading("components/step")
        many, whole = len(steps), int(trace["gradient/components"]) > len(steps)
        gaps = sorted(cut for cut in {LARGEST, many - LEAST} if whole and 0 < cut < many)
        rows = zone.inset(top=gap.small).rows(*[1] * (many + len(gaps)))
        places = [rows[i + sum(cut <= i for cut in gaps)] for i in range(many)]
        left, middle, right = zone.columns(*(NAMED if trace.features else SHARES))
        ys = [place.y for place in places]
        spec = f"+{spec_of_digits([steps], DIGITS)}"
        self.numbers = number_column(steps, ys, middle.right - gap.large, theme, spec=spec, role="sign")
        sides = brackets(self.numbers, theme)
        spill = max(0, left.right - float(sides.get_left()[0]))
        called = [Spoken(name, theme, size="small", role="dim") for name in names]
        for name, y in zip(called, ys, strict=True):
            left.inset(right=gap.medium + spill).put(name, RIGHT).level_with(y)
        self.names = VGroup(*called)
        dots = [Formula("dots.v", theme, role="dim", size="small") for _ in gaps]
        for dot, cut in zip(dots, gaps, strict=True):
            dot.move_to((self.numbers.get_x(), (ys[cut - 1] + ys[cut]) / 2, 0))
        head = Spoken(said, theme, size="small", role="dim")
        head.move_to((self.numbers.get_x(), 0, 0)).stand_on(float(sides.get_top()[1]) + gap.medium)
        self.around = VGroup(sides, *dots, head)
        scale = Scale.fit([steps], right.width / 2)
        self.bars = BarColumn(list(steps), ys, right.x, scale, theme)
        super().__init__(self.names, self.around, self.numbers, self.bars)

    def fly_from(self, places: Iterable[np.ndarray]) -> Animation:
        """Put each number where its weight or bias is; return the animation in which they come, one after the other."""
        coming: list[Animation] = []
        for name, number, place in zip(self.names, self.numbers, places, strict=True):
            number.save_state()
            number.move_to(place)
            coming.append(AnimationGroup(number.animate.restore().build(), FadeIn(name)))
        return LaggedStart(*coming, lag_ratio=lag.apart)


def places_on(hero: StandingNetwork, components: Iterable[Iterable[int]]) -> list[np.ndarray]:
    """Return where each of some parameters (kind, l, j, k) is seen on the network: middle of its edge, or its neuron.

    One whose neuron is not drawn comes from the middle of its layer.
    """
    return [_place(hero, *map(int, component)) for component in components]


def _place(hero: StandingNetwork, kind: int, l: int, j: int, k: int) -> np.ndarray:
    column = hero.column(l)
    end = hero.network.neuron(l, j) if j in column.indices else column
    if kind:
        return np.asarray(end.get_center())
    before, image = hero.network.columns.get(l - 1), hero.network.image
    if before is not None:
        start = (before.neuron(k) if k in before.indices else before).get_center()
    else:
        assert image is not None
        start = image.pixel(k)
    return np.asarray((start + end.get_center()) / 2)
