"""Beside the outputs, while a weight is wiggled: the cost, its needle, and the dial that is turned."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from manim import LEFT, RIGHT, UP, Animation, Mobject, VGroup

from scenes.look.measures import gap, level
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.dial import Dial
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.amounts.swing import Swing
from scenes.mobjects.network.turned import TurnedEdge
from scenes.mobjects.replay import Replay, there_and_back
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, fine_spec
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.stage.zones import Zone
from scenes.words.sentence import Sentence

H = TypeVar("H", bound=Mobject)

HEAD, NEEDLE, FOOT = 3, 11, 5  # shares of the height: the cost, its needle, the dial


class WigglePanel:
    """What stands beside the outputs, and the edges that are wiggled.

    Parameters
    ----------
    hero
        The network.
    say
        Says a label of the scene.

    Attributes
    ----------
    edges
        One or two of the first layer, in the colour of what is spoken of.
    cost, number
        What it is the cost of, and the number, which runs.
    swing, tags
        The needle; under its lanes which is which.
    dial
        The dial that is turned, with its weight.
    """

    def __init__(self, hero: Protagonist, say: Callable[..., Sentence]) -> None:
        trace, theme = hero.trace, hero.theme
        self.hero, self.say, self.trace, self.theme = hero, say, trace, theme
        places = [tuple(int(i) for i in place) for place in trace["sensitivity/place"]]
        self.many = 1 if places[0] == places[1] else 2
        self.w, self.C = trace.reading("sensitivity/w"), trace.reading("sensitivity/C")
        self.middle = len(trace["sensitivity/nudge"]) // 2
        widths = Scale.fit([self.w], gap.small)
        self.edges = [
            TurnedEdge(hero.network, (l, j, k), self.w[i][self.middle], widths)
            for i, (l, j, k) in enumerate(places[: self.many])
        ]
        zone = hero.beside.inset(left=gap.small)
        head, needle, self.foot = zone.rows(HEAD, NEEDLE, FOOT, gap=gap.medium)
        changes = trace.reading("sensitivity/change_C")
        room = needle.inset(bottom=gap.line)
        scale = Scale.fit([changes], room.height / 2)
        self.swing = Swing([changes[i] for i in range(self.many)], self.middle, scale, theme)
        self.swing.shift(room.at(LEFT) - self.swing.needle.get_left())
        zone.hold(self.swing.marks)
        self.tags = VGroup()
        for i, lane in enumerate(self.swing.lanes):
            tag = Spoken(say(("first", "second")[i]), theme, size="small", role="dim")
            self.tags.add(tag.move_to((lane[0].base[0], 0, 0)).stand_on(needle.bottom))
        self.number = self.swing.beside(Readout(self.C[0][self.middle], theme, spec=self.decimals(), role="cost"))
        lines = [Spoken(say(name), theme, size="small", role="dim") for name in ("cost_of", "examples")]
        self.cost = VGroup(*[head.stand(line, head.top - i * gap.line, LEFT) for i, line in enumerate(lines)])
        self.dial = self.dial_of(0)

    def decimals(self) -> str:
        """Return the format in which even the smallest change of the cost is seen."""
        last = [self.trace.reading("sensitivity/change_C", i, len(self.trace["sensitivity/nudge"]) - 1) for i in (0, 1)]
        return fine_spec(last, sign="", digits=1)

    def dial_of(self, i: int) -> VGroup:
        """Return the dial of one of the weights, with its number."""
        weight = self.w[i][self.middle]
        left, right = self.foot.columns(1, 1)
        radius = min(left.width, self.foot.height) / 2 - gap.small
        dial = left.put(Dial(weight, Scale.fit([self.w], 1), self.theme, radius, role="focus"))
        number = Readout(weight, self.theme, spec=fine_spec([self.w[0][0], self.w[0][-1]], sign="+"), role="focus")
        name = Spoken(self.say("weight"), self.theme, size="small", role="dim")
        words = VGroup(name, number.next_to(name, -UP, gap.small)).move_to(right.center)
        return VGroup(dial, words)

    def wiggle(self, i: int, run_time: float) -> Replay:
        """Return the animation in which one of the weights is turned up, down and back; edge, dial and cost answer."""
        dial, (_, weight) = self.dial[0], self.dial[1]

        def show(row: int) -> None:
            for picture in (self.edges[i], dial, weight):
                picture.set_reading(self.w[i][row])
            self.number.set_reading(self.C[i][row])
            self.swing.set_row(i, row)

        rows = there_and_back(self.middle, 0, len(self.trace["sensitivity/nudge"]) - 1)
        return Replay(self.edges[i], self.dial, self.number, self.swing, rows=rows, show=show, run_time=run_time)

    def colours(self, *spoken: int) -> list[Animation]:
        """Return the animations that let some edges be spoken of, and the others rest."""
        roles = ["focus" if i in spoken else "dim" for i in range(self.many)]
        return [
            edge.animate.set_stroke(self.theme.of(role), opacity=1 if role == "focus" else level.back).build()
            for edge, role in zip(self.edges, roles, strict=True)
        ]

    def letters(self) -> list[Mobject]:
        """Return the letters again, each over the end of its edge: which is which."""
        letters: list[Mobject] = [tag.copy() for tag in self.tags] if self.many > 1 else []
        for letter, edge in zip(letters, self.edges, strict=False):
            letter.next_to(edge.goal, LEFT, gap.hair).shift((0, gap.medium, 0))
        return letters

    def ratio(self) -> Spoken:
        """Return how many times farther the first weight moved the needle than the second."""
        words = Spoken(self.say("to_one"), self.theme)
        return self.swing.beside(words)

    def lit(self) -> tuple[Spoken, list[tuple[VGroup, Bar]]]:
        """Return words, and for each weight the share of the examples in which its input is not 0: number and bar."""
        shares = [self.trace.reading("sensitivity/lit", i) for i in range(self.many)]
        rows = []
        for row, share, tag in zip(self._rows(), shares, self.tags, strict=True):
            name, drawn, told = row.columns(2, 4, 3, gap=gap.hair)
            bar = Bar(share, Scale.fit(shares, drawn.width), self.theme, drawn.at(LEFT), gap.medium, "ink")
            number = Spoken(self.say("share", share=share), self.theme, size="small")
            rows.append((VGroup(name.inset(right=gap.hair).put(tag.copy(), RIGHT), told.put(number, RIGHT)), bar))
        words = Spoken(self.say("lit"), self.theme, size="small", role="dim")
        return self._head(words), rows

    def derivatives(self) -> tuple[Formula, list[VGroup]]:
        """Return a name, and for each weight its number in the gradient."""
        numbers = [self.trace.reading("sensitivity/dC_dw", i) for i in range(self.many)]
        rows, spec = [], fine_spec(numbers)
        for row, number, tag in zip(self._rows(), numbers, self.tags, strict=True):
            shown = row.put(Readout(number, self.theme, spec=spec, role="cost"), RIGHT)
            rows.append(VGroup(tag.copy().next_to(shown, LEFT, gap.large), shown))
        return self._head(Formula("partial C \\/ partial w", self.theme, size="small", role="cost")), rows

    def _rows(self) -> tuple[Zone, ...]:
        """Return a row of the foot for each weight, under its head."""
        return self.foot.rows(*[1] * (1 + self.many))[1:]

    def _head(self, line: H) -> H:
        """Put something over the rows of the foot, at their right end, and return it."""
        return self.foot.rows(*[1] * (1 + self.many))[0].put(line, RIGHT)
