"""A render that is stopped leaves nothing behind but what was finished."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scenes.conftest import recorded
from tests.scenes.cover import ALWAYS
from tests.studio.processes import children_of


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for workers in /proc, which only Linux has")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_render_leaves_no_worker_no_film_and_no_litter(tmp_path, monkeypatch, number):
    monkeypatch.chdir(tmp_path)
    recorded(ALWAYS).save("run.npz")
    options = ["--trace", "run.npz", "--quality", "draft", "--out", "film"]
    command = [sys.executable, "-m", "scenes.cli", "render", *options]
    render = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    told = []
    while not "".join(told[-1:]).startswith("Film: "):
        told.append(render.stderr.readline())
        assert told[-1], told
    workers = children_of(render.pid)
    assert workers
    render.send_signal(number)
    out, err = render.communicate(timeout=60)
    assert (render.returncode, out) == (130, ""), err
    assert re.search(r"^Stopped\. None of \d+ beats are finished; the same command goes on from there\.$", err, re.M)
    assert "Traceback" not in err
    assert [pid for pid in workers if alive(pid)] == []
    assert [path.name for path in (tmp_path / "film").iterdir()] == [".work"]
    assert list((tmp_path / "film" / ".work" / "tmp").iterdir()) == []
