"""What the studio's tests share: a tiny trace, a tiny quality, and shots of the fake scenes."""

import pytest

from netsim import Recipe, record
from scenes.studio.film.clips.quality import Quality
from scenes.studio.film.pieces import keys
from scenes.studio.film.pieces.shot import Run
from scenes.words.messages import Messages
from tests.studio.nursery import real_workers, workers_at_once  # noqa: F401

# x264 gives the same bits for the same frames only where their height is a multiple of 8, as that of all qualities is.
TINY = Quality("tiny", 128, 72, 10)
XOR = {"network": {"hidden": [2]}, "data": {"name": "xor"}, "training": {"epochs": 2}}


@pytest.fixture(scope="session")
def trace_file(tmp_path_factory):
    trace = record(Recipe.from_dict(XOR))
    path = tmp_path_factory.mktemp("trace") / "trace.npz"
    trace.save(path)
    return path


@pytest.fixture(scope="session")
def shot_of(trace_file):
    """Makes the shot of a scene, as a production does."""
    return lambda scene, **changes: keys.shot_of(scene, trace_file, TINY, Messages.load(), **changes)


def whole(shot):
    """The run of all that a shot is made of."""
    return Run(shot, 0, len(shot.pieces))
