"""Two dials: the cost over both as a landscape, its gradient on the slope, and a walk down to a minimum (D10)."""

from __future__ import annotations

import numpy as np
from manim import DOWN, DR, RIGHT, UL, UR, VGroup

from netsim import Trace
from netsim.figures.descent.terrain import ground, rests, steps_on_the_plane
from netsim.figures.network import parameters
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.mobjects.terrain.height_key import HeightKey
from scenes.mobjects.terrain.on_relief import EdgeName, Row
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout, fine_spec, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.descent.cost.landscape import Landscape
from scenes.parts.descent.hero.dial import TheDial
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import curve_stands, network_stands
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence

SLOWLY = 2  # so many steps at most come one by one, then the rest: one of them at least
TURN = 20  # degrees that the landscape turns on the whole
LOOK, FLIGHT = 3, 4  # of the time of a move: how long it turns while one looks at it, and while the ball goes on
READOUT, OVER = 6 * gap.large, 4 * gap.large  # width of what stands right of the landscape; height, if over it
LARGER = 5 / 4  # so much larger is the landscape under it, or it stands beside it


class TwoDials(TraceScene):
    """The measured cost over two weights, lifted out of the curve of one, and a walk down it."""

    chapter = "descent"
    needs = ("course", "line", "plane")
    opens_with = curve_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "count": parameters(trace),
            "examples": trace.reading("plane/examples"),
            "updates": trace.reading("steps", len(trace["steps"]) - 1),
            "ground": ground(trace),
            "rests": rests(trace),
            "steps": steps_on_the_plane(trace),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.land = Landscape(self.trace, self.theme)
        self.land.see(self.land.as_plotted(self.hero.curve.frame))
        self.land.relief.show_rows(self.land.home, self.land.home)
        self.answers = {l: self.trace.reading(f"plane/a{l}") for l in range(1, self.trace.L + 1)}
        self.slow = min(SLOWLY, max(self.land.steps - 1, 0))
        beside, under = self.stage.inset(right=READOUT), self.stage.inset(top=OVER)
        self.whole = under if self.land.filling(under).unit > LARGER * self.land.filling(beside).unit else beside

    @beat("D10")
    def another_dial(self) -> None:
        """Find a second weight, turn it from end to end, and lift the surface out of the curve row by row."""
        land, theme, hero = self.land, self.theme, self.hero
        hero.remove(hero.curve, hero.dial)
        self.add(hero.curve, hero.dial, land.lay(land.row))
        left, right = hero.under_input.columns(1, 1, gap=gap.small)
        self.first, self.second = TheDial(hero, left), TheDial(hero, right, second=True)
        self.first.set_color(theme.of("ink")).remove(self.first.number)
        for l, activations in self.answers.items():
            hero.make_room_for(l, np.asarray(activations.value))
        self.turn_to(land.home)
        self.move(FadeOut(hero.dial, hero.curve), FadeIn(self.first, self.second), time="fade", still=False)
        self.play(land.go(land.filling(hero.beside, -TURN)), run_time=theme.time.slow)
        curve, land.row = land.row, Row(land.home, land.relief, theme, role="ink")
        self.move(FadeOut(land.take(curve)), FadeIn(land.lay(land.row)), time="fade", still=False)
        for end in (len(land.v) - 1, 0):
            self.play(land.lift(end, self.turn_to, hero, self.second), run_time=theme.time.slow)

    @beat
    def the_landscape(self) -> None:
        """Let the network go and the surface fill the stage; name its directions, and put a ball on it."""
        land, theme = self.land, self.theme
        gone = FadeOut(self.hero, self.first, self.second, land.row)
        self.play(gone, land.go(land.filling(self.whole, -TURN / 2)), run_time=theme.time.slow)
        land.take(land.row)
        room = self.stage.left, self.stage.right, self.stage.bottom
        self.names = land.lay(
            *[
                EdgeName(Spoken(self.phrase(name), theme, size="small", role="dim"), along, land.relief, room)
                for along, name in enumerate(("one", "other"))
            ]
        )
        self.cost = Readout(land.costs[0], theme, spec=spec_for([land.costs], 3, sign=""), size="title", role="cost")
        of = [Spoken(self.phrase(name), theme, size="small", role="dim") for name in ("over", "else")]
        self.said = VGroup(self.stated("C", self.cost, "title"), *of).arrange(DOWN, buff=gap.small, aligned_edge=RIGHT)
        self.stage.inset(gap.small).put(self.said, UR)
        corner = UL if self.whole.right == self.stage.right else DR  # it is as wide as a high or square stage
        self.key = self.stage.inset(gap.small).put(HeightKey(land.relief, theme, self.stage.type), corner)
        coming = FadeIn(self.names, self.said, self.key, land.lay(land.walk, land.ball), run_time=theme.time.fade)
        self.play(coming, land.go(land.filling(self.whole, -TURN / 4), run_time=LOOK * theme.time.move))

    @beat
    def the_gradient(self) -> None:
        """Let the gradient grow on the slope."""
        land, theme = self.land, self.theme
        lengths = self.trace.reading("plane/length")
        self.steep = Readout(lengths[0], theme, spec=fine_spec([lengths], sign="", digits=1), role="dim")
        steep = self.stated("<said>", self.steep, "small", said=self.phrase("steepness"))
        steep.next_to(self.said, DOWN, gap.large, aligned_edge=RIGHT)
        self.arrow = land.arrow(0, 1)
        land.lay(self.arrow)
        turned = land.go(land.filling(self.whole), run_time=LOOK * theme.time.move)
        self.play(turned, self.arrow.grow(run_time=theme.time.slow), FadeIn(steep, run_time=theme.time.slow))
        self.said.add(steep)

    @beat
    def the_steepest_way_down(self) -> None:
        """Go the other way: an arrow, a step, and again."""
        land, time = self.land, self.theme.time
        for i in range(self.slow + 1):
            before, self.arrow = self.arrow, land.arrow(i, -1)
            self.play(FadeOut(land.take(before)), land.lay(self.arrow)[0].grow(), run_time=time.fade)
            self.add(land.ball)
            if i < self.slow:
                self.play(land.go_down(i, i + 1, self.show, self.cost, self.steep), run_time=time.move)

    @beat
    def the_flat(self) -> None:
        """Go on to the end, while the landscape turns."""
        land, time = self.land, FLIGHT * self.theme.time.move
        turned = land.go(land.filling(self.whole, TURN / 2), run_time=time)
        walked = [land.go_down(self.slow, land.steps, self.show, self.cost, self.steep, run_time=time)]
        self.play(
            FadeOut(land.take(self.arrow), run_time=self.theme.time.fade), turned, *walked * (land.steps > self.slow)
        )

    @beat
    def all_of_them(self) -> None:
        """Let the network come back beside the landscape, and light pass along all its edges."""
        land, theme, hero = self.land, self.theme, self.hero
        self.turn_to(land.home)
        gone = FadeOut(land.take(*self.names), self.said, self.key)
        self.play(land.go(land.filling(hero.beside, TURN)), gone, FadeIn(hero), run_time=theme.time.slow)
        for l in range(1, hero.L + 1):
            self.play(hero.edges(l).pass_forward(), run_time=theme.time.move)

    def hand_over(self) -> None:
        """Let the network stand as it was before it learned."""
        self.move(*map(FadeOut, self.staged()), FadeIn(network_stands(self)), time="fade", still=False)

    def turn_to(self, row: int) -> None:
        """Turn the second dial to a recorded value, and let the network answer."""
        self.second.set_reading(self.trace.reading("plane/v", row))
        for l, activations in self.answers.items():
            self.hero.column(l).set_readings(activations[row])

    def show(self, step: int) -> None:
        """Show the cost, and how steep it is, after so many steps."""
        self.cost.set_reading(self.land.costs[step])
        self.steep.set_reading(self.trace.reading("plane/length", step))

    def stated(self, what: str, number: Readout, size: str, **words: Sentence) -> VGroup:
        """Return what a number is, and the number."""
        label = Formula(f"{what} =", self.theme, words=words, role="cost" if not words else "dim", size=size)
        return VGroup(label, number.next_to(label, RIGHT, gap.small).level_with(label.middle))
