"""Pieces join exactly: however a scene is split among workers, each clip is the same to the last bit."""

import pytest

from scenes.nudges.output_nudges import OutputNudges
from scenes.studio.film.crew.crew import Crew
from scenes.studio.film.crew.memory import Hands
from scenes.studio.film.pieces.kept_clips import kept
from scenes.studio.film.pieces.shot import Run
from tests.studio.fakes import Longer


def filmed(shot, cuts, work):
    """The clips' bytes and all that is kept of them, of a shot that is split at some pieces."""
    ends = [*cuts, len(shot.pieces)]
    with Crew(work, Hands(2)) as crew:
        runs = [Run(shot, first, end) for first, end in zip([0, *cuts], ends, strict=True)]
        failed = [report for report in crew.render(runs) if report is not None and report.kind == "failed"]
    assert failed == []
    clips = [kept(shot, piece, work) for piece in shot.pieces]
    bits = [clip.path.read_bytes() if clip.frames else b"" for clip in clips]
    return bits, [(clip.path.name, clip.frames, clip.picture, clip.spoken, clip.numbers) for clip in clips]


@pytest.mark.parametrize(
    ("scene", "told", "cuts"),
    [
        (OutputNudges, None, [2, 3]),
        (OutputNudges, ("the_outputs", "the_wishes", "the_near_and_the_far"), [1, 3]),
        (Longer, None, [1, 2, 3]),
    ],
)
def test_runs_of_any_length_give_the_same_clips(tmp_path, shot_of, scene, told, cuts):
    shot = shot_of(scene, told=told)
    whole, split = filmed(shot, [], tmp_path / "whole"), filmed(shot, cuts, tmp_path / "split")
    assert [clip[1:] for clip in split[1]] == [clip[1:] for clip in whole[1]]
    assert split == whole
    assert len(set(whole[0])) == len(shot.pieces)
