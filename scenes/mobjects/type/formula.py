"""Formulas in Typst: parts by name, colours by role, numbers made from readings.

The source is Typst mathematics in which ``{{ … : name }}`` marks a part and ``<name>`` stands for
a number or for words; a number is filled in from its reading and is a part of that name too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from manim import Animation, Mobject, VGroup, VMobject

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.look.faces import Face
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.measured import Measured
from scenes.mobjects.type.number import spec_for
from scenes.mobjects.type.outlines import Mathematics
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.term import Term
from scenes.mobjects.type.typeset import STRUT, OnBaseline, lighten, markup, set_in
from scenes.words.sentence import equal

_FILLED = re.compile(r"<(\w+)>")
_PART = re.compile(r"\{\{\s*(.*?)\s*:\s*\w+\s*\}\}")


class Formula(Measured, VGroup, OnBaseline):
    """A formula whose parts are addressed by meaning.

    Parameters
    ----------
    source
        Typst mathematics with ``{{ … : name }}`` parts and ``<name>`` numbers and words.
    numbers
        For each ``<name>`` of a number its scalar reading and a format such as ``.3f``.
    words
        For each ``<name>`` of words what they say.
    roles
        Colours of parts; the rest has the colour ``role``.
    size
        ``title``, ``body`` or ``small``.

    Attributes
    ----------
    source
        Typst mathematics of the whole formula, its numbers put in.
    """

    def __init__(
        self,
        source: str,
        theme: Theme,
        *,
        numbers: Mapping[str, tuple[Reading, str]] | None = None,
        words: Mapping[str, str] | None = None,
        roles: Mapping[str, str] | None = None,
        role: str = "ink",
        size: str = "body",
    ) -> None:
        numbers, face = numbers or {}, theme.face
        texts = {name: theme.manner.number(format(reading, spec)) for name, (reading, spec) in numbers.items()}
        filled = {name: f"{{{{ {_digits(text, face)} : {name} }}}}" for name, text in texts.items()}
        filled |= {name: f"#text(font: {face.code})[{markup(said, theme)}]" for name, said in (words or {}).items()}
        code = _FILLED.sub(lambda mark: filled[mark[1]], source)
        typeset = Mathematics(
            f'upright("{STRUT}") {code}',
            font_size=getattr(theme.size, size),
            color=theme.of(role),
            **set_in(face),
        )
        self.theme = theme
        self.source = unmarked(code)
        strut, *glyphs = lighten(typeset)
        for glyph in glyphs:
            glyph.__dict__["formula"] = self.source  # a formula may come on stage part by part
        self._parts: dict[str, VGroup] = {}
        for name in dict.fromkeys(re.findall(r":\s*(\w+)\s*\}\}", code)):
            part = typeset.select(name)
            term = name in numbers
            self._parts[name] = Term(part, numbers[name][0], texts[name], face, theme.manner) if term else part
        terms = [part for part in self._parts.values() if isinstance(part, Term)]
        held = {id(glyph) for term in terms for glyph in term}
        loose = [glyph for glyph in glyphs if id(glyph) not in held]
        super().__init__(*loose, *terms)
        self.find_baseline(strut, getattr(theme.size, size))
        self.center()
        for name, colour in (roles or {}).items():
            self[name].set_color(theme.of(colour))

    def __getitem__(self, name: str) -> VGroup:  # type: ignore[override]
        """Return a part by name."""
        return self._parts[name]

    def rest(self, *names: str) -> VGroup:
        """Return all but the named parts."""
        held = {id(glyph) for name in names for glyph in self._parts[name].get_family()}
        glyphs = [g for g in self.get_family() if isinstance(g, VMobject) and len(g.points) and id(g) not in held]
        return VGroup(*glyphs)

    def paint(self, role: str, *names: str) -> Animation:
        """Return the animation that gives some parts the colour of a role."""
        parts = VGroup(*[self._parts[name] for name in names])
        return parts.animate.set_color(self.theme.of(role)).build()


def unmarked(code: str) -> str:
    """Return a formula's code without the marks of its parts; beside a fraction stroke a part stays whole."""

    def part(mark: re.Match[str]) -> str:
        beside = code[: mark.start()].rstrip().endswith("/") or code[mark.end() :].lstrip().startswith("/")
        return f"({mark[1]})" if beside else mark[1]

    return _PART.sub(part, code)


def _digits(text: str, face: Face) -> str:
    """Return Typst code of a number, in the digits of every other number on screen."""
    return f'#text(font: "{face.words}", "{text}")'


def scale_note(scale: Scale, theme: Theme, what: str, decimals: int = 2) -> Spoken:
    """Return the line that states a scale: what its longest drawing stands for."""
    longest = equal(what, scale.source, spec_for([scale.source], decimals, sign=""))
    return Spoken(longest, theme, role="dim", size="small")


def cost_said(said: str, theme: Theme) -> Formula:
    """Return C in its colour, and after it what is said of it in a note."""
    source = "{{ C : cost }} med <said>"
    return Formula(source, theme, words={"said": said}, roles={"cost": "cost"}, role="dim", size="small")


def fly(part: VMobject, source: Mobject) -> Animation:
    """Return the animation in which a term flies into a formula from the thing that it names."""
    return FadeIn(part, target_position=source.get_center())
