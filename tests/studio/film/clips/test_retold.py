"""Subtitles in another language: what the beat says there, over the time of the film's own words."""

from __future__ import annotations

from pathlib import Path

from netsim import Trace
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.stage import END
from scenes.studio.film.clips.retold import retold
from scenes.studio.film.clips.subtitles import film_cues
from scenes.studio.film.pieces.kept_clips import Clip, Spoken
from scenes.words.messages import Messages


def test_each_beat_is_said_in_the_other_language_over_its_own_time(trace_of_xor: Trace) -> None:
    beats = [beat.name for beat in OutputNudges.beats()]
    clips = [
        Clip(Path("x"), beat, "", 90, 30, spoken=(Spoken(0.5, 1.5, "so"), Spoken(1.5, 2.5, "so"))) for beat in beats
    ]
    clips.append(Clip(Path("x"), END, "", 30, 30))
    german = Messages.load("de")
    cues = film_cues(retold([OutputNudges], [clips], trace_of_xor, german))
    said = OutputNudges.says(trace_of_xor, words=german)
    for i, beat in enumerate(beats):
        here = [cue for cue in cues if 3 * i <= cue.start < 3 * (i + 1)]
        assert " ".join(cue.text.replace("\n", " ") for cue in here) == said[beat]
        assert (here[0].start, round(here[-1].end, 6)) == (3 * i + 0.5, 3 * i + 2.5)
