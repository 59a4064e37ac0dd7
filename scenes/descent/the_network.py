"""What a network is: pixels are numbers, numbers are activations, and layer decides layer up to an answer (D1)."""

from __future__ import annotations

from manim import LEFT, RIGHT, UP, AnimationGroup, Group, LaggedStart, Line, Rectangle, VGroup

from netsim import Trace
from netsim.figures.examples import brightness
from netsim.figures.network import hidden_layers, hidden_sizes, neurons_of
from netsim.figures.outcomes import last_answer
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.network.digit import InputImage, written
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.network.neuron import Neuron
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import number_column, spec_for
from scenes.parts.selection import activations, highest, network_shape, telling_patch
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

TOP, HEAD = 2.05, 2.35  # upper end of the columns; the line that the names of layers stand on
LARGE, MIDDLE = 4.4, 0.0  # of the image as the film opens: its side, the height of its middle
LARGEST = 1.8  # how many times larger numbers that are no image stand there
SIDE, LEFT_OF, RIGHT_OF = 4.1, -3.3, 3.0  # of image and patch side by side: sides and middles
ROUND = 0.44  # radius of a neuron in the place of a pixel, as a share of its side
PATCH = 6  # pixels of a side of the patch at most
VALUES = STAGE.right - 0.35  # right edge of the outputs' activations
QUICK = 4  # from so many layers on each is quicker


class TheNetwork(TraceScene):
    """An image, its pixels as numbers, these as the first layer, and a forward pass through the trained network."""

    chapter = "descent"

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        last = len(trace.steps) - 1
        outputs = trace.reading(f"a{trace.L}", last, 0)
        brightest = highest(outputs)
        return {
            **super().facts(trace),
            **{f"neurons_{l}": neurons_of(trace, l) for l in range(1, trace.L)},
            "brightness": brightness(trace),
            "hidden": hidden_layers(trace),
            "hidden_sizes": hidden_sizes(trace),
            "updates": trace.reading("steps", last),
            "answer": last_answer(trace),
            "brightest": class_name(trace, brightest),
            "a_brightest": outputs[brightest],
        }

    def setup(self) -> None:
        trace = self.trace
        self.t = len(trace.steps) - 1
        self.network = NetworkDiagram(
            network_shape(trace, self.t, 0),
            activations(trace, self.t, 0),
            self.theme,
            self.words,
            left=STAGE.left + (0 if trace.image_shape else 0.95),
            right=VALUES - 0.65,
            bottom=STAGE.picture.bottom,
            top=TOP,
        ).connect({l: trace.reading(f"W{l}", self.t) for l in range(1, trace.L + 1)})
        self.source = self.network.light_input()
        self.home = self.source.get_center()
        self.beside = VGroup() if trace.image_shape else self.inputs()

    @beat("D1")
    def the_example(self) -> None:
        """Show the example large: an image, or its numbers."""
        image = self.network.image
        if image is None:
            both = Group(self.beside, self.source)
            self.home, self.enlargement = both.get_center(), min(LARGEST, LARGE / float(both.height))
            both.scale(self.enlargement).move_to((0, MIDDLE, 0))
            self.enter(self.beside)
        else:
            self.small = float(image.height)
            self.enter(image.scale(LARGE / max(image.height, image.width)).move_to((0, MIDDLE, 0)))

    @beat
    def the_numbers(self) -> None:
        """Enlarge a part of the image and write its numbers; give each number of a row its neuron."""
        image = self.network.image
        if image is None:
            self.move(FadeIn(self.source))
            return
        self.move(image.animate.scale(SIDE / max(image.height, image.width)).move_to((LEFT_OF, MIDDLE, 0)), still=False)
        window, rays, self.pixels, values = self.patch(image)
        self.move(FadeIn(window), time="fade", still=False)
        self.move(FadeIn(rays, self.pixels))
        self.move(FadeIn(values))
        self.enlarged = Group(window, rays, self.pixels, values)

    @beat
    def the_first_layer(self) -> None:
        """Let the pixels become neurons; shrink a row to the first layer."""
        if self.network.image is None:
            both = Group(self.beside, self.source)
            self.move(both.animate.scale(1 / self.enlargement).move_to(self.home))
            self.heads = VGroup(self.head(0))
            self.move(FadeIn(self.heads))
            return
        window, rays, patch, values = self.enlarged
        neurons = self.neurons_of(self.pixels)
        self.move(FadeOut(patch), FadeIn(neurons), time="slow")
        self.enlarged = Group(window, rays, neurons, values)

    @beat
    def layer_by_layer(self) -> None:
        """Draw the edges, and let layer after layer light up."""
        network, layers, image = self.network, range(1, self.trace.L + 1), self.network.image
        if image is not None:
            self.heads = VGroup(Formula("a^((0))", self.theme, role="dim", size="small"))
            self.leave(self.enlarged)
            self.move(image.animate.scale(self.small / image.height).move_to(self.home), time="move", still=False)
            self.heads.next_to(image, UP, 0.15)
        dark = [FadeIn(network.columns[l]) for l in layers]
        drawn = [network.edges[l].draw_forward() for l in layers]
        self.move(*dark, LaggedStart(*drawn, lag_ratio=0.3), FadeIn(self.heads), time="slow", still=False)
        for l in layers:
            lights = AnimationGroup(*network.light(l), FadeIn(self.head(l)))
            passed = LaggedStart(network.edges[l].pass_forward(), lights, lag_ratio=0.6)
            self.move(passed, time="move" if self.trace.L < QUICK else "fade", still=False)

    @beat
    def the_answer(self) -> None:
        """Write the outputs and mark the largest."""
        network, last = self.network, self.trace.L
        outputs = self.trace.reading(f"a{last}", self.t, 0)
        rows = network.columns[last].indices
        heights = [float(network.neuron(last, j).get_y()) for j in rows]
        values = number_column([outputs[j] for j in rows], heights, VALUES, self.theme, spec=".2f", role="ink")
        quiet = [edges.animate.set_level(0.4) for edges in network.edges.values()]
        self.move(FadeIn(network.names, values), *quiet)
        loudest = highest(outputs)
        focus = self.theme.of("focus")
        self.move(
            network.class_name(loudest).animate.set_color(focus),
            network.neuron(last, loudest).animate.set_stroke(focus, width=4),
            values[rows.index(loudest)].animate.set_color(focus),
        )

    def head(self, l: int) -> Formula:
        """Return the name of a layer's activations, over its column."""
        name = Formula(f"a^(({l}))", self.theme, role="dim", size="small")
        return name.move_to((self.network.columns[l].neurons.get_x(), 0, 0)).stand_on(HEAD)

    def inputs(self) -> VGroup:
        """Return the numbers that go in, beside their neurons."""
        column, x = self.network.columns[0], self.trace.reading("x", 0)
        heights = [float(neuron.get_y()) for neuron in column.neurons]
        right = float(column.neurons.get_left()[0]) - 0.15
        shown = [x[k] for k in column.indices]
        return number_column(shown, heights, right, self.theme, spec=spec_for(shown, 2, sign=""), role="ink")

    def neurons_of(self, patch: InputImage) -> VGroup:
        """Return a neuron in the place of each pixel."""
        neurons = VGroup()
        for i, shown in enumerate(patch.reading or ()):
            neuron = Neuron(ROUND * patch.picture.width / patch.grid[1], patch.span, self.theme)
            neurons.add(neuron.set_reading(shown).move_to(patch.pixel(i)))
        return neurons

    def patch(self, image: InputImage) -> tuple[Rectangle, VGroup, InputImage, VGroup]:
        """Return a part of the image enlarged: its frame in the image, two rays, the enlargement, its numbers."""
        theme, x = self.theme, self.trace.reading("x", 0)
        rows, columns = telling_patch(self.trace["x"][0], image.grid, PATCH)
        ks = [row * image.grid[1] + column for row in rows for column in columns]
        side = image.picture.width / image.grid[1]
        window = Rectangle(width=side * len(columns), height=side * len(rows), stroke_width=3, color=theme.of("focus"))
        window.move_to((image.pixel(ks[0]) + image.pixel(ks[-1])) / 2)
        patch = InputImage(x.take(ks), (len(rows), len(columns)), theme, SIDE, image.span).move_to(
            (RIGHT_OF, MIDDLE, 0)
        )
        rays = VGroup(
            *[Line(window.get_corner(RIGHT + way), patch.get_corner(LEFT + way), stroke_width=1.5) for way in (UP, -UP)]
        )
        values = written(patch, ".2f").set_z_index(1)  # what it stands on is changed under it
        return window, rays.set_color(theme.of("focus")), patch, values
