"""`nudge voice`: records what is said, beat by beat, and tells what is wrong with recordings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from scenes.commands.making.script import lines_of
from scenes.commands.options import choosing, drawing
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request

if TYPE_CHECKING:
    from scenes.studio.film.clips.sounds import Samples
    from scenes.studio.film.production import Production
    from scenes.studio.voice.microphone import Microphone
    from scenes.studio.voice.recordings import Recordings
    from scenes.studio.voice.script import Line
    from scenes.studio.voice.takes import State


@click.command()
@choosing
@click.option("--check", "only_check", is_flag=True, help="Only tell what is wrong, by exit code too.")
@click.option("--again", is_flag=True, help="Record also those beats anew that have a good recording.")
@drawing
def voice(only_check: bool, again: bool, **options: Any) -> None:
    """Record what is said, beat by beat, into the folder that the lesson names: [voice] folder = "voice".

    It tells which recordings are missing, say another sentence than their beat, are silent, cut off or clipped, shows
    the sentence of each of those and takes it. With --scene only those of a scene, which an idea of it names too, such
    as N4. A recording that there is goes into the folder "earlier" when there is a new one.
    """
    production = planned(Request(**options))
    recordings, states = _looked_at(production)
    wrong = [state for state in states if state.trouble]
    for state in wrong:
        click.echo(f"{state.line.cue}  {state.trouble}")
    for path, name in recordings.stray.items():
        click.echo(f"{path.name}  is of no beat" + (f": did you mean {name}?" if name else ""))
    click.echo(f"Voice      {recordings.folder}: {len(states) - len(wrong)} of {len(states)} recordings are good")
    if only_check:
        raise click.exceptions.Exit(1 if wrong else 0)
    if wrong or again:
        _record([state.line for state in (states if again else wrong)], recordings)


def _looked_at(production: Production) -> tuple[Recordings, list[State]]:
    """Find the recordings of what is told, and look at each."""
    from scenes.lesson.errors import LessonError
    from scenes.studio.voice.noted import note_new, older
    from scenes.studio.voice.spoken_in import recordings_in
    from scenes.studio.voice.takes import state_of

    lesson = production.lesson
    if not lesson.voice.folder:
        raise LessonError(
            f'{lesson.path}: [voice] names no folder for recordings, expected such a line as folder = "voice".'
        )
    recordings = recordings_in(production.words().language, lesson, production.parts, may_lack=True)
    lines = lines_of(production, recordings.names)
    sentences = {line.place: line.says for line in lines}
    note_new(recordings, sentences)
    old = older(recordings, sentences)
    return recordings, [state_of(line, recordings, old) for line in lines]


def _record(lines: Sequence[Line], recordings: Recordings) -> None:
    """Take one line after the other, until there are no more or the speaker has enough."""
    from scenes.studio.voice.microphone import Microphone
    from scenes.studio.voice.noted import note_new
    from scenes.studio.voice.takes import keep_take

    microphone = Microphone()
    for number, line in enumerate(lines, 1):
        click.echo(f"\n{number} of {len(lines)}  {line.cue}  {line.title}  (about {line.seconds:.0f} s)")
        click.secho(click.wrap_text(line.says, 88, "    ", "    "), bold=True)
        answer = _asked("Enter records, s skips, q ends")
        if answer == "q":
            break
        take = None if answer == "s" else _good_take(microphone)
        if take is not None:
            path = keep_take(take, line, recordings)
            note_new(recordings, {line.place: line.says})
            click.echo(f"Kept       {path}")


def _good_take(microphone: Microphone) -> Samples | None:
    """Take until the speaker keeps it; None if it is given up."""
    from scenes.studio.film.clips.sounds import RATE, samples_of
    from scenes.studio.voice.faults import is_silent, remarks_on
    from scenes.studio.voice.takes import trimmed

    with TemporaryDirectory() as folder:
        heard = Path(folder) / "take.wav"
        while True:
            microphone.take(heard, lambda: _wait("Speak now; Enter ends it"))
            take = trimmed(samples_of(heard))
            if is_silent(take):
                click.echo("Nothing was heard: is the microphone muted?")
                if _asked("Enter takes it again, s skips") == "s":
                    return None
                continue
            click.echo("; ".join([f"{take.shape[1] / RATE:.1f} s", *remarks_on(heard, take)]))
            while (answer := _asked("Enter keeps it, a takes it again, p plays it, s skips")) == "p":
                microphone.play(take)
            if answer != "a":
                return None if answer == "s" else take


def _asked(what: str) -> str:
    return str(click.prompt(what, default="", show_default=False, prompt_suffix=": ")).strip().lower()[:1]


def _wait(what: str) -> None:
    _asked(what)
