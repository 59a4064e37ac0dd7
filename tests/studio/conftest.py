"""What the studio's tests share: a tiny trace, a tiny quality, and shots of the fake scenes."""

import pytest

from netsim import Recipe, record
from scenes.studio.film.quality import Quality
from scenes.studio.film.shot import Said, Shot
from scenes.words.messages import Messages

TINY = Quality("tiny", 160, 90, 10)
XOR = {"network": {"hidden": [2]}, "data": {"name": "xor"}, "training": {"epochs": 2}}


@pytest.fixture(scope="session")
def trace_file(tmp_path_factory):
    trace = record(Recipe.from_dict(XOR))
    path = tmp_path_factory.mktemp("trace") / "trace.npz"
    trace.save(path)
    return path


@pytest.fixture(scope="session")
def shot_of(trace_file):
    def make(scene, **changes):
        words = Messages.load()
        said = Said(words.language, "", words.digest(scene.messages(words)))
        place = f"{scene.__module__}:{scene.__name__}"
        return Shot(place, len(scene.beats()), trace_file, TINY, said=said, **changes)

    return make
