"""A file appears under its name whole, or not at all."""

import os
from pathlib import Path

import pytest

from netsim.files import whole


def test_text_bytes_and_what_a_library_writes_get_their_name_at_the_end(tmp_path):
    with whole(tmp_path / "a.txt") as draft:
        draft.write_text("whole")
        assert draft.parent == tmp_path
        assert draft.suffix == ".txt"
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_text() == "whole"
    with whole(tmp_path / "a.txt") as draft:
        draft.write_bytes(b"other")
    assert (tmp_path / "a.txt").read_bytes() == b"other"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_write_that_fails_leaves_what_was_there_and_nothing_else(tmp_path):
    (tmp_path / "a.txt").write_text("before")
    with pytest.raises(ZeroDivisionError), whole(tmp_path / "a.txt") as draft:
        draft.write_text(f"half{1 / 0}" if draft.write_text("half") else "")
    assert (tmp_path / "a.txt").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_two_that_write_the_same_file_do_not_meet(tmp_path):
    with whole(tmp_path / "a") as one, whole(tmp_path / "a") as two:
        one.write_text("one")
        two.write_text("two")
    assert (tmp_path / "a").read_text() == "one", "the last that ends"


def test_a_block_that_writes_nothing_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError), whole(tmp_path / "a"):
        pass


def test_a_folder_that_is_not_there_is_the_callers_error(tmp_path):
    with pytest.raises(FileNotFoundError), whole(tmp_path / "no" / "a") as draft:
        draft.write_text("x")


def test_nothing_but_a_file_is_written_over(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for place, said in ((tmp_path, "is a folder"), (Path("/"), "is a folder"), (tmp_path / "pipe", "is a device or")):
        with pytest.raises(OSError, match=said), whole(place):
            pytest.fail("nothing is to be written")
    assert (tmp_path / "pipe").is_fifo()
