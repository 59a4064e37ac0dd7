"""`record` and `render` that are ended at some moment: what has its name is whole, and the next run mends the rest."""

import signal
import time
from pathlib import Path

import av
import pytest

from netsim import Trace, verify
from tests.scenes.commands.conftest import SHORT
from tests.scenes.tiny import TINY
from tests.studio.nursery import nursery

LESSON = f"""{TINY}[look]
pace = 4
[story]
beats = ["OutputNudges.the_wishes"]
[output]
quality = "draft"
"""
COMMANDS = {"record": ["record", "my.toml", "-o", "out/my.npz"], "render": ["render", "my.toml"]}
MADE = {"record": {"my.npz"}, "render": {"my.mp4", "my.srt", "my.vtt", "my.md", "my.youtube.txt", ".work"}}
# When they are ended: at parts of the time that a run takes, and when a file is being written.
MOMENTS = [(0.5, signal.SIGTERM), (0.7, signal.SIGKILL), (0.9, signal.SIGTERM)]
MOMENTS += [("draft", signal.SIGTERM), ("draft", signal.SIGKILL)]


def begin(command, folder):
    (folder / "out").mkdir(parents=True, exist_ok=True)
    (folder / "my.toml").write_text(LESSON)
    code = f"{SHORT}import sys, scenes.cli; sys.exit(scenes.cli.main({COMMANDS[command]}))"
    return nursery().python(code, folder, folder / "said")


def troubles(folder):
    return (folder / "said").read_text("utf-8")


def wait_for(moment, run, folder, seconds):
    """Wait until a part of the usual time has passed, or a draft lies beside a file's place; or the run has ended."""
    began = time.monotonic()
    while run.poll() is None:
        if moment == "draft" and any(".part" in path.name for path in (folder / "out").iterdir()):
            return
        if moment != "draft" and time.monotonic() - began > moment * seconds:
            return
        time.sleep(0.001)


def check_whole(folder):
    """What has its name can be read to its end."""
    for path in (folder / "out").glob("[!.]*.npz"):
        verify(Trace.load(path))
    for path in (folder / "out").glob("[!.]*.mp4"):
        with av.open(str(path)) as film:
            assert sum(1 for _ in film.decode(video=0)) > 10


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_ended_at_any_moment_leaves_nothing_half_made_and_is_mended_by_the_next_run(command, tmp_path):
    began = time.monotonic()
    run = begin(command, tmp_path / "usual")
    assert (run.wait(), troubles(tmp_path / "usual").count("Traceback")) == (0, 0)
    usual, folder = time.monotonic() - began, tmp_path / "ended"
    codes = set()
    for moment, number in MOMENTS:
        run = begin(command, folder)
        wait_for(moment, run, folder, usual)
        run.send_signal(number)
        code, err = run.wait(60), troubles(folder)
        assert code in (0, 130, -number), err  # -number: also before the command minds signals
        assert "Traceback" not in err
        codes.add(code)
        check_whole(folder)
    assert codes != {0}, "some were ended before their end"
    run = begin(command, folder)
    assert run.wait() == 0, troubles(folder)
    check_whole(folder)
    assert {path.name for path in (folder / "out").iterdir()} == MADE[command]
    assert list(Path(folder, "out").glob(".work/tmp/*")) == []
