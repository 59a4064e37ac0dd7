"""The computation tree: what is made of what, from the weight down to the cost."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from manim import Animation, Line, VGroup

from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula

GAP = 0.3  # scene units that a line stops short of a symbol


class ComputationTree(VGroup):
    """Symbols at given places, joined by lines from what goes in to what comes out.

    Parameters
    ----------
    symbols
        Name of each node and its Typst mathematics.
    places
        Where each node stands.
    links
        Pairs (from, to) of node names.
    roles
        Colours of nodes that are not ink.
    gap
        Scene units that a line stops short of a symbol.
    """

    def __init__(
        self,
        symbols: dict[str, str],
        places: dict[str, tuple[float, float]],
        links: list[tuple[str, str]],
        theme: Theme,
        roles: dict[str, str] | None = None,
        gap: float = GAP,
    ) -> None:
        super().__init__()
        roles, self._gap = roles or {}, gap
        self.theme = theme
        self._nodes = {
            name: Formula(code, theme, role=roles.get(name, "ink")).move_to((*places[name], 0))
            for name, code in symbols.items()
        }
        self._links = {link: self._line(*link) for link in links}
        self.add(*self._links.values(), *self._nodes.values())

    def node(self, name: str) -> Formula:
        """Return a node by name."""
        return self._nodes[name]

    def link(self, start: str, end: str) -> Line:
        """Return the line between two nodes."""
        return self._links[start, end]

    def inputs_of(self, name: str) -> VGroup:
        """Return a node with the lines that lead into it."""
        lines = [line for (_, end), line in self._links.items() if end == name]
        return VGroup(*lines, self._nodes[name])

    def flash(self, start: str, end: str) -> Animation:
        """Return the animation that lights up a line as the words pass it."""
        return self.link(start, end).animate.set_color(self.theme.of("focus")).build()

    def place(self, places: Mapping[str, tuple[float, float]]) -> ComputationTree:
        """Let some nodes stand elsewhere, and the lines between them along."""
        for name, place in places.items():
            self._nodes[name].move_to((*place, 0))
        for line, ends in self._moved(places):
            line.put_start_and_end_on(*ends)
        return self

    def rearrange(self, places: Mapping[str, tuple[float, float]]) -> list[Animation]:
        """Return the animations that move some nodes elsewhere, and the lines between them along."""
        nodes = [self._nodes[name].animate.move_to((*place, 0)).build() for name, place in places.items()]
        lines = [line.animate.put_start_and_end_on(*ends).build() for line, ends in self._moved(places)]
        return [*nodes, *lines]

    def _moved(self, places: Mapping[str, tuple[float, float]]) -> list[tuple[Line, tuple[np.ndarray, np.ndarray]]]:
        """Return the lines between nodes of other places, and where each will start and end."""
        ends = {name: np.array([*place, 0.0]) for name, place in places.items()}
        held = [link for link in self._links if ends.keys() >= set(link)]
        return [(self._links[one, two], self._between(ends[one], ends[two])) for one, two in held]

    def _line(self, start: str, end: str) -> Line:
        one, two = self._between(*(self._nodes[name].get_center() for name in (start, end)))
        return Line(one, two, stroke_width=2, color=self.theme.of("dim"))

    def _between(self, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return where a line from one symbol to another starts and ends, short of both."""
        way = (end - start) / np.linalg.norm(end - start)
        return start + self._gap * way, end - self._gap * way
