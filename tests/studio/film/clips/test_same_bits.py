"""The same trace gives the same words, pictures and films, whatever the hash seed and the number of threads."""

import os
import subprocess
import sys

import pytest

from scenes.calculus.small_nudge import SmallNudge
from scenes.studio.film.crew.crew import Crew
from scenes.studio.film.crew.memory import Hands
from scenes.studio.film.pieces.kept_clips import kept
from tests.studio.conftest import whole
from tests.studio.fakes import Longer

SETTINGS = (("0", "1"), ("1", "2"))  # seeds of hashes, numbers of threads
PROGRAM = """
import hashlib, sys
from netsim import Trace
from scenes.calculus.small_nudge import SmallNudge
from scenes.look.theme import Theme
from scenes.nudges.output_nudges import OutputNudges
from scenes.story.story import all_scenes
from scenes.story.told import Part
from scenes.studio.film.clips.quality import QUALITIES
from scenes.studio.film.stills import draw_stills
from scenes.words.messages import Messages

trace = Trace.load(sys.argv[1])
for scene in all_scenes():
    print(scene.__name__, "" if scene.missing(trace) else scene.says(trace))
parts = [Part(OutputNudges, frozenset({"the_wishes"}))]
for still in draw_stills(parts, trace, QUALITIES["draft"], Theme.load(), Messages.load()):
    print(still.scene.__name__, still.beat.name, still.formulas, hashlib.sha256(still.png).hexdigest())
"""


def surroundings(seed, threads):
    return {"PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads}


def test_words_and_stills_are_the_same(trace_file):
    said = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, trace_file],
            env=os.environ | surroundings(*setting),
            capture_output=True,
            check=True,
        ).stdout
        for setting in SETTINGS
    ]
    assert b"OutputNudges the_wishes" in said[0]
    assert said[0] == said[1]


@pytest.fixture
def filmed(tmp_path, shot_of, monkeypatch):
    """The bytes of two scenes' films, each made in several surroundings."""
    shots = [shot_of(Longer), shot_of(SmallNudge, told=(SmallNudge.beats()[0].name,))]
    films = []
    for setting in SETTINGS:
        for name, value in surroundings(*setting).items():
            monkeypatch.setenv(name, value)
        work = tmp_path / setting[0]
        with Crew(work, Hands(2)) as crew:
            runs = [whole(shot) for shot in shots]
            failed = [report for report in crew.render(runs) if report is not None and report.kind == "failed"]
        assert failed == []
        films.append([kept(shot, piece, work).path.read_bytes() for shot in shots for piece in shot.pieces])
    return films


def test_films_are_the_same_bytes(filmed):
    assert filmed[0] == filmed[1]
