"""What is told: the scenes and beats that a lesson's [story] chooses from all there are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from netsim.border.nearest import nearest
from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import Lesson
from scenes.lesson.sections import Story
from scenes.stage.beats import Beat
from scenes.stage.chapters import CHAPTERS
from scenes.stage.stage import TraceScene
from scenes.story.outline import outlined
from scenes.story.own_scenes import OwnSceneError, scenes_in, with_own
from scenes.story.story import all_scenes, told_in_short

ALL = "all"  # what a story calls all chapters together

Scenes = Sequence[type[TraceScene]]
Place = tuple[type[TraceScene], str]


class StoryError(ValueError):
    """A story that cannot be told; its text is one sentence."""


@dataclass(frozen=True)
class Part:
    """A scene of a lesson, and which of its beats are told; None for all of them."""

    scene: type[TraceScene]
    told: frozenset[str] | None

    @property
    def beats(self) -> tuple[Beat, ...]:
        """The beats that are told, in order."""
        return tuple(beat for beat in self.scene.beats() if self.told is None or beat.name in self.told)


def told(lesson: Lesson) -> tuple[Part, ...]:
    """Return the scenes that a lesson tells, in the story's order, and which of their beats.

    Only of a lesson that is drawn is its own file of scenes run; otherwise stand-ins tell what it says.

    Raises
    ------
    LessonError
        If [story] names something that is not there or tells nothing, or its file of scenes cannot be used.
    """
    try:
        return _chosen(lesson.story, _scenes(lesson))
    except (StoryError, OwnSceneError) as error:
        raise LessonError(f"{lesson.path}: {error}") from None


def named(lesson: Lesson) -> list[set[Place]]:
    """Return for each scene and beat that a lesson's story names the beats that this means; call `told` first."""
    names, story = _names(_scenes(lesson)), lesson.story
    return [
        _found(key, [wanted], {name: places for name, (kind, places) in names.items() if kind == key})
        for key in ("scenes", "beats")
        for wanted in getattr(story, key)
    ]


def only(lesson: Lesson, name: str) -> Lesson:
    """Return a lesson of which one thing is told: a chapter, a scene, an idea (N4) or a beat (Sensitivity.two_weights).

    Raises
    ------
    LessonError
        If the story has nothing of that name.
    """
    try:
        everything = _names(_scenes(lesson))
        known = _spelt(name, {name: places for name, (_, places) in everything.items()}, repr(name))
    except (StoryError, OwnSceneError) as error:
        raise LessonError(f"{lesson.path}: {error}") from None
    chosen = {"chapters": (), "scenes": (), "beats": (), "leave_out": ()} | {everything[known][0]: (known,)}
    return replace(lesson, story=lesson.story.model_copy(update=chosen))


def _scenes(lesson: Lesson) -> Scenes:
    """Return all scenes that a lesson can tell, with those of its own file."""
    scenes, story = all_scenes(), lesson.story
    if story.scenes_file:
        path = lesson.beside(story.scenes_file)
        scenes = with_own(scenes, scenes_in(path) if lesson.drawn else outlined(path, scenes))
    return _opened(scenes, story.opens) if story.opens else scenes


def _opened(scenes: Scenes, name: str) -> Scenes:
    """Return the scenes with one of them before all others of its chapter."""
    by_name = {known: scene for scene in scenes for known in known_as(scene)}
    first = by_name[_spelt(name, by_name, f"story.opens = {name!r}")]
    others = [scene for scene in scenes if scene is not first]
    place = next((i for i, scene in enumerate(others) if scene.chapter == first.chapter), len(others))
    return (*others[:place], first, *others[place:])


def _chosen(story: Story, scenes: Scenes) -> tuple[Part, ...]:
    """Choose from the scenes what a story tells; of one that chooses nothing, the short film.

    The order is that of the scenes, unless the story lists some: then it is the list's.
    """
    all_beats = {scene: [beat.name for beat in scene.beats()] for scene in scenes}
    offered = all_beats if story.chooses else {scene: told_in_short(scene) for scene in scenes}
    left = {(scene, name) for scene, names in offered.items() for name in names}
    everything = _names(scenes)
    for key in ("chapters", "scenes", "beats"):
        chosen = getattr(story, key)
        if chosen:
            left &= _found(key, chosen, {n: p for n, (kind, p) in everything.items() if kind == key})
    if story.leave_out:
        left -= _found("leave_out", story.leave_out, {name: places for name, (_, places) in everything.items()})
    if not left:
        raise StoryError("[story] leaves nothing to tell; choose more chapters, scenes or beats, or leave out less.")
    if story.scenes:
        known = {name.lower(): scene for scene in scenes for name in known_as(scene)}
        scenes = list(dict.fromkeys(known[name.lower()] for name in story.scenes))
    parts = []
    for scene in scenes:
        names = frozenset(name for of, name in left if of is scene)
        if names:
            parts.append(Part(scene, None if len(names) == len(scene.beats()) else names))
    return tuple(parts)


def _names(scenes: Scenes) -> dict[str, tuple[str, set[Place]]]:
    """Say which beats each name means, and as which key's value it may stand."""
    names: dict[str, tuple[str, set[Place]]] = {chapter: ("chapters", set()) for chapter in (ALL, *CHAPTERS)}
    for scene in scenes:
        places = {(scene, beat.name) for beat in scene.beats()}
        for chapter in (ALL, scene.chapter):
            names.setdefault(chapter, ("chapters", set()))[1].update(places)
        for known in known_as(scene):
            names[known] = ("scenes", places)
            names |= {f"{known}.{beat.name}": ("beats", {(scene, beat.name)}) for beat in scene.beats()}
        for beat in scene.beats():
            if beat.id:
                names.setdefault(beat.id, ("beats", set()))[1].add((scene, beat.name))
    return names


def known_as(scene: type[TraceScene]) -> list[str]:
    """Return a scene's name, after those of the scenes that it replaces."""
    bases = [base.__name__ for base in scene.__mro__ if base is not TraceScene and issubclass(base, TraceScene)]
    return bases[::-1] or [scene.__name__]


def _found(key: str, wanted: Sequence[str], names: dict[str, set[Place]]) -> set[Place]:
    """Return the beats that names mean; case does not matter."""
    found: set[Place] = set()
    for i, name in enumerate(wanted):
        found |= names[_spelt(name, names, f"story.{key}[{i}] = {name!r}")]
    return found


def _spelt(name: str, names: Collection[str], where: str) -> str:
    """Return a name as it is spelt among others, whatever the case of its letters."""
    spelt = {known.lower(): known for known in names}
    if name.lower() not in spelt:
        near = nearest(name, names)
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(names)}"
        raise StoryError(f"{where}: the story has nothing of that name ({hint}).")
    return spelt[name.lower()]
