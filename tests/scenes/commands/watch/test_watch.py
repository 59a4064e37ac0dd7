"""`nudge watch` as a person has it: a page in a browser, an editor beside it, and Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scenes.cli import main
from tests.scenes.tiny import TINY
from tests.studio.processes import children_of

LESSON = f"""{TINY}[look]
pace = 4
theme = "mine.toml"
[story]
scenes = ["Mine", "Other"]
scenes_file = "mine.py"
words = "mine.ftl"
"""
SCENES = '''
from scenes.mobjects import Words
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene


class Mine(TraceScene):
    chapter, title = "nudges", "My own"

    @beat("X1")
    def first(self) -> None:
        """One thing, of a network { $sizes }."""
        self.enter(Words("a word", self.theme))

    @beat("X2")
    def second(self) -> None:
        """Another thing."""


class Other(TraceScene):
    chapter, title = "nudges", "Another one"

    @beat("X3")
    def third(self) -> None:
        """One more."""
'''.replace("{ $sizes }", "{sizes}")
FILES = {
    "my.toml": LESSON,
    "mine.py": SCENES,
    "mine.ftl": "Mine-second = A second thing.\n",
    "mine.toml": 'base = "light"\n[colour]\nfocus = "#123456"\n',
}
DRAWN = "document.getElementById('busy').textContent === 'All is drawn'"
PICTURES = "[...document.querySelectorAll('#beats img')].map((img) => img.getAttribute('src'))"
MARKS = "[...document.querySelectorAll('#beats li')].map((item) => item.className)"
TROUBLE = "document.getElementById('trouble').textContent"
WHOLE = "[...document.querySelectorAll('#beats img')].every((img) => img.complete && img.naturalWidth === 1920)"


@pytest.fixture
def folder(tmp_path):
    """A lesson with words, a theme and scenes of its own, and a place for files that are not kept."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "tmp").mkdir()
    return tmp_path


@pytest.fixture
def watching(folder):
    """The command, and the address of its page."""
    command = [sys.executable, "-m", "scenes.cli", "watch", "my.toml"]
    environment = {"PYTHONPATH": str(Path(__file__).resolve().parents[4]), "TMPDIR": str(folder / "tmp")}
    with (folder / "said").open("w") as said:
        run = subprocess.Popen(
            command, cwd=folder, env=os.environ | environment, stdout=subprocess.PIPE, stderr=said, text=True
        )
    assert run.stdout.readline().split() == ["Watching", str(folder / "my.toml")]
    yield run, run.stdout.readline().split()[1]
    if run.poll() is None:
        run.send_signal(signal.SIGINT)
        run.wait(20)
    run.stdout.close()


@pytest.mark.slow
def test_the_page_shows_what_is_saved_and_what_is_wrong_until_it_is_mended(watching, folder, browser):
    run, address = watching
    browser.call("Page.navigate", url=address)
    browser.wait(f"document.getElementById('busy') && {DRAWN}", 120)
    first = it_shows_the_scene(browser)
    a_saved_sentence_changes_its_picture_alone(browser, folder, first)
    a_mistake_is_said_and_the_pictures_stay(browser, folder)
    what_is_mended_is_drawn(browser, folder)
    another_scene_can_be_chosen(browser)
    assert browser.troubles == []
    ctrl_c_ends_it_and_leaves_nothing(run, folder)


def it_shows_the_scene(browser):
    said = browser.ask("[...document.querySelectorAll('#beats li')].map((item) => item.textContent)")
    assert said == ["X1firstOne thing, of a network 2-2-2.", "X2secondA second thing."]
    assert browser.ask("document.querySelector('[aria-current]').textContent") == "My own"
    assert browser.ask("getComputedStyle(document.documentElement).getPropertyValue('--focus')") == "#123456"
    browser.wait(WHOLE)
    browser.wait(
        "document.getElementById('clip').videoWidth === 854 && document.getElementById('clip').currentTime > 0"
    )
    return browser.ask(PICTURES)


def a_saved_sentence_changes_its_picture_alone(browser, folder, first):
    (folder / "mine.ftl").write_text("Mine-second = A second, other thing.\n")
    browser.wait(f'{DRAWN} && JSON.stringify({MARKS}) === \'["","changed"]\'', 120)
    browser.wait(f"JSON.stringify({PICTURES}) !== {json.dumps(json.dumps(first, separators=(',', ':')))}")
    now = browser.ask(PICTURES)
    assert now[0] == first[0]
    assert now[1] != first[1]
    browser.wait(WHOLE)


def a_mistake_is_said_and_the_pictures_stay(browser, folder):
    before = browser.ask(PICTURES)
    (folder / "mine.py").write_text(
        SCENES.replace('"""Another thing."""', '"""Another thing."""\n        self.nothing()')
    )
    browser.wait(f"{TROUBLE} !== ''", 120)
    why = browser.ask(TROUBLE)
    assert why == "Mine.second failed, in mine.py, line 18: AttributeError: 'Mine' object has no attribute 'nothing'."
    assert browser.ask(MARKS) == ["", "old"]
    assert browser.ask(PICTURES) == before
    (folder / "mine.py").write_text("import sys\nsys.exit(3)\n")
    browser.wait(f"{TROUBLE}.includes('sys.exit')", 120)
    assert browser.ask(MARKS) == ["old", "old"]
    (folder / "mine.py").write_text("import os\nos.abort()\n")
    browser.wait(f"{TROUBLE}.includes('SIGABRT')", 120)
    assert browser.ask(PICTURES) == before


def what_is_mended_is_drawn(browser, folder):
    (folder / "mine.py").write_text(SCENES)
    browser.wait(f"{DRAWN} && {TROUBLE} === ''", 120)
    assert browser.ask("document.getElementById('trouble').hidden")
    assert browser.ask(MARKS) == ["", ""]


def another_scene_can_be_chosen(browser):
    browser.ask("document.querySelector('#scenes a:not([aria-current])').click()")
    browser.wait("document.querySelector('[aria-current]')?.textContent === 'Another one'", 120)
    browser.wait(f"{DRAWN} && {WHOLE} && document.querySelectorAll('#beats img').length === 1", 120)


def ctrl_c_ends_it_and_leaves_nothing(run, folder):
    children = children_of(run.pid)
    assert children, "one waits for the next save"
    run.send_signal(signal.SIGINT)
    assert run.wait(20) == 130
    assert not [child for child in children if Path(f"/proc/{child}").exists()]
    assert list((folder / "tmp").iterdir()) == []
    assert {path.name for path in (folder / "out").iterdir()} == {".work"}
    said = (folder / "said").read_text().splitlines()
    assert said.count(f"Runs       {folder / 'mine.py'}, and anew after each save") == 1
    assert said[-1] == "Stopped; nothing half-made is left."


def test_a_port_that_is_taken_is_said(watching, folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    port = watching[1].rstrip("/").rpartition(":")[2]
    assert main(["watch", "my.toml", "--port", port]) == 2
    assert f"port {port} is taken; choose another, or leave it out" in capsys.readouterr().err
