"""What is misplaced on a stage: pictures that leave the frame, type that leaves its zone or overlaps other type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import cast

from manim import Group, MarkupText, Mobject, Text, Typst, VGroup, VMobject

from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.stage.imprinting import places
from scenes.stage.stage import TraceScene
from scenes.stage.zones import Zone

Box = tuple[float, float, float, float]
SLACK = 0.01
#: Type, ours and Manim's own.
TYPE = (Words, Spoken, Formula, Readout, Text, MarkupText, Typst)
LONGEST = 40  # letters of a line by which it is named


def box(mobject: Mobject) -> Box:
    """Return (left, bottom, right, top)."""
    points = mobject.get_all_points()
    low, high = points.min(axis=0), points.max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def visible(mobject: Mobject) -> bool:
    """Whether any part of a mobject can be seen."""
    parts = mobject.family_members_with_points()
    return any(part.get_fill_opacity() > 0.02 or part.get_stroke_opacity() > 0.02 for part in parts)


def texts(mobjects: list[Mobject]) -> list[Mobject]:
    """Return the lines of type among mobjects, whole: a number inside a formula is the formula's."""
    found: list[Mobject] = []
    for mobject in mobjects:
        if isinstance(mobject, TYPE):
            found += [mobject] if visible(mobject) else []
        else:
            found += texts(mobject.submobjects)
    return found


def beyond(inner: Box, zone: Zone) -> dict[str, float]:
    """Return by how much a box leaves a zone, for each side at which it does; {} if it lies in it."""
    sides = {
        "left": zone.left - inner[0],
        "bottom": zone.bottom - inner[1],
        "right": inner[2] - zone.right,
        "top": inner[3] - zone.top,
    }
    return {side: by for side, by in sides.items() if by > SLACK}


def overlap(one: Box, two: Box) -> float:
    """Return the shared extent of two boxes: the smaller of width and height, 0 if they are apart."""
    width = min(one[2], two[2]) - max(one[0], two[0])
    height = min(one[3], two[3]) - max(one[1], two[1])
    return max(0.0, min(width, height))


def name_of(mobject: Mobject) -> str:
    """Return what a line of type says."""
    about = mobject.__dict__
    said = next(
        (about[key] for key in ("sentence", "original_text", "text", "source", "typst_code") if about.get(key)), ""
    )
    return str(said) or type(mobject).__name__


class Seen:
    """How what stands on a scene's stage is seen in the frame now.

    Attributes
    ----------
    lines
        The lines of type of which anything is seen.
    """

    def __init__(self, scene: TraceScene) -> None:
        self._view, self._format, camera = scene.viewpoint, scene.format, scene.viewpoint.camera
        self._pinned = {part for whole in camera.pinned for part in whole.get_family()}
        self.away = camera.view != camera.home
        self.lines = [line for line in texts(scene.staged()) if self._meets_the_window(line)]

    def moves(self, mobject: Mobject) -> bool:
        """Whether a mobject is not where it is at home: the camera has moved, and it is not pinned."""
        return self.away and mobject not in self._pinned

    def box(self, mobject: Mobject) -> Box:
        """Return where a mobject is seen: (left, bottom, right, top)."""
        left, bottom, right, top = box(mobject)
        if not self.moves(mobject):
            return left, bottom, right, top
        zone = self._view.seen(Zone(left, right, bottom, top))
        return zone.left, zone.bottom, zone.right, zone.top

    def em(self, line: Mobject) -> float:
        """Return how large the type of a line is seen, in scene units at home."""
        return cast(Words, line).em * (self._view.zoom if self.moves(line) else 1.0)

    def _meets_the_window(self, line: Mobject) -> bool:
        across, stage = self._format.width / 2, self._format.stage
        return not self.moves(line) or overlap(self.box(line), (-across, stage.bottom, across, stage.top)) > SLACK


def misplaced(scene: TraceScene) -> list[str]:
    """Return a sentence for everything that leaves its zone, and for text that overlaps text, as they are seen.

    What the camera is near to may run over the frame, but for type. Lengths are in scene units, the frame is 8 high.
    """
    zones, seen = scene.format, Seen(scene)
    staged = {line: beyond(seen.box(line), zones.stage) for line in seen.lines}
    off = {line for line in seen.lines if not seen.moves(line) and beyond(box(line), zones.frame)}
    titles, captions = ({m: beyond(box(m), zone) for m in zone_of} for zone_of, zone in _zoned(scene))
    return [
        *_out_of_the_frame(scene, seen),
        *[
            f"{_called(line)} leaves the stage {_by(out)}; shorten it, set it smaller, or move it."
            for line, out in staged.items()
            if out and line not in off
        ],
        *[f"the title leaves its zone {_by(out)}; shorten it." for out in titles.values() if out],
        *[f"the caption leaves its zone {_by(out)}; shorten it." for out in captions.values() if out],
        *overlaps({line: seen.box(line) for line in seen.lines}),
        *overlaps({line: box(line) for line in scene.heading}),
        *_over_the_imprint(scene, seen),
    ]


def _over_the_imprint(scene: TraceScene, seen: Seen) -> Iterator[str]:
    """Say what stands where the logo or the footer does."""
    parts = [part for whole in scene.staged() for part in whole.family_members_with_points() if not seen.moves(part)]
    parts = [part for part in parts if not isinstance(part, VMobject) or visible(part)]
    for name, zone in places(scene.theme, scene.format).items():
        there = (zone.left, zone.bottom, zone.right, zone.top)
        for line in (*scene.heading, *scene.caption):
            if (by := overlap(box(line), there)) > SLACK:
                yield f"{_called(line)} overlaps the {name} by {by:.2f}; shorten it, or take a narrower {name}."
        if any(overlap(box(part), there) > SLACK for part in parts):
            yield f"a picture overlaps the {name}; move it, or make it smaller."


def _zoned(scene: TraceScene) -> tuple[tuple[Iterable[Mobject], Zone], ...]:
    """Return the title's lines and the caption's, each with the zone that it keeps to."""
    return (scene.heading, scene.format.title), (scene.caption, scene.format.caption)


def _out_of_the_frame(scene: TraceScene, seen: Seen) -> Iterator[str]:
    """Say once of each picture on stage that parts of it leave the frame, and how far the farthest does."""
    owners = {id(part): line for line in seen.lines for part in line.get_family()}
    farthest: dict[str, dict[str, float]] = {}
    for mobject in scene.staged():
        for part in mobject.family_members_with_points():
            out = {} if seen.moves(part) else beyond(box(part), scene.format.frame)
            if out:
                line = owners.get(id(part))
                name = _picture(part, mobject) if line is None else _called(line)
                farthest[name] = max(farthest.get(name, {}), out, key=lambda sides: max(sides.values(), default=0.0))
    for name, out in farthest.items():
        yield f"{name} leaves the frame {_by(out)}; move it, or make it smaller."


def _picture(part: Mobject, whole: Mobject) -> str:
    """Name a part of a picture."""
    names = [type(part).__name__, *([] if type(whole) in (type(part), Group, VGroup) else [type(whole).__name__])]
    return " of ".join(names)


def _by(out: Mapping[str, float]) -> str:
    """Say how far something leaves a zone: by 0.42 at the right."""
    return " and ".join(f"by {by:.2f} at the {side}" for side, by in out.items())


def overlaps(lines: Mapping[Mobject, Box]) -> list[str]:
    """Return a sentence for each pair of lines of type whose boxes overlap."""
    found = []
    for (one, at), (two, there) in combinations(lines.items(), 2):
        if (by := overlap(at, there)) > SLACK:
            place = f"by {by:.2f}, near {_middle(at, there)}"
            found.append(f"{_called(one)} overlaps {_called(two)} {place}; move one of them, or shorten it.")
    return found


def _middle(one: Box, two: Box) -> str:
    """Write down the middle of what two boxes share."""
    across, up = max(one[0], two[0]) + min(one[2], two[2]), max(one[1], two[1]) + min(one[3], two[3])
    return f"({across / 2:.1f}, {up / 2:.1f})"


def _called(line: Mobject) -> str:
    """Name a line of type in a sentence, by its first words."""
    said = " ".join(name_of(line).split())
    return repr(said if len(said) <= LONGEST else f"{said[:LONGEST].rstrip()}…")
