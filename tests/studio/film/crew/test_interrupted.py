"""A render that is stopped leaves nothing behind but what was finished."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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
    command = [sys.executable, "-m", "scenes.cli", "render", "--quality", "draft", "--out", "film"]
    render = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    logs = tmp_path / "film" / ".work" / "logs"
    deadline = time.monotonic() + 60
    while not (logs.exists() and list(logs.iterdir())):
        assert render.poll() is None, render.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.1)
    time.sleep(1.5)
    workers = children_of(render.pid)
    assert workers
    render.send_signal(number)
    out, err = render.communicate(timeout=30)
    assert (render.returncode, out) == (130, ""), err
    assert re.search(r"^Stopped\. None of \d+ beats are finished; the same command goes on from there\.$", err, re.M)
    assert "Traceback" not in err
    assert [pid for pid in workers if alive(pid)] == []
    assert [path.name for path in (tmp_path / "film").iterdir()] == [".work"]
    assert list((tmp_path / "film" / ".work" / "tmp").iterdir()) == []
