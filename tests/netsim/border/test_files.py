"""A file appears under its name whole, or not at all."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from netsim.border.files import LONGEST_NAME, fitting, sweep, whole, workshop


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


def test_a_full_disk_names_the_file_that_was_to_be(tmp_path):
    with pytest.raises(OSError, match="No space") as caught, whole(tmp_path / "a.txt"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert caught.value.filename == str(tmp_path / "a.txt")
    with pytest.raises(OSError, match="No space") as caught, workshop(tmp_path / "a.html") as folder:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder / "film.mp4"))
    assert caught.value.filename == str(tmp_path / "a.html")
    assert list(tmp_path.iterdir()) == []


def left_by(folder, ending):
    """Let a process begin a draft and a workshop in a folder, and end it before they are finished, or let it wait."""
    begun = "with whole(folder / 'a.npz') as draft, workshop(folder / 'b.html'): draft.write_text('half'); "
    begun += f"print('begun', flush=True); {ending}"
    code = "import os, time; from pathlib import Path; from netsim.border.files import whole, workshop\n"
    code += f"folder = Path({str(folder)!r})\n"
    process = subprocess.Popen([sys.executable, "-c", code + begun], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "begun\n"
    return process


def test_what_a_killed_writer_left_is_swept_but_not_what_another_is_writing_nor_what_is_nobody_s(tmp_path):
    left_by(tmp_path, "os.kill(os.getpid(), 9)").wait()
    dead = set(tmp_path.iterdir())
    assert len(dead) == 2
    living = left_by(tmp_path, "time.sleep(60)")
    try:
        others = set(tmp_path.iterdir()) - dead
        mine = [tmp_path / name for name in (".mine.part.npz", "a.npz", ".a.npz", ".config")]
        for path in mine:
            path.write_text("mine")
        sweep(tmp_path)
        assert set(tmp_path.iterdir()) == {*others, *mine}
        assert len(others) == 2
    finally:
        living.kill()
        living.wait()


def test_a_draft_of_another_machine_or_of_an_earlier_version_is_swept_after_a_day(tmp_path):
    names = [".a.01234567-1-89abcdef.part.npz", ".a.89abcdef.part.npz", ".slides-a1b2c3d4"]
    for name in names:
        (tmp_path / name).write_text("half")
    sweep(tmp_path)
    assert len(list(tmp_path.iterdir())) == len(names)
    for name in names:
        os.utime(tmp_path / name, (time.time() - 90000,) * 2)
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a" * 245, "é" * 120, "a" * (LONGEST_NAME + 1)])
def test_a_name_that_is_too_long_is_shortened_and_stays_its_own(name):
    short = fitting(name)
    assert len(os.fsencode(short)) <= LONGEST_NAME
    assert short[:80] == name[:80]
    assert short != fitting(name + "b")
    assert fitting(short) == short


def test_the_draft_of_a_long_name_has_a_name_that_fits(tmp_path):
    target = tmp_path / f"{'a' * 250}.txt"
    with whole(target) as draft:
        draft.write_text("whole")
    assert target.read_text() == "whole"
