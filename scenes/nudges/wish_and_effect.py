"""What an output wishes and what comes of it: the slope of its own curve stands between them (N8)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Animation, Group, LaggedStart, ReplacementTransform, VGroup

from netsim import Trace
from netsim.figures.functions import effect, highest_output, lowest_output, output_curve
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import lag, level
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.replay import Replay, there_and_back
from scenes.mobjects.resting import rest, wake
from scenes.mobjects.type.number import spec_for
from scenes.parts.nudges.beside.output_curve import OutputCurve, effects_of, numbers_before
from scenes.parts.nudges.hero.narrowing import LARGEST, Narrowing, beads
from scenes.parts.nudges.hero.protagonist import ARROW, Protagonist
from scenes.parts.nudges.hero.standing import effects_stand, wishes_stand
from scenes.parts.outputs import Outputs, moments_of, told_of
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import output_name


class WishAndEffect(TraceScene):
    """The outputs' wishes, slopes and effects; then the same with the last weights larger."""

    chapter = "nudges"
    needs = ("one", "effect", "sweeps")
    opens_with = wishes_stand
    closes_with = effects_stand

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        j, factor = told_of(trace), trace.reading("effect/factor")
        facts = {
            **super().facts(trace),
            "curve": output_curve(trace),
            "lowest": lowest_output(trace),
            "highest": highest_output(trace),
            "of_a_sum": effect(trace),
            "factor": factor,
        }
        if j is None:
            return {**facts, "told": "nobody"}
        return {
            **facts,
            "told": "one",
            "stuck": output_name(trace, j),
            "a": trace.reading("effect/a", j),
            "wish": -trace.reading("effect/dC_da", j),
            "its_effect": -trace.reading("effect/delta", j),
        }

    def setup(self) -> None:
        self.hero: Protagonist = self.stands
        self.now, self.then = moments_of(self.trace)
        self.stuck, self.label = told_of(self.trace), self.trace.own_output(0)
        self.changes = self.stuck is not None and int(self.trace["effect/factor"]) > 1
        self.own = not self.trace.activation(self.hero.L).couples
        self.columns = {"now": self.hero.shows, "arrow": self.hero.arrows, "wish": self.hero.wishes}
        self.added, self.tangents = Group(), VGroup()
        self.ground = self.hero.left_of(self.hero.L) if self.own else [self.hero.edges(self.hero.L)]
        if self.own:
            self.curve = OutputCurve(self.hero, 0, self.now, self.label)

    @beat("N8")
    def only_its_sum(self) -> None:
        """Let the sum of the label's output be moved up and down, and what it shows follow."""
        hero = self.hero
        moved = [*hero.outputs.neurons, *hero.shows]
        if self.own:
            self.move(
                *[rest(part, level.ground) for part in self.ground],
                FadeIn(self.curve.plot, self.curve.plot.curve),
                FadeIn(self.curve.dot, target_position=hero.network.neuron(hero.L, self.label)),
                still=False,
            )
            moved.append(self.curve.dot)
        rest_at = int(self.trace["sweeps/rest"][0])
        swing = there_and_back(rest_at, *self.reach())
        self.play(Replay(*moved, rows=swing, show=self.show, run_time=4 * self.theme.time.move))

    @beat
    def what_comes_of_them(self) -> None:
        """Let the outputs take their places on the curve, and each wish pass its neuron, narrowed by its slope."""
        hero, now = self.hero, self.now
        if self.own:
            pairs = zip(self.curve.dots, hero.outputs.neurons, strict=True)
            others = [(dot, neuron) for dot, neuron in pairs if dot is not self.curve.dot]
            flights = [FadeIn(dot, target_position=neuron) for dot, neuron in others]
            self.tangents.add(self.curve.tangent(self.label))
            self.columns["slope"] = self.column("slope", now)
            self.added.add(hero.head("slope"))
            slopes = FadeIn(self.tangents, self.added, self.columns["slope"])
            self.move(*([LaggedStart(*flights, lag_ratio=lag.close)] if flights else []), slopes, still=False)
            hero.with_parts(self.columns["slope"])
        else:
            self.move(*[rest(part, level.ground) for part in self.ground], still=False)
        self.pass_through(hero.outputs.indices, now, beads(hero, now.wish))
        self.columns["effect"], head = self.column("effect", now), hero.head("effect")
        self.added.add(head.shift((effects_of(hero).right - head.get_right()[0], 0, 0)))
        self.move(FadeIn(head, self.columns["effect"]), time="fade")

    @beat
    def larger_weights(self) -> None:
        """Let the last weights grow, and one output shout that is wrong and hard to move."""
        if self.stuck is None:
            return
        hero, row = self.hero, self.hero.outputs.indices.index(self.stuck)
        if self.changes:
            self.enlarge(self.stuck)
        else:
            self.move(self.through.take_away(), FadeOut(self.tangents), time="fade", still=False)
        others = [part for column in self.columns.values() for i, part in enumerate(column) if i != row]
        loud = Scale.fit([self.then.wish[self.stuck]], LARGEST * hero.outputs.pitch)
        spoken = [self.set_back(Group(*others))]
        if self.own:
            self.tangents = VGroup(self.curve.tangent(self.stuck))
            spoken.append(FadeIn(self.tangents))
        self.move(*spoken, time="fade", still=False)
        self.pass_through([self.stuck], self.then, loud)
        if self.changes:
            self.columns["effect"] = VGroup(self.column("effect", self.then)[row])
            self.move(FadeIn(self.columns["effect"]), time="fade")

    def hand_over(self) -> None:
        """Let the weights be as they are again, and what comes of the wishes stand in their place."""
        hero = self.hero
        leaving = [
            self.added,
            *([self.curve, self.tangents] if self.own else []),
            *([self.factor] if self.changes else []),
        ]
        shown = [self.columns[name] for name in ("now", "slope", "effect") if name in self.columns]
        hero.remove(*shown)
        hero.shows = self.column("now", self.now)
        hero.with_parts(hero.shows).with_effects()
        self.move(
            hero.without("wish", hero.wishes, hero.arrows),
            FadeOut(*leaving, *shown),
            self.through.take_away(),
            *self.lit(self.now, self.label),
            FadeIn(hero.shows, hero.effects, hero.heads["effect"]),
            *[wake(part, level.ground) for part in self.ground],
        )

    # --- what happens several times -----------------------------------------------------

    def reach(self) -> tuple[int, int]:
        """Return the lowest and the highest position of the bias at which curve and brightness can show the output."""
        sums, outputs = (self.trace[f"sweeps/{name}"][0][:, self.label] for name in "za")
        low, high = self.hero.network.shape.spans[self.hero.L]
        room, rest_at = self.trace["effect/curve_z"][0], int(self.trace["sweeps/rest"][0])
        outside = (sums < room[0]) | (sums > room[-1]) | (outputs < low) | (outputs > high)
        before, after = np.flatnonzero(outside[:rest_at]), np.flatnonzero(outside[rest_at:])
        return int(before[-1]) + 1 if len(before) else 0, rest_at + int(after[0]) - 1 if len(after) else len(sums) - 1

    def show(self, row: int) -> None:
        """Show a position of the bias that is turned: all outputs, and one on its curve."""
        sums, outputs = (self.trace.reading(f"sweeps/{name}", 0, row) for name in "za")
        self.hero.show_outputs(outputs)
        if self.own:
            self.curve.dot.set_reading(float(sums[self.label]), outputs[self.label])

    def column(self, name: str, moment: Outputs) -> VGroup:
        """Return what stands in a column at a moment, a row for each output that is drawn."""
        hero = self.hero
        if name == "now":
            return hero.numbers(moment.a, "shows", hero.spec_of_outputs)
        if name == "slope":
            return hero.numbers(moment.slope, "should", spec_for([moment.slope], 2, sign=""))
        if name == "arrow":
            scale = Scale.fit([self.now.wish], ARROW * hero.outputs.pitch)
            both = Scale.fit([self.now.wish, moment.wish], ARROW * hero.outputs.pitch)
            return hero.arrows_of(moment.wish, scale if moment is self.now else both)
        if name == "wish":
            return hero.numbers(moment.wish, "wish", spec_for([moment.wish], 2), role="sign")
        return numbers_before(hero, moment.effect, spec_for([moment.effect], 3))

    def pass_through(self, voices: Sequence[int], moment: Outputs, scale: Scale) -> None:
        """Let the wishes of some outputs go into their neurons, and come out as their effects."""
        self.through = Narrowing(
            self.hero, voices, moment.wish, moment.effect, scale, run_time=2 * self.theme.time.slow
        )
        self.play(self.through)

    def lit(self, moment: Outputs, spoken_of: int) -> list[Animation]:
        """Return the animations that show the outputs at a moment, and let the name of one of them stand out."""
        hero = self.hero
        colours = {j: "dim" for j in (self.label, self.stuck) if j is not None} | {spoken_of: "focus"}
        names = [
            hero.network.class_name(j).animate.set_color(self.theme.of(role)).build() for j, role in colours.items()
        ]
        low, high = hero.network.shape.spans[hero.L]
        span = min(low, *map(float, moment.a)), max(high, *map(float, moment.a))
        for neuron in hero.outputs.neurons:
            neuron.set_span(span)
        return [*hero.column(hero.L).light(moment.a), *names]

    def enlarge(self, stuck: int) -> None:
        """Let the last weights be larger: show what follows from the sums, and then what the outputs wish."""
        hero, before = self.hero, self.columns
        self.factor = hero.under_edges(hero.L, self.phrase("enlarged")).set_color(self.theme.of("focus"))
        gone = FadeOut(*before.values(), self.tangents)
        self.move(FadeIn(self.factor), gone, self.through.take_away(), time="fade", still=False)
        hero.remove(*before.values())
        self.columns = {name: self.column(name, self.then) for name in before if name != "effect"}
        hero.shows, hero.arrows, hero.wishes = (self.columns[name] for name in ("now", "arrow", "wish"))
        moves = [*self.lit(self.then, stuck), FadeIn(hero.shows)]
        if self.own:
            curve = OutputCurve(hero, 1, self.then, stuck)
            moves += [ReplacementTransform(self.curve, curve), FadeIn(self.columns["slope"])]
            self.curve = curve
        self.move(*moves, time="slow", still=False)
        self.move(FadeIn(hero.arrows, hero.wishes), time="fade", still=False)
        hero.with_parts(*self.columns.values())
