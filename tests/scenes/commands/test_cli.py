"""The command: results on stdout, one sentence on stderr for what a person got wrong, never a traceback."""

import errno
import os
import re
import resource
import subprocess
import sys

import pytest

from netsim import Trace, verify
from scenes.cli import main
from scenes.commands.check.checkup import Finding

pytestmark = pytest.mark.usefixtures("elsewhere")


def test_help_answers_without_loading_manim_or_numpy():
    code = "import sys, scenes.cli; scenes.cli.main(['--help']); print({'manim', 'numpy'} & set(sys.modules))"
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 1  # of the processor, however busy it is
    assert all(command in told.stdout for command in ("check", "list", "record", "render"))
    assert told.stdout.endswith("set()\n")


@pytest.mark.parametrize("command", ["record", "render"])
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "is not there"),
        (b"[network\n", "not valid TOML"),
        (b"# \xff\n", "not UTF-8 text in line 1"),
        (b"[network]\nhiden = [4]\n", "hiden.*hidden"),
        (b"[networks]\n", "networks.*network"),
        (b"[network]\nhidden = [0]\n", "hidden.*0"),
        (b"[training]\neta = -1\n", "eta.*-1"),
        (b"[training]\nepochs = 'many'\n", "epochs.*many"),
        (b"[data]\nname = 'xor'\n[record]\nfollow = ['7']\n", "follow.*7"),
        (b"[data]\nname = 'mnist'\nfolder = 'nowhere'\n", "nowhere"),
    ],
)
def test_a_bad_lesson_gets_one_sentence_and_exit_code_2(elsewhere, capsys, command, content, told):
    path = elsewhere / "bad.toml"
    if content is not None:
        path.write_bytes(content)
    assert main([command, str(path)]) == 2
    out, err = capsys.readouterr()
    *progress, sentence = err.splitlines()
    assert all(line.startswith("Network: ") for line in progress)
    assert re.search(rf"bad\.toml.*{told}", sentence)
    assert (out, "Traceback" in err) == ("", False)


def test_a_folder_is_no_lesson(elsewhere, capsys):
    assert main(["record", str(elsewhere)]) == 2
    assert "is a folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["rendr"], ["render", "--quality", "8k"], ["render", "--captions", "loud"], ["list", "x", "y"]]
)
def test_a_wrong_call_says_how_it_goes(capsys, arguments):
    assert main(arguments) == 2
    assert "Usage: nudge" in capsys.readouterr().err


def test_record_writes_a_trace_that_holds_together(lesson, elsewhere, capsys):
    assert main(["record", str(lesson), "-o", "deep/er/run.npz"]) == 0
    verify(Trace.load(elsewhere / "deep" / "er" / "run.npz"))
    assert "2-2-2" in capsys.readouterr().out


def test_record_goes_to_out_by_default(lesson, elsewhere):
    assert main(["record", str(lesson)]) == 0
    assert Trace.load(elsewhere / "out" / "my.npz").sizes == [2, 2, 2]


@pytest.mark.parametrize("arguments", [["record", "-o", "in_the_way/x.npz"], ["render", "--out", "in_the_way"]])
def test_a_file_in_the_way_gets_one_sentence(lesson, elsewhere, capsys, arguments):
    (elsewhere / "in_the_way").write_text("a file")
    command, *options = arguments
    assert main([command, str(lesson), *options]) == 2
    assert re.fullmatch(r"in_the_way\S* is in the way: .*\n", capsys.readouterr().err)


@pytest.mark.parametrize(
    ("code", "told"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "may not be written"), (errno.EIO, "Input")]
)
def test_trouble_with_the_disk_gets_one_sentence(lesson, monkeypatch, capsys, code, told):
    def trouble(*_, **__):
        raise OSError(code, os.strerror(code), "out/my.npz")

    monkeypatch.setattr("netsim.Trace.save", trouble)
    assert main(["record", str(lesson)]) == 2
    assert re.search(rf"^out/my\.npz.*{told}", capsys.readouterr().err, re.MULTILINE)


def test_check_passes_here(capsys):
    assert main(["check"]) == 0
    assert "FAIL" not in capsys.readouterr().out


def test_check_fails_if_anything_does(monkeypatch, capsys):
    monkeypatch.setattr(
        "scenes.commands.check.checkup.findings", lambda: [Finding("x", True, "fine"), Finding("y", False, "gone")]
    )
    assert main(["check"]) == 1
    assert re.search(r"FAIL +y +gone", capsys.readouterr().out)
