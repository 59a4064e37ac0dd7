"""`nudge script` and `nudge voice`, called as a person calls them."""

import json
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from click.testing import CliRunner

from scenes.cli import cli, main
from scenes.studio.film.clips.sounds import RATE, samples_of
from scenes.studio.voice import takes
from tests.scenes.tiny import TINY
from tests.studio.voice.conftest import encoded, speech

LESSON = f"""{TINY}[story]
beats = ["OutputNudges.the_target", "OutputNudges.the_wishes"]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder, with a lesson that has recordings of its two beats, one of them silent."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.toml").write_text(f'{LESSON}[voice]\nfolder = "voice"\n')
    (tmp_path / "voice").mkdir()
    encoded(tmp_path / "voice" / "N4-the_target.mp3", speech(1.0), "mp3", 44100)
    encoded(tmp_path / "voice" / "N4-the_wishes.wav", 0 * speech(1.0), "pcm_s16le", 16000)
    (tmp_path / "voice" / "N4-the_wishes.txt").write_text("0\t1\tThe\n")
    return tmp_path


class Portaudio(SimpleNamespace):
    """Stands for sounddevice: a microphone that hears what a test says, as soon as it is opened."""

    class PortAudioError(Exception):
        pass

    def query_devices(self, kind):
        if self.says is None:
            raise self.PortAudioError("Error querying device -1")
        return {"default_samplerate": 44100.0}

    def InputStream(self, samplerate, channels, dtype, callback):
        assert (samplerate, channels, dtype) == (44100, 1, "int16")
        return Stream(self.says.pop(0), callback)

    def play(self, samples, rate, blocking):
        self.played.append((samples.shape, rate, blocking))


class Stream:
    def __init__(self, samples, callback):
        self.samples, self.callback = samples, callback

    def __enter__(self):
        for block in np.array_split((self.samples[0] * 32767).astype("<i2")[:, None], 7):
            self.callback(block, len(block), None, None)

    def __exit__(self, *_):
        pass


@pytest.fixture
def portaudio(monkeypatch):
    stands = Portaudio(says=None, played=[])
    monkeypatch.setitem(sys.modules, "sounddevice", stands)
    return stands


def test_voice_tells_what_is_wrong_and_by_its_code(folder, capsys):
    encoded(folder / "voice" / "N4-the_wish.wav", speech(1.0), "pcm_s16le", RATE)
    assert main(["voice", "a.toml", "--check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "N4-the_wishes  is silent"
    assert told[1] == "N4-the_wish.wav  is of no beat: did you mean N4-the_wishes?"
    assert told[2].endswith("1 of 2 recordings are good")
    book = json.loads((folder / "voice" / ".nudge-voice.json").read_text())
    assert book["N4-the_target.mp3"]["says"].startswith("It should be")
    book["N4-the_target.mp3"]["says"] = "It was."
    (folder / "voice" / ".nudge-voice.json").write_text(json.dumps(book))
    assert main(["voice", "a.toml", "--check"]) == 1
    assert capsys.readouterr().out.startswith("N4-the_target  says what was said before: It was.\n")


def test_voice_records_another_language_into_a_folder_of_it(folder, portaudio, capsys):
    assert main(["voice", "a.toml", "--language", "de", "--check"]) == 1
    assert capsys.readouterr().out.splitlines()[2].endswith("voice/de: 0 of 2 recordings are good")
    portaudio.says = [speech(1.0)]
    result = CliRunner().invoke(cli, ["voice", "a.toml", "--language", "de"], input="\n\n\nq\n", catch_exceptions=False)
    assert "Die Ausgabe 0 soll" in result.output
    assert [path.name for path in (folder / "voice" / "de").glob("*.*a*")] == ["N4-the_target.flac"]
    book = json.loads((folder / "voice" / "de" / ".nudge-voice.json").read_text())
    assert book["N4-the_target.flac"]["language"] == "de"


def test_voice_takes_what_is_wrong_again_and_keeps_what_was_there(folder, portaudio):
    pause = np.zeros((2, RATE), np.float32)
    portaudio.says = [pause, speech(0.5), np.concatenate([pause, speech(2.0), pause], axis=1)]
    result = CliRunner().invoke(cli, ["voice", "a.toml"], input="\n\n\n\np\na\n\n\n", catch_exceptions=False)
    assert result.exit_code == 0
    assert "1 of 1  N4-the_wishes" in result.output
    assert "Nothing was heard: is the microphone muted?" in result.output
    assert portaudio.played[0][1:] == (RATE, True)
    kept = folder / "voice" / "N4-the_wishes.flac"
    assert samples_of(kept).shape[1] / RATE == pytest.approx(2.0 + takes.BEFORE + takes.AFTER, abs=0.2)
    assert not kept.with_suffix(".wav").exists()
    assert sorted(path.name for path in (folder / "voice" / "earlier").iterdir()) == [
        "N4-the_wishes-1.txt",
        "N4-the_wishes-1.wav",
    ]
    assert main(["voice", "a.toml", "--check"]) == 0


@pytest.mark.parametrize(
    ("there", "said"),
    [(True, "There is no microphone here"), (False, f"{sys.executable} -m pip install 'nudge[microphone]'")],
)
def test_without_a_microphone_that_is_one_sentence(folder, portaudio, monkeypatch, capsys, there, said):
    if not there:
        monkeypatch.setitem(sys.modules, "sounddevice", None)
    assert main(["voice", "a.toml"]) == 2
    [sentence] = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("Network")]
    assert said in sentence
    assert sentence.endswith("record with any other program and put the files into the folder.")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('engine = "festival"', "engine = 'festival', expected espeak-ng, piper, command {text} {out}"),
        ('engine = "command say"', "expected {text} and {out} in it"),
        ('engine = "piper"', "engine = 'piper' needs a voice file"),
        ('folder = "nowhere"', "a.toml: [voice] folder: "),
        ('music = "a.toml"', "a.toml is no sound that can be read"),
        ('engine = "command nobody {text} {out}"', "the command's program 'nobody' is not there"),
    ],
)
def test_a_voice_that_cannot_be_is_one_sentence_before_anything_is_trained(folder, capsys, line, said):
    (folder / "a.toml").write_text(f"{LESSON}[voice]\n{line}\n")
    assert main(["render", "a.toml"]) == 2
    [sentence] = capsys.readouterr().err.splitlines()
    assert said in sentence
    assert not list(folder.glob("out/.work/traces/*"))


def test_a_lesson_without_a_folder_for_recordings_is_told_the_line(folder, capsys):
    (folder / "a.toml").write_text(LESSON)
    assert main(["voice", "a.toml"]) == 2
    assert 'names no folder for recordings, expected such a line as folder = "voice"' in capsys.readouterr().err


def test_a_bad_recording_ends_a_render_before_anything_is_filmed(folder, capsys):
    assert main(["render", "a.toml"]) == 2
    assert "N4-the_wishes.wav is silent; record it again, or take it away" in capsys.readouterr().err
    assert not list((folder / "out").rglob("*.mp4"))


def test_script_prints_and_writes_a_pdf(folder, capsys):
    assert main(["script", "a.toml"]) == 0
    assert "N4-the_wishes" in capsys.readouterr().out
    assert main(["script", "a.toml", "--to", "csv"]) == 0
    assert capsys.readouterr().out.startswith("cue,chapter,scene,beat,seconds,film_seconds,says\nN4-the_target,nudges,")
    assert main(["script", "a.toml", "--to", "pdf"]) == 0
    assert capsys.readouterr().out == "Script     out/a-script.pdf (2 beats)\n"
    assert (folder / "out" / "a-script.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("asked", "file", "begins"),
    [
        (
            ["--to", "csv", "--out", "x.csv"],
            "x.csv",
            b"cue,chapter,scene,beat,seconds,film_seconds,says\nN4-the_target,",
        ),
        (
            ["--out", "new/x.txt"],
            "new/x.txt",
            b"  Recording  (Seconds: reading / film)\n\nWhat this one example wants\n",
        ),
        (["--to", "csv", "--out", "new"], "new/a-script.csv", b"cue,chapter,"),
    ],
)
def test_script_writes_the_file_that_is_named_and_never_over_another(folder, capsys, asked, file, begins):
    for _ in range(2):
        assert main(["script", "a.toml", *asked]) == 0
        assert capsys.readouterr().out == f"Script     {file} (2 beats)\n"
        assert (folder / file).read_bytes().startswith(begins)
    assert not (folder / ".work").exists()
    (folder / file).write_text("mine")
    assert main(["script", "a.toml", *asked]) == 2
    assert f"{file} is there already" in capsys.readouterr().err
    assert (folder / file).read_text() == "mine"


def test_script_refuses_a_file_of_another_kind_than_it_is_asked_for(folder, capsys):
    assert main(["script", "a.toml", "--to", "csv", "--out", "x.pdf"]) == 2
    assert "--out x.pdf is no file for --to csv, expected .csv; or leave out --to." in capsys.readouterr().err
    assert not (folder / "x.pdf").exists()
