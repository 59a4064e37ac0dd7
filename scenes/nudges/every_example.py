"""What every example wants of one and the same weight, and the mean of it all; then the same for all weights (N12)."""

from __future__ import annotations

from manim import DOWN, LEFT, RIGHT, UP, Create, Group, VGroup

from netsim import Trace
from netsim.figures.nudges.tugs import (
    asked_so_far,
    left_of_the_pull,
    pulling_down,
    pulling_up,
    where_the_weight_is,
)
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, level
from scenes.mobjects.amounts.arrows import NudgeArrow
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.edges import WIDEST
from scenes.mobjects.network.marks import link
from scenes.mobjects.network.neuron import Column
from scenes.mobjects.network.rim import Rim
from scenes.mobjects.replay import Replay, ever_faster
from scenes.mobjects.type.number import FINEST, Readout, fine_spec, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.nudges.beside.pull import Pull
from scenes.parts.nudges.hero.standing import network_stands
from scenes.parts.selection import example_grid
from scenes.parts.standing_network import RESTING
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact
from scenes.words.sentence import output_name

PULL = 1 / 4  # the longest arrow on the edge, as a share of the height
CARD = 1 / 3  # the picture of who is asked, as a share of the height
EACH, ALL = 2, 2  # slow moves: the first few examples, and all the others


class EveryExample(TraceScene):
    """One edge of the network, and what each example wants of it, one after the other; then all edges."""

    chapter = "nudges"
    needs = ("tugs", "gradient")
    asks = ("hidden",)
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        up, down, asked = pulling_up(trace), pulling_down(trace), asked_so_far(trace)
        return {
            **super().facts(trace),
            "examples": trace.reading("tugs/of"),
            "asked": asked[len(asked) - 1],
            "where": where_the_weight_is(trace),
            "output": output_name(trace, _output(trace)),
            "tug": -trace.reading("tugs/dC_dw", 0),
            "up": up[len(up) - 1],
            "down": down[len(down) - 1],
            "left": left_of_the_pull(trace),
        }

    def setup(self) -> None:
        trace, theme, hero = self.trace, self.theme, self.stands
        l, j, k = (int(i) for i in trace["tugs/place"])
        self.tugs = -trace.reading("tugs/dC_dw")
        self.link = link(hero.network, l, j, k)
        start, edge, end = self.link
        self.arrow = NudgeArrow(self.tugs[0], Scale.fit([self.tugs], PULL * self.stage.height), theme, width=gap.large)
        self.arrow.shift(edge.get_center() - self.arrow.tail())
        self.spec = spec_for([self.tugs, -trace.reading("tugs/so_far")], 2, most=FINEST)
        left, right = float(start.get_left()[0]) - gap.large, float(end.get_right()[0]) + gap.large
        before, after = self.stage.inset(right=self.stage.right - left), self.stage.inset(left=right - self.stage.left)
        self.follows = after.width > before.width  # where the crowd stands
        self.layers = range(1, l + 1) if self.follows else range(l, trace.L + 1)  # whose edges stay in view
        self.pull = Pull(
            trace,
            after if self.follows else before,
            self.stage,
            self.spec,
            theme,
            self.phrase("up"),
            self.phrase("down"),
        )
        self.who(before if self.follows else after)

    def who(self, room: Zone) -> None:
        """Make the picture of who is asked, in the place of the network's where that is free, and the count of them."""
        self.cards, network = self.trace.reading("tugs/x"), self.stands.network
        shape, self.span = example_grid(self.trace, self.cards)
        self.card: InputImage | Column
        self.card = room.fit(InputImage(self.cards[0], shape, self.theme, CARD * room.height, self.span))
        image = network.image
        self.in_place = self.follows and (image is not None or network.labels is not None)
        self.counted = asked_so_far(self.trace)
        self.count = Readout(self.counted[len(self.counted) - 1], self.theme, spec=",.0f", size="body")
        name = Words(self.phrase("asked"), self.theme, size="small", role="dim")
        self.counting = VGroup(self.count, name)
        if self.in_place and image is None:
            self.card = network.columns[0]
            name.next_to(self.stage.stand(self.count, self.stage.note, LEFT), RIGHT, gap.small)
            name.stand_on(self.count.baseline)
            return
        if image is not None and self.in_place:
            self.card.scale_to_fit_height(image.height).move_to(image)
        name.next_to(self.count.next_to(self.card, DOWN, gap.large), DOWN, gap.small)
        self.stage.hold(self.counting)

    @beat("N12")
    def one_weight(self) -> None:
        """Light one edge of the network, and draw on it the nudge that the followed example wants."""
        resting = [edges.animate.set_level(level.rest) for edges in self.stands.network.edges.values()]
        self.move(*resting, Create(self.link), still=False)
        upward, rises = self.arrow.get_y() > self.arrow.tail()[1], self.link[1].get_slope() > 0
        beside = LEFT if upward == rises else RIGHT  # where the edge does not cross it
        spec = fine_spec([self.tugs[0]])
        self.tug = Readout(self.tugs[0], self.theme, spec=spec, role="sign").next_to(self.arrow, beside, gap.small)
        start, end = (float(self.link[i].get_critical_point(way)[0]) for i, way in ((0, RIGHT), (2, LEFT)))
        if self.tug.get_left()[0] < start or self.tug.get_right()[0] > end:  # no room between the columns: at the tip
            self.tug.next_to(self.arrow, UP if upward else DOWN, gap.small)
            side = start + gap.small if beside is LEFT else end - gap.small
            self.tug.shift((side - float(self.tug.get_critical_point(beside)[0]), 0, 0))
        self.move(self.arrow.grow(), FadeIn(self.tug))

    @beat
    def every_example(self) -> None:
        """Ask the examples one after the other, ever faster; each leaves an arrow, and their mean follows."""
        network, slow, last = self.stands.network, self.theme.time.slow, len(self.tugs) - 1
        beside = self.layers if self.follows else (self.layers[0] - 1, *self.layers)
        standing = [network.edges[l] for l in self.layers] + [
            network.columns[l].outlines().set_stroke(self.theme.of("faint")) for l in beside
        ]
        gone = [*[column for column in network.columns.values() if column is not self.card], network.names, self.tug]
        gone += [edges for l, edges in network.edges.items() if l not in self.layers]
        gone += [network.image] if network.image is not None and not self.in_place else []
        self.remove(self.stands)
        if isinstance(self.card, Column):
            self.card.set_span(self.span)
        self.add(*standing, self.link, self.arrow, *[self.card] * self.in_place)
        coming = [self.counting] if self.in_place else [self.counting, self.card]
        self.ask(0)
        self.move(FadeOut(Group(*gone)), FadeIn(*coming, self.pull), time="fade", still=False)
        shown, seen = [self.pull, self.count, self.arrow], len(self.cards)
        self.play(Replay(*shown, self.card, rows=ever_faster(0, seen - 1), show=self.ask), run_time=EACH * slow)
        if seen <= last:
            leaves = FadeOut(self.card, run_time=self.theme.time.fade)
            self.play(leaves, Replay(*shown, rows=ever_faster(seen, last), show=self.ask, run_time=ALL * slow))
        self.leave(self.arrow)  # the last example's: its scale is its own, and it would pass for the mean

    @beat
    def the_balance(self) -> None:
        """Let all come to rest: what stands on the edge is the mean of all of them."""
        mean = -self.trace.reading("tugs/mean")
        arrow = self.arrow.copy().set_reading(mean)
        self.move(self.pull.crowd.animate.set_opacity(level.back), time="fade", still=False)
        self.pull.point_at(mean)
        name = Words(self.phrase("mean"), self.theme, size="small", role="focus")
        name.next_to(self.pull.points_at, DOWN, gap.small)
        self.move(arrow.grow(), FadeIn(self.stage.hold(name)), time="slow", still=False)

    @beat
    def the_same_for_all(self) -> None:
        """Bring the network back, its neurons empty and each edge as wide as the mean of all nudges of its weight."""
        trace, network = self.trace, self.stands.network
        gone = [mobject for mobject in self.staged() if mobject is not self.link]
        hollow = Group(*[column.outlines() for column in network.columns.values()])
        told = [column.more for column in network.columns.values() if column.more is not None]
        self.names = network.labels.names() if network.labels is not None else VGroup()
        self.move(FadeOut(Group(*gone)), FadeIn(hollow, network.names, self.names, *told), time="fade", still=False)
        for edges in network.edges.values():
            edges.set_level(0)
        self.add(*network.edges.values(), hollow, self.link)
        layers = range(trace.L, 0, -1)
        wanted = network.edges_of({l: -trace.reading(f"gradient/dC_dW{l}") for l in layers}, 2 * WIDEST)
        scale = wanted[trace.L].scale_of_width
        rims_of = [-trace.reading(f"gradient/dC_db{l}").take(network.columns[l].indices) for l in layers]
        said = self.phrase("widest", edge=scale.source, rim=Scale.fit(rims_of, 1).source)
        widest = self.stage.stand(Spoken(said, self.theme, size="small", role="dim"), self.stage.note, LEFT)
        self.means = Group(hollow, widest)
        for l in layers:
            edges = wanted[l].set_level(wanted[l].value != 0)  # where nothing is wanted, nothing is drawn
            biases, drawn = -trace.reading(f"gradient/dC_db{l}"), network.columns[l].indices
            rims = VGroup(*[Rim(biases[j], scale, network.neuron(l, j), self.theme) for j in drawn])
            others = [FadeOut(self.link), FadeIn(widest)] if l == trace.L else []
            self.move(edges.draw_backward(), FadeIn(rims), *others, still=False)
            self.means.add(edges, rims)

    def hand_over(self) -> None:
        """Let what is wanted leave, and the network stand as it stood, lit by the star."""
        network = self.stands.network
        if isinstance(self.card, Column):
            network.set_spans(network.shape.spans[:1]).show_activations(network.activations[:1])
        back = [edges.animate.set_level(RESTING) for edges in network.edges.values()]
        lit = [column.neurons for column in network.columns.values()]
        lit += [network.labels] if network.labels is not None else []
        lit += [network.image] if network.image is not None else []
        self.move(FadeOut(self.means, self.names), FadeIn(*lit), *back, time="fade", still=False)
        self.add(self.stands)

    def ask(self, row: int) -> None:
        """Show what stands after an example of the order has been asked."""
        if row < len(self.cards):
            show = self.card.set_readings if isinstance(self.card, Column) else self.card.set_reading
            show(self.cards[row])
        self.arrow.set_reading(self.tugs[row])
        self.count.set_reading(self.counted[row])
        self.pull.set_row(row)


def _output(trace: Trace) -> int:
    """Return the output that the weight leads to; that of the label where it leads to none."""
    l, j, _ = map(int, trace["tugs/place"])
    return j if l == trace.L else trace.own_output(0)
