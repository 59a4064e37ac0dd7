"""Keys: what a piece is kept under follows from everything that its frames follow from, but for the trace."""

from __future__ import annotations

import platform
from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from scenes.look.imprint import UNSIGNED, Imprint
from scenes.look.roles import Times
from scenes.look.theme import Theme
from scenes.stage.beats import up_to_the_last
from scenes.stage.heard.voice import Voice
from scenes.stage.speaking import Speaking
from scenes.stage.stage import END, TraceScene
from scenes.story.own_scenes import address
from scenes.studio.digests import content_digest, digest_of
from scenes.studio.film.clips.encoders import SOFTWARE, encoder_named
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.pieces.shot import Piece, Said, Shot
from scenes.studio.film.pieces.sources import OURS, Source
from scenes.words.messages import Messages

# What decides how a frame looks, beside the scene's own source: the libraries, and how workers film.
DRAWN_BY = ("manim", "numpy", "pycairo", "manimpango", "typst", "av", "pillow", "numba")
FILMING = 5


def shot_of(
    scene: type[TraceScene],
    trace: Path,
    quality: Quality,
    words: Messages,
    *,
    captions: bool = True,
    theme: str = "dark",
    scale: float = 1.0,
    pace: float = 1.0,
    told: Collection[str] | None = None,
    after: type[TraceScene] | None = None,
    leads_on: bool = False,
    file: str = "",
    voice: Mapping[str, Voice] | None = None,
    encoder: str = SOFTWARE,
    imprint: Imprint = UNSIGNED,
) -> Shot:
    """Make the shot of a scene, with the keys of its pieces.

    Parameters
    ----------
    words, file
        What is said, and the lesson's own file in it, "" if it has none.
    voice
        What is heard of each beat, by its name.
    imprint
        Whose the film is.
    after, leads_on
        The scene whose last picture it takes over, and whether its own is taken over.
    """
    shot = Shot(
        address(scene),
        trace,
        quality,
        captions=captions,
        theme=theme,
        scale=scale,
        pace=pace,
        told=None if told is None else tuple(sorted(told)),
        after="" if after is None else address(after),
        leads_on=leads_on,
        said=Said(words.source, file, words.digest(scene.messages(words))),
        voice=tuple((voice or {}).items()),
        encoder=encoder,
        imprint=imprint,
    )
    return replace(shot, pieces=tuple(_pieces(shot, scene, words, after)))


def _pieces(shot: Shot, scene: type[TraceScene], words: Messages, after: type[TraceScene] | None) -> list[Piece]:
    """List what a shot is filmed in; each key follows from its beat and those before, and none after."""
    look = Theme.load(shot.theme).at_scale(shot.scale)
    told_in = look.at_pace(shot.pace).in_manner(words.manner)
    time = told_in.time
    filming = (FILMING, asdict(encoder_named(shot.encoder)), platform.machine(), _versions())
    spoken = (words.language, asdict(told_in.manner), asdict(told_in.face))
    signed = (shot.imprint.digest, shot.imprint.name, shot.imprint.footer)
    way = (asdict(shot.quality), shot.captions, asdict(look) | {"name": "", "imprint": signed}, shot.pace, *spoken)
    lineage = [base for base in scene.__mro__ if issubclass(base, Speaking)]
    source = Source(shot.scene, lineage)
    beats = scene.beats()
    sentences = {f"{base.__name__}-{beat.name}": beat.name for base in lineage for beat in beats}
    happening = up_to_the_last(beats, shot.told)
    pieces: list[Piece] = []
    for i, (name, is_told) in enumerate([*((beat.name, told) for beat, told in happening), (END, True)]):
        if not is_told:
            continue
        so_far = happening[: i + 1]
        heard = {beat.name for beat, told in so_far if told}
        said = words.digest(m for m in scene.messages(words) if m not in sentences or sentences[m] in heard)
        later = {beat.name for beat in beats} - {beat.name for beat, _ in so_far}
        story = [(beat.name, beat.id, beat.picture, told) for beat, told in so_far]
        aloud = [asdict(voice) | {"file": content_digest(voice.file)} for beat, voice in shot.voice if beat in heard]
        joins = () if pieces else _joined(shot, after)
        joins += (shot.leads_on,) if name == END else ()
        made_of = (shot.name, name, story, said, source.key(later), way, filming, joins, aloud)
        key = digest_of(made_of, 16)
        pieces.append(Piece(name, key, i, _seconds(shot, scene, name, words, time)))
    return pieces


def _joined(shot: Shot, after: type[TraceScene] | None) -> tuple[object, ...]:
    """Return what the beginning of a scene follows from besides: the picture that it takes over, and its code."""
    if after is None or after.closes_with is None:
        return ()
    made_in = after.closes_with.__module__
    where = f"{made_in}:{after.closes_with.__qualname__}" if made_in.partition(".")[0] in OURS else shot.after
    return (where, Source(where).key())


@cache
def _versions() -> list[str]:
    return [f"{name} {version(name)}" for name in DRAWN_BY]


def _seconds(shot: Shot, scene: type[TraceScene], beat: str, words: Messages, time: Times) -> float:
    """Say how long a piece may last: as its voice does, or as it takes to read."""
    voice = dict(shot.voice).get(beat)
    if voice is not None:
        return voice.seconds + voice.breath
    letters = _letters(scene, beat, words)
    return letters / time.chars_per_second if letters else time.fade


def _letters(scene: type[TraceScene], beat: str, words: Messages) -> int:
    """Say how many letters a beat says, more or less: what a sentence chooses is not known without a trace."""
    message = scene.message_of(beat, words) if beat != END else ""
    if message:
        return words.letters(message)
    return next((len(one.template) for one in scene.beats() if one.name == beat), 0)
