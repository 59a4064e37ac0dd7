"""Every weight and every bias of the network: drawn all at once, counted, and one of them found (D3)."""

from __future__ import annotations

from itertools import pairwise

from manim import Group, Mobject, ReplacementTransform, VGroup

from netsim import Reading, Trace
from netsim.figures.network import biases, hidden_layers, neurons_of, parameters, weights
from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, level
from scenes.mobjects.amounts.dial_field import dial_fields
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.all_edges import AllEdges, legible_power
from scenes.mobjects.network.marks import rim
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.descent.hero.standing import network_stands
from scenes.parts.standing_network import RESTING
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone
from scenes.words.numbers import Fact

HEIGHTS = (1, 4)  # shares of the height: the count, all dials
LARGEST = 3 * gap.large  # room of one of them at most
AROUND = (8, 4)  # dials that are seen beside one, as it is found: to each side, and above and below
BOLD = 3  # times as wide as its lines would be, those of the dial that is found
QUICK = 4  # from so many layers on each is quicker
TERMS = {"weights": "<n>", "biases": '"+ " <n>', "count": '"= " <n>'}


class EveryDial(TraceScene):
    """All edges of the standing network, the number of all weights and biases, a dial for each, and one of them."""

    chapter = "descent"
    needs = ("line",)
    opens_with = network_stands
    closes_with = network_stands

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return {
            **super().facts(trace),
            "hidden": hidden_layers(trace),
            "count": parameters(trace),
        }

    def setup(self) -> None:
        self.hero: Learner = self.stands
        self.layers = range(1, self.trace.L + 1)
        self.upper, lower = self.hero.beside.rows(*HEIGHTS)
        self.edges = self.all_edges()
        drawn = {l: self.hero.column(l).indices for l in self.layers}
        shown = [self.weights_of(l) for l in self.layers]
        shown += [self.trace.reading(f"b{l}", 0).take(drawn[l]) for l in self.layers]
        scale = Scale.fit([self.trace.reading("line/w")], 1)
        fields = dial_fields(shown, scale, self.theme, **lower.inset(gap.hair).sides, most=LARGEST)
        self.weight_dials, self.bias_dials = fields[: self.trace.L], fields[self.trace.L :]
        self.added: list[Mobject] = []

    @beat("D3")
    def every_weight(self) -> None:
        """Draw all edges layer by layer, and beside the network a dial for each."""
        hero, terms = self.hero, self.products()
        hero.over_the_edges(*self.edges.values())
        for l in self.layers:
            grey = hero.edges(l).animate.set_level(0)
            coming = self.come(self.weight_dials[l - 1], *terms[l - 1 : l])
            time = "fade" if self.trace.L > QUICK else "move"
            self.move(self.edges[l].draw_forward(), grey, coming, time=time, still=False)
        self.move(self.come(self.number("weights")), time="fade", still=False)

    @beat
    def every_bias(self) -> None:
        """Ring every neuron that has a bias, add their dials, and write how many there are in all."""
        hero = self.hero
        rings = VGroup(*[rim(hero.network, l, j) for l in self.layers for j in hero.column(l).indices])
        rings.set_color(self.theme.of("ink"))
        self.move(FadeIn(rings), self.come(*self.bias_dials, self.number("biases")), still=False)
        self.move(FadeOut(rings), self.come(self.number("count")), still=False)

    @beat
    def one_of_them(self) -> None:
        """Find one of the dials, and take it to its edge."""
        hero, trace = self.hero, self.trace
        l, j, k = trace["line/place"].tolist()
        hero.with_dial(trace.reading(f"W{l}", 0, j, k))
        dial = hero.dial
        hero.remove(dial)
        sources = hero.column(l - 1).indices if l - 1 in hero.network.columns else range(trace.sizes[0])
        place, radius = self.weight_dials[l - 1].dial_at(hero.column(l).indices.index(j), list(sources).index(k))
        found, smaller = dial.dial.copy(), radius / (dial.dial.rim.width / 2)
        for part in found.scale(smaller).move_to(place):
            part.set_stroke(self.theme.of("focus"), BOLD * smaller * part.get_stroke_width())
        x, y, _ = place
        across, up = (2 * radius * many for many in AROUND)
        faint = [edges.animate.set_opacity(level.back).build() for edges in self.edges.values()]
        self.look_at(Zone(x - across, x + across, y - up, y + up), time="slow", still=False)
        self.move(FadeIn(found), time="fade")
        self.look_back(time="slow", still=False)
        self.move(ReplacementTransform(found, dial.dial), *faint, still=False)
        self.move(FadeIn(dial.way, dial.edge, dial.number), time="fade", still=False)
        self.added += [dial]

    def hand_over(self) -> None:
        """Let all go that was added, and the edges come back as they were."""
        self.hero.network.remove(*self.edges.values())
        back = [edges.animate.set_level(RESTING) for edges in self.hero.network.edges.values()]
        self.move(FadeOut(Group(*self.added, *self.edges.values())), *back, time="fade", still=False)

    # --- pictures -----------------------------------------------------------------------

    def come(self, *parts: Mobject) -> FadeIn:
        """Return the animation that lets parts appear that will leave again at the end."""
        self.added += parts
        return FadeIn(*parts)

    def weights_of(self, l: int) -> Reading:
        """Return the weights between what is drawn of two layers, from every pixel of an image."""
        return self.hero.network.whole_layer(l, self.trace.reading(f"W{l}", 0))[0]

    def all_edges(self) -> dict[int, AllEdges]:
        """Return every edge between what is drawn, grey, on the scale of the network's own."""
        network = self.hero.network
        power = legible_power([self.weights_of(l) for l in self.layers], network.edge_scale, self.hero.room.height)
        found = {l: network.whole_layer(l, self.trace.reading(f"W{l}", 0)) for l in self.layers}
        scale = network.edge_scale
        return {l: AllEdges(*one, scale, self.theme, power, grey=True) for l, one in found.items()}

    def products(self) -> list[Formula]:
        """Return the number of weights between two layers, over each gap; none if they have no room."""
        terms = []
        for l in self.layers:
            numbers = {name: (neurons_of(self.trace, at), ",.0f") for name, at in (("k", l - 1), ("j", l))}
            term = Formula("<k> times <j>", self.theme, numbers=numbers, size="small", role="dim")
            before, after = (self.hero.network.layer(at) for at in (l - 1, l))
            middle = (float(before.get_right()[0]) + float(after.get_left()[0])) / 2
            terms.append(term.move_to((middle, 0, 0)).stand_on(self.hero.heading))
        apart = all(two.get_left()[0] - one.get_right()[0] > gap.small for one, two in pairwise(terms))
        return terms if apart else []

    def number(self, name: str) -> VGroup:
        """Return a number of the count, and under it what it is."""
        zone = dict(zip(TERMS, self.upper.columns(*[1] * len(TERMS)), strict=True))[name]
        counted = {"weights": weights, "biases": biases, "count": parameters}[name](self.trace)
        number = Formula(TERMS[name], self.theme, numbers={"n": (counted, ",.0f")})
        said = Spoken(self.phrase(name), self.theme, size="small", role="dim")
        return VGroup(zone.stand(number, zone.y), zone.stand(said, zone.y - gap.line))
