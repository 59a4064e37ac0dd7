"""The computation tree: what is made of what, from the weight down to the cost."""

from __future__ import annotations

import numpy as np
from manim import Animation, Line, VGroup

from scenes.mobjects.formula import Formula
from scenes.theme import Theme

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
    """

    def __init__(
        self,
        symbols: dict[str, str],
        places: dict[str, tuple[float, float]],
        links: list[tuple[str, str]],
        theme: Theme,
        roles: dict[str, str] | None = None,
    ) -> None:
        super().__init__()
        roles = roles or {}
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

    def _line(self, start: str, end: str) -> Line:
        one, two = (self._nodes[name].get_center() for name in (start, end))
        way = (two - one) / np.linalg.norm(two - one)
        return Line(one + GAP * way, two - GAP * way, stroke_width=2, color=self.theme.of("dim"))
