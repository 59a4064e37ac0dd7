"""How sums came about: for some neurons, what each one after them asks, tip to tail, on one scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import LEFT, RIGHT, VGroup

from netsim import Reading
from scenes.look.measures import gap
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.tip_to_tail import TipToTail
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.beside.places_of_paths import names_beside, places_of
from scenes.parts.nudges.hero.wishes import Wishes
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

THICK = 1 / 2  # a bar, as a share of the room from row to row


class Paths(VGroup):
    """The paths of some neurons' sums, side by side: a row for each neuron that asks, and one for what it comes to.

    Where the words over them have no room side by side, they stand one under the other; where rows would be too close
    then, only the first is drawn.

    Parameters
    ----------
    wishes
        What is asked of them.
    neurons, heads
        The neurons, and the words over their paths.
    summed, scale
        The word beside what they come to; and what is said of their scale, where there are two.
    zone
        The room for the rows; over it stand the heads, under it what is said of the scale.

    Attributes
    ----------
    names, note
        Of those who ask and of the total, where rows leave room for them; and what is said of the scale.
    heads, paths, totals, again
        For each neuron whose path is drawn the words over it, the path and the number that it comes to; and for
        every neuron this number again, beside its bar, if there is room.
    """

    def __init__(
        self,
        wishes: Wishes,
        neurons: Sequence[int],
        heads: Sequence[Sentence],
        summed: Sentence,
        scale: Sentence,
        zone: Zone,
    ) -> None:
        super().__init__()
        hero = wishes.hero
        theme, voices = hero.theme, range(len(wishes.comets))
        over = [Words(said, theme, size="small", role="dim") for said in heads]
        said = [*[hero.network.shape.classes[j] for j in voices], summed]
        names = [Words(name, theme, size="small", role="dim") for name in said]
        spec = spec_for([wishes.asked], 2)
        totals = [Readout(wishes.asked[k], theme, spec=spec, role="sign") for k in neurons]
        number = max(float(total.width) for total in totals) + 2 * gap.small
        places = places_of(zone, over, names, number)
        drawn = list(neurons)[: len(places)]
        if places[0].under:  # each nearer to its neuron than the other
            places = [places[sorted(drawn).index(k)] for k in drawn]
        self.names = VGroup(*names_beside(places, names))
        self.totals = VGroup(*totals[: len(drawn)])
        scale_of = _one_scale(wishes, drawn, places[0].room.width - number)
        again = [_beside_bar(wishes, k, Readout(wishes.asked[k], theme, spec=spec, role="sign")) for k in neurons]
        self.heads, self.paths, self.again = VGroup(), [], again
        for k, head, place, total in zip(drawn, over, places, self.totals, strict=False):
            parts, sums = ([of[j][k] for j in voices] for of in (wishes.table, wishes.running))
            positive, rows = float(wishes.asked[k]) >= 0, place.rows
            x = place.room.left + (number if positive else 0) - scale_of.unit * _span(wishes.running, k)[0]
            self.paths.append(TipToTail(parts, sums, rows, x, scale_of, theme, THICK * place.pitch))
            beside_axis = (x - gap.small, rows[-1], 0) if positive else (x + gap.small, rows[-1], 0)
            total.move_to(beside_axis, aligned_edge=RIGHT if positive else LEFT)
            self.heads.add(place.put_head(head, place.room.top + hero.heading - hero.room.top))
        note = Words(scale, theme, size="small", role="dim")
        zone.stand(note, zone.bottom + hero.note - hero.room.bottom)
        note.shift(max(0, zone.left - float(note.get_left()[0])) * RIGHT)
        self.note = VGroup(*[note] * (len(drawn) > 1))
        self.add(self.names, self.note, self.heads, *self.paths, self.totals, *again)


def _beside_bar(wishes: Wishes, k: int, total: Readout) -> VGroup:
    """Put the number that a neuron's sum comes to at the side of the axis where its bar is not, if there is room."""
    hero, l = wishes.hero, wishes.l - 1
    way = -1 if float(wishes.asked[k]) >= 0 else 1
    if float(total.width) + gap.small > hero.longest(l):
        return VGroup()
    at = (hero.axis(l) + way * gap.small, hero.network.neuron(l, k).get_y(), 0)
    return total.move_to(at, aligned_edge=RIGHT if way < 0 else LEFT)


def _span(running: Reading, k: int) -> tuple[float, float]:
    """Return between which values the sum of one neuron runs, 0 among them."""
    sums = np.asarray(running.value)[:, k]
    return min(0, float(sums.min())), max(0, float(sums.max()))


def _one_scale(wishes: Wishes, neurons: Sequence[int], width: float) -> Scale:
    """Return the scale on which the longest way of some neurons' sums, from end to end, is so wide."""
    widest = max(high - low for low, high in (_span(wishes.running, k) for k in neurons)) or 1
    farthest = Scale.fit([wishes.running.take(range(len(wishes.comets)), neurons)], width)
    return Scale(farthest.source, width * farthest.longest / widest)
