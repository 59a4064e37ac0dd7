"""The chain's last link opens, what it is made of stands apart in a row; and the whole chain, opened, closes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain as flat

from manim import LEFT, Animation, Group, Mobject, Transform, smooth, squish_rate_func

from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.link.row import LAST, LinkRow

LEAVES, COMES = (0, 1 / 2), (2 / 3, 1)  # shares of the time in which what is not of the link leaves, what is new comes


def opened(chain: StandingChain, row: LinkRow, symbols: Mapping[str, Mobject]) -> list[Animation]:
    """Return the animations in which the last link of a chain becomes the things of a row; the links before it leave.

    So do symbols that stand at it. When they are over, the row's things and symbols take their place.
    """
    things, neurons = row.things, chain.neurons
    output = neurons[LAST]
    glides: list[tuple[Mobject, Mobject]] = [
        (neurons[LAST - 1], things.neurons[f"a{LAST - 1}"]),
        (output.outline, things.capsules[LAST]),
        (output.circle, things.neurons[f"a{LAST}"]),
        (chain.edges[LAST], things.edges[LAST]),
        (chain.biases[LAST], things.biases[LAST]),
        (chain.ways[0], things.links[f"a{LAST}", "C"]),
        (chain.ways[1], things.links["y", "C"]),
        (chain.target, things.neurons["y"]),
        (chain.C, row.symbols["C"]),
        *[(symbol, row.symbols[name]) for name, symbol in symbols.items()],
    ]
    before = Group(*flat(neurons[:1], *(chain.link(l) for l in range(1, LAST))))
    before.remove(neurons[LAST - 1])
    inner = Group(output.value, chain.weights[LAST], chain.cost)
    early, late = (squish_rate_func(smooth, *part) for part in (LEAVES, COMES))
    return [
        FadeOut(before, shift=gap.large * LEFT, rate_func=early),
        FadeOut(inner, rate_func=early),
        *[Transform(start, end) for start, end in glides],
        FadeIn(things.cost, things.links[f"b{LAST}", f"z{LAST}"], rate_func=late),
    ]


def closed(row: LinkRow, chain: StandingChain) -> list[Animation]:
    """Return the animations in which the things of the whole chain, opened, become the chain again.

    When they are over, the chain takes the place of the row.
    """
    things, layers = row.things, range(1, LAST + 1)
    glides: list[tuple[Mobject, Mobject]] = [
        (things.neurons["a0"], chain.neurons[0]),
        *[(things.edges[l], chain.edges[l]) for l in layers],
        *[(things.capsules[l], chain.neurons[l].outline) for l in layers],
        *[(things.neurons[f"a{l}"], chain.neurons[l].circle) for l in layers],
        *[(things.biases[l], chain.biases[l]) for l in layers],
        (things.links[f"a{LAST}", "C"], chain.ways[0]),
        (things.links["y", "C"], chain.ways[1]),
        (things.neurons["y"], chain.target),
        (row.symbols["C"], chain.C),
    ]
    kept = row.symbols["C"]
    symbols = [symbol for symbol in row.symbols.values() if symbol is not kept]
    links = [things.links[f"b{l}", f"z{l}"] for l in layers]
    leaving = [*symbols, row.under, row.thread, *row.lines.values(), things.cost, *links, *things.squashes.values()]
    coming = [*[neuron.value for neuron in chain.neurons[1:]], *chain.weights.values(), chain.cost]
    early, late = (squish_rate_func(smooth, *part) for part in (LEAVES, COMES))
    return [
        FadeOut(*leaving, rate_func=early),
        *[Transform(start, end) for start, end in glides],
        FadeIn(*coming, rate_func=late),
    ]
