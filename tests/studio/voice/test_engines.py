"""Engines: what they speak, and one sentence where one is not installed, fails, or is never done."""

import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from scenes.lesson.lesson import Lesson
from scenes.stage.heard.sounding import SoundError
from scenes.stage.heard.voice import Word
from scenes.studio.film.clips.sounds import RATE, samples_of
from scenes.studio.voice.engines import engine, espeak_library
from scenes.studio.voice.engines.chosen import engine_of
from scenes.studio.voice.engines.command import Command
from scenes.studio.voice.engines.espeak import Espeak
from scenes.studio.voice.engines.piper import Piper
from scenes.studio.voice.heard import spoken
from scenes.studio.voice.kept_voices import KeptVoices
from tests.studio.voice.conftest import encoded, needs_espeak, speech


def command(folder, program):
    """Makes an engine of a program in Python, which lies in a folder; its arguments are text and out."""
    (folder / "say.py").write_text(program)
    return Command.of(f"'{sys.executable}' say.py {{text}} {{out}}", folder)


def test_a_command_is_given_the_sentence_whole_and_may_tell_the_times_of_words(tmp_path):
    encoded(tmp_path / "speech.wav", speech(1.5), "pcm_s16le", RATE)
    told = [{"word": "It", "start": 0, "end": 1}]
    says = command(
        tmp_path,
        "import pathlib, shutil, sys\n"
        'assert sys.argv[1] == "It\'s $HOME; rm", sys.argv\n'
        "shutil.copy('speech.wav', sys.argv[2])\n"
        f"pathlib.Path(sys.argv[2]).with_suffix('.json').write_text('''{json.dumps(told)}''')\n",
    )
    voice = spoken("It's $HOME; rm", says, kept := KeptVoices(tmp_path / ".work", 0.5))
    assert (voice.seconds, voice.words) == (pytest.approx(1.5, abs=0.01), (Word("It", 0, 1),))
    (tmp_path / "say.py").write_text("raise SystemExit('spoken twice')")
    assert spoken("It's $HOME; rm", says, kept) == voice


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import sys; sys.exit('no such voice.')", r"failed at a sentence, code 1: no such voice\."),
        ("import sys; sys.exit(3)", r"failed at a sentence, code 3, and said nothing\."),
        ("", r"wrote no sound that can be read of 'Hello\.'"),
        ("import sys; open(sys.argv[2], 'w').write('RIFF')", "wrote no sound that can be read"),
    ],
)
def test_a_command_that_fails_is_a_sentence(tmp_path, program, said):
    with pytest.raises(SoundError, match=said):
        spoken("Hello.", command(tmp_path, program), KeptVoices(tmp_path / ".work", 0.5))
    assert not list((tmp_path / ".work").rglob("*.flac"))


HANGS = "import pathlib, os, time; pathlib.Path('pid').write_text(str(os.getpid())); time.sleep(60)"


def written(path):
    return path.exists() and path.read_text()


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_command_that_hangs_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "PATIENCE", 1.5)
    with pytest.raises(SoundError, match=r"was not done with a sentence after 1\.5 seconds, and was ended"):
        spoken("Hello.", command(tmp_path, HANGS), KeptVoices(tmp_path / ".work", 0.5))
    assert gone(int((tmp_path / "pid").read_text()))


@pytest.fixture
def interruptible():
    """Let Ctrl-C interrupt this process, also where it began with that ignored, as under nohup."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_what_speaks(tmp_path):
    def interrupt():
        until = time.monotonic() + 30
        while not written(tmp_path / "pid") and time.monotonic() < until:
            time.sleep(0.05)
        time.sleep(0.1)
        signal.raise_signal(signal.SIGINT) if os.name == "nt" else os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    with pytest.raises(KeyboardInterrupt):
        spoken("Hello.", command(tmp_path, HANGS), KeptVoices(tmp_path / ".work", 0.5))
    assert gone(int((tmp_path / "pid").read_text()))


def test_an_engine_that_is_not_there_is_named_with_what_installs_it(tmp_path, monkeypatch):
    monkeypatch.setattr(espeak_library, "library", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SoundError, match=r"espeak-ng.* is not installed; install it .*apt install espeak-ng"):
        Espeak.of("", "en")
    with pytest.raises(SoundError, match="'nobody' is not there"):
        Command.of("nobody {text} {out}", tmp_path)
    monkeypatch.setitem(sys.modules, "piper", None)
    lesson = Lesson.of({"voice": {"engine": "piper", "speaker": "a.onnx"}}, tmp_path / "a.toml")
    with pytest.raises(SoundError, match=r"not installed; install it by: .*python.* -m pip install 'nudge\[piper\]'"):
        engine_of(lesson, "en")


PIPER = """
import argparse, json, pathlib, shutil, sys
options = argparse.ArgumentParser()
options.add_argument("-m", required=True)
options.add_argument("-f", required=True)
options = options.parse_args()
[line] = [line.strip() for line in sys.stdin if line.strip()]
told = json.loads(pathlib.Path(options.m + ".json").read_text())
assert line == told["said"], line
shutil.copy("speech.wav", options.f)
"""


def test_piper_is_given_any_letters_in_any_folder_and_its_voice_is_two_files(tmp_path, monkeypatch):
    encoded(tmp_path / "speech.wav", speech(1.5), "pcm_s16le", RATE)
    (tmp_path / "site" / "piper").mkdir(parents=True)
    (tmp_path / "site" / "piper" / "__main__.py").write_text(PIPER)
    (tmp_path / "site" / "piper" / "__init__.py").touch()
    (tmp_path / "argparse.py").write_text("raise SystemExit('a file of the current folder was run')")
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    for name, value in {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}.items():
        monkeypatch.setenv(name, value)  # a system whose encoding has no such letters
    monkeypatch.chdir(tmp_path)
    told = {"story": {"language": "de"}, "voice": {"engine": "piper", "speaker": "a.onnx"}}
    lesson = Lesson.of(told, tmp_path / "a.toml")
    (tmp_path / "a.onnx").touch()
    with pytest.raises(SoundError, match=r"there is no a\.onnx\.json, which comes with it"):
        engine_of(lesson, "de")
    (tmp_path / "a.onnx.json").write_text(json.dumps({"said": "Größer"}))
    piper, kept = engine_of(lesson, "de"), KeptVoices(tmp_path / ".work", 0.5)
    assert spoken("Größer", piper, kept).seconds == pytest.approx(1.5, abs=0.01)
    (tmp_path / "a.onnx.json").write_text(json.dumps({"said": "slower"}))
    with pytest.raises(SoundError, match="piper failed at a sentence"):
        spoken("Größer", piper, kept)


def test_piper_has_no_voice_for_another_language_than_the_lesson_s_own_which_recordings_may_speak(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(Piper, "of", lambda voice: voice)
    voice = {"engine": "piper", "speaker": "a.onnx"}
    lesson = Lesson.of({"voice": voice}, tmp_path / "a.toml")
    assert engine_of(lesson.in_language("en-GB"), "en-GB") == tmp_path / "a.onnx"
    with pytest.raises(SoundError, match=r"speaker: piper's voice a\.onnx is for English, and this is told in German"):
        engine_of(lesson.in_language("de"), "de")
    recorded = Lesson.of({"voice": voice | {"folder": "voice"}}, tmp_path / "a.toml")
    assert engine_of(recorded.in_language("de"), "de") is None


@needs_espeak
def test_the_speaker_that_a_lesson_names_speaks_its_own_language_alone(tmp_path):
    lesson = Lesson.of({"voice": {"engine": "espeak-ng", "speaker": "en-us"}}, tmp_path / "a.toml")
    spoken_by = [engine_of(lesson.in_language(language), language).voice for language in ("en", "en-GB", "de", "de-CH")]
    assert spoken_by == ["en-us", "en-us", "de", "de-ch"]


@needs_espeak
def test_espeak_speaks_the_language_and_names_a_voice_that_there_is_not(tmp_path):
    german, english = (Espeak.of("", language) for language in ("de-AT", "en"))
    assert german.key != english.key
    words = german.speak("Größer: 0,43 ist mehr.", tmp_path / "a.wav")
    assert [word.text for word in words] == ["Größer:", "0,43", "ist", "mehr."]
    assert words[-1].end == pytest.approx(samples_of(tmp_path / "a.wav").shape[1] / RATE, abs=0.02)
    with pytest.raises(SoundError, match=r"has no voice 'nobody', expected one that `espeak-ng --voices` lists"):
        Espeak.of("nobody", "en").speak("Hello.", Path(tmp_path / "b.wav"))
