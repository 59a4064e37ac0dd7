"""What a shell completes is what there is."""

import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete

from scenes.cli import cli
from scenes.look.roles import bundled
from scenes.stage.chapters import CHAPTERS
from scenes.story.story import all_scenes


def completed(typed, *before):
    shell = ShellComplete(cli, {}, "nudge", "_NUDGE_COMPLETE")
    return {item.value: item for item in shell.get_completions(list(before), typed)}


def test_every_scene_and_every_idea_is_completed():
    ids = {beat.id for scene in all_scenes() for beat in scene.beats()}
    assert set(completed("", "render", "--scene")) == {scene.__name__ for scene in all_scenes()} | ids


def test_the_case_of_letters_does_not_matter_and_an_idea_tells_its_scene():
    assert list(completed("output", "stills", "--scene")) == ["OutputNudges"]
    assert completed("n4", "slides", "--scene")["N4"].help == "OutputNudges"


@pytest.mark.parametrize(
    ("option", "names"), [("--chapter", {*CHAPTERS, "all"}), ("--theme", set(bundled()))], ids=["chapters", "themes"]
)
def test_all_of_them_are_completed(option, names):
    assert set(completed("", "render", option)) == names


def test_a_theme_of_ones_own_is_completed_as_a_file():
    assert [item.type for item in completed("my", "render", "--theme").values()] == ["file"]


def test_a_key_answers_without_loading_manim_or_numpy():
    code = (
        "import sys; from click.shell_completion import ShellComplete; from scenes.cli import cli;"
        "ShellComplete(cli, {}, 'nudge', 'X').get_completions(['render', '--scene'], 'N');"
        "print({'manim', 'numpy'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
