"""A machine beside the network: what goes in, a box with what stays inside, what comes out, and arrows between them."""

from __future__ import annotations

from itertools import chain, pairwise

import numpy as np
from manim import DOWN, LEFT, Animation, Arrow, Group, Mobject, RoundedRectangle, VGroup

from scenes.look.measures import gap, stroke
from scenes.mobjects.amounts.dial import Dial
from scenes.mobjects.amounts.gauge import Gauge
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.type.number import spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.descent.hero.dial import dial_place
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.turning import row_nearest
from scenes.parts.selection import example_grid
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

SHARES = (3, 5, 3)  # of the width: in, inside, out
BLOCK = (7, 4)  # rows and columns of dials, and of examples


class Machine:
    """The places of a machine in the zone beside the network, and what can stand there.

    Attributes
    ----------
    places
        Zones: in, inside, out.
    frame
        The box with the arrows into it and out of it.
    dials
        A block of dials, some of all: those that the training turns farthest, and the one dial.
    one
        The one dial in the block.
    cards
        Examples, the star first.
    gauge
        The mean cost, its number under it; `follow` says of what.
    """

    def __init__(self, hero: Learner) -> None:
        self.hero, self.trace, theme = hero, hero.trace, hero.theme
        self.places = hero.beside.inset(bottom=gap.large).columns(*SHARES, gap=2 * gap.large)
        self.frame = self._frame()
        self.dials, self.one = self._dials()
        self.cards = self._cards(self.places[1].inset(gap.medium))
        run, turned = self.trace.reading("course/mean_C"), self.trace.reading("line/first_C")
        room = self.places[2].inset(top=gap.medium, bottom=gap.large)
        scale, spec = Scale.fit([run, turned], room.height), spec_for([run], 3, sign="", digits=3)
        rest = row_nearest(self.trace.reading("line/first_w"), self.trace, 0)
        self.gauge = Gauge(turned, rest, scale, theme, upright=True, spec=spec, size="title")
        self.gauge.shift(room.at(DOWN) - self.gauge.axis.get_start())
        self.gauge.number.shift(gap.small * DOWN)
        self.gauge.shift(max(0, float(self.gauge.number.get_right()[0]) - hero.beside.right) * LEFT)

    def named(self, *said: Sentence) -> VGroup:
        """Return what is said of in, inside and out, each under its place; what has no room there stands over it."""
        lines = [Spoken(one, self.hero.theme, size="small", role="dim") for one in said]
        for line, zone in zip(lines, self.places, strict=True):
            self.hero.beside.hold(zone.stand(line, self.hero.beside.bottom - gap.small))
        ends = [(float(line.get_left()[0]), float(line.get_right()[0])) for line in lines]
        if any(one[1] > other[0] - gap.medium for one, other in pairwise(ends)):
            lines[1].stand_on(self.hero.heading)
        return VGroup(*lines)

    def put(self, picture: Mobject, place: int) -> Animation:
        """Return the animation that takes a picture to where things go in (0), stay inside (1) or come out (2)."""
        room = self.places[place]
        smaller = min(1, room.width / float(picture.width), room.height / float(picture.height))
        return picture.animate.scale(smaller).move_to(room.center).build()

    @staticmethod
    def grow_to(one: Dial, goal: Dial) -> Animation:
        """Return the animation that takes a dial to the place and the size of another."""
        return one.animate.scale(float(goal.rim.width) / float(one.rim.width)).move_to(goal.rim).build()

    def show_weights(self, kept: int) -> None:
        """Turn the dials of the block to what was kept at a moment of the training."""
        for dial, (l, j, k) in zip(self.dials, self.where, strict=True):
            dial.set_reading(self.trace.reading(f"course/W{l}", kept, j, k))

    def _frame(self) -> VGroup:
        """Return the box, and the arrows into it and out of it."""
        inside, theme = self.places[1], self.hero.theme
        box = RoundedRectangle(corner_radius=gap.medium, width=inside.width, height=inside.height)
        frame = VGroup(box.move_to(inside.center).set_stroke(width=stroke.thin))
        for one, other in pairwise(self.places):
            ends = [(one.right + gap.small, inside.y, 0), (other.left - gap.small, inside.y, 0)]
            frame.add(Arrow(*ends, buff=0, stroke_width=stroke.mark))
        return frame.set_color(theme.of("dim"))

    def _dials(self) -> tuple[VGroup, Dial]:
        """Return the dials as they are at first, on the one scale of all dials, and the one of them."""
        trace, theme = self.trace, self.hero.theme
        rows, columns = BLOCK
        each, one = -(-rows * columns // trace.L), dial_place(trace)
        self.where: list[tuple[int, int, int]] = []
        for l in range(1, trace.L + 1):
            last = trace.reading(f"course/W{l}", len(trace["course/kept"]) - 1)
            for at in np.argsort(-np.abs(np.asarray(last.value)).ravel(), kind="stable")[:each].tolist():
                self.where.append((l, *divmod(at, trace.sizes[l - 1])))
        self.where = [place for place in self.where if place != one][: rows * columns - 1]
        which = len(self.where) // 2
        self.where.insert(which, one)
        scale = Scale.fit([trace.reading("line/w")], 1)
        room = self.places[1].inset(gap.medium)
        cell = min(room.width / columns, room.height / rows)
        values = [trace.reading(f"course/W{l}", 0, j, k) for l, j, k in self.where]
        each_dial = [Dial(value, scale, theme, cell / 2 - gap.hair) for value in values]
        dials = VGroup(*each_dial)
        dials.arrange_in_grid(cols=min(columns, len(dials)), buff=2 * gap.hair)
        return room.put(dials), each_dial[which]

    def _cards(self, room: Zone) -> Group:
        """Return examples in rows, the star's own first."""
        trace, (rows, columns) = self.trace, BLOCK
        examples = trace.reading("data/x")
        shape, span = example_grid(trace, examples)
        cells = list(chain(*room.grid(rows, columns, gap=gap.small)))[: len(examples)]
        theme = self.hero.theme
        cards = [InputImage(examples[i], shape, theme, cell.height, span) for i, cell in enumerate(cells)]
        return Group(*[cell.fit(card) for cell, card in zip(cells, cards, strict=True)])
