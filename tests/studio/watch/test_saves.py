"""What was saved: heard once for each save that changed something that matters, however the editor saves."""

import os
import queue
import time

import pytest

from scenes.studio.watch.saves import Saves

PATIENCE = 60.0
SETTLED = 0.3  # so long that a busy machine makes no two saves of one
LAST = "last.toml"  # what is saved last: nothing that was saved before it is heard after it


@pytest.fixture
def heard(tmp_path):
    """What watches a folder of sources with one file, and a lesson beside it; and what is heard of them."""
    (tmp_path / "code" / "deep").mkdir(parents=True)
    (tmp_path / "code" / "deep" / "a.py").write_text("one")
    (tmp_path / "my.toml").write_text("one")
    inbox = queue.Queue()
    with Saves(lambda files: inbox.put({path.name for path in files}), SETTLED) as saves:
        saves.look_at([tmp_path / "my.toml", tmp_path / "later.ftl", tmp_path / LAST], [tmp_path / "code"])
        yield saves, inbox


def told(inbox, folder, saves=1):
    """What is heard of so many saves, and of whatever else until one is heard that is made after them."""
    found = [inbox.get(timeout=PATIENCE) for _ in range(saves)]
    (folder / "draft").write_text(str(time.monotonic_ns()))
    (folder / "draft").replace(folder / LAST)
    while not found or LAST not in found[-1]:
        found.append(inbox.get(timeout=PATIENCE))
    return [names - {LAST} for names in found if names != {LAST}]


def in_place(path):
    path.write_text("two")


def by_rename(path):
    """As vim and many others do: another file takes the name."""
    (path.parent / "4913~").write_text("two")
    (path.parent / "4913~").replace(path)


def moved_away_first(path):
    path.rename(path.with_name("backup~"))
    time.sleep(0.03)
    path.write_text("two")


def in_pieces(path):
    with path.open("w") as file:
        for letter in "two":
            file.write(letter)
            file.flush()
            time.sleep(0.03)


@pytest.mark.parametrize("save", [in_place, by_rename, moved_away_first, in_pieces])
@pytest.mark.parametrize("name", ["my.toml", "code/deep/a.py"])
def test_a_save_is_heard_once_however_it_is_done(save, name, heard, tmp_path):
    save(tmp_path / name)
    assert told(heard[1], tmp_path) == [{name.rpartition("/")[2]}]


def test_what_is_written_in_quick_succession_is_one_save(heard, tmp_path):
    for name in ("my.toml", "code/deep/a.py", "code/new.py"):
        (tmp_path / name).write_text("two")
    assert told(heard[1], tmp_path) == [{"my.toml", "a.py", "new.py"}]


def test_a_file_that_was_not_there_is_heard_of_when_it_comes_and_when_it_goes(heard, tmp_path):
    (tmp_path / "later.ftl").write_text("one")
    assert told(heard[1], tmp_path) == [{"later.ftl"}]
    (tmp_path / "later.ftl").unlink()
    assert told(heard[1], tmp_path) == [{"later.ftl"}]


def test_what_does_not_matter_or_does_not_change_is_not_heard(heard, tmp_path):
    (tmp_path / "other.toml").write_text("beside it, and not the lesson's")
    (tmp_path / "code" / "a.pyc").write_text("not a source")
    (tmp_path / "my.toml").read_text()
    os.utime(tmp_path / "my.toml")
    (tmp_path / "code" / "deep" / "a.py").write_text("one")
    assert told(heard[1], tmp_path, 0) == []


def test_when_less_matters_the_rest_is_not_heard(heard, tmp_path):
    saves, inbox = heard
    saves.look_at([tmp_path / "my.toml", tmp_path / LAST])
    (tmp_path / "code" / "deep" / "a.py").write_text("two")
    assert told(inbox, tmp_path, 0) == []
    (tmp_path / "my.toml").write_text("two")
    assert told(inbox, tmp_path) == [{"my.toml"}]


def test_what_was_saved_between_reading_a_file_and_watching_it_is_heard(heard, tmp_path):
    saves, inbox = heard
    (tmp_path / "theme.toml").write_text("one")
    before = time.time()
    os.utime(tmp_path / "theme.toml", (before - 5, before - 5))
    saves.look_at([tmp_path / "theme.toml", tmp_path / LAST], since=before)
    assert told(inbox, tmp_path, 0) == []
    (tmp_path / "words.ftl").write_text("two")
    os.utime(tmp_path / "words.ftl", (before + 5, before + 5))
    saves.look_at([tmp_path / "theme.toml", tmp_path / "words.ftl", tmp_path / LAST], since=before)
    assert told(inbox, tmp_path) == [{"words.ftl"}]
