"""What is made of what in the opened chain: the strokes that lead into a thing, lit up one step backward at a time."""

from __future__ import annotations

from manim import Animation, Line, ShowPassingFlash, VMobject

from scenes.look.measures import stroke
from scenes.parts.calculus.link.row import LAST, LinkRow, role_of
from scenes.parts.calculus.link.things import Things

FLASH = 1 / 2  # share of a stroke that shines as light passes back along it


def made_of(things: Things, name: str) -> dict[str, VMobject]:
    """Return what a quantity is made of, each with the stroke that leads from it; nothing, if it is given."""
    if name == "C":
        return {part: things.links[part, name] for part in (f"a{LAST}", "y")}
    kind, l = name[0], name[1:]
    if kind == "a" and int(l) in things.capsules:
        return {f"z{l}": things.capsules[int(l)]}
    if kind == "z":
        edge = things.edges[int(l)]
        return {f"w{l}": edge, f"a{int(l) - 1}": edge, f"b{l}": things.links[f"b{l}", name]}
    return {}


class Lights:
    """What is lit up on a row, step by step backward: only the last step is spoken of.

    Parameters
    ----------
    row
        The opened chain.
    """

    def __init__(self, row: LinkRow) -> None:
        self.row, self.theme = row, row.theme
        self._lit: list[tuple[VMobject, str]] = []

    def into(self, name: str) -> list[Animation]:
        """Return the animations in which light passes back from a quantity to what it is made of, which is lit up."""
        row, parts = self.row, made_of(self.row.things, name)
        strokes = list(dict.fromkeys(parts.values()))
        shines = [ShowPassingFlash(self._way_back(name, each), time_width=FLASH) for each in strokes]
        off = self.off()
        capsules = row.things.capsules.values()
        self._lit = [(each, "ink" if each in capsules else "dim") for each in strokes]
        for part in parts:
            shown: list[VMobject] = [row.symbols[part]] if part in row.symbols else []
            if part in row.lines:
                shown += [row.lines[part].dot, row.lines[part].number]
            elif part[0] == "b":
                shown.append(row.things.biases[int(part[1:])])
            self._lit += [(each, role_of(part)) for each in shown]
        return [*off, *shines, *[self._coloured(picture, "focus") for picture, _ in self._lit]]

    def off(self) -> list[Animation]:
        """Return the animations in which all has its own colour again."""
        off = [self._coloured(picture, role) for picture, role in self._lit]
        self._lit = []
        return off

    def _coloured(self, picture: VMobject, role: str) -> Animation:
        """Return the animation that gives a stroke, letters or a dot the colour of a role."""
        colour, stroked = self.theme.of(role), not picture.submobjects and picture.get_stroke_width() > 0
        return (picture.animate.set_stroke(colour) if stroked else picture.animate.set_color(colour)).build()

    def _way_back(self, name: str, through: VMobject) -> Line:
        """Return the line along which light passes back through a stroke, or through the capsule of an activation."""
        things = self.row.things
        capsule = through in things.capsules.values()
        ends = (things.at(name), things.at(f"z{name[1:]}")) if capsule else (through.get_end(), through.get_start())
        return Line(*ends, stroke_width=stroke.strong, color=self.theme.of("focus"))
