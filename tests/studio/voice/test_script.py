"""What is printed to be read aloud, and what a voice makes of a sentence."""

import csv
import io

import pypdfium2
import pytest

from netsim import Trace
from scenes.look.theme import Theme
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.heard.aloud import aloud
from scenes.story.told import Part
from scenes.studio.print.script import script_pdf
from scenes.studio.voice.recordings import names_of
from scenes.studio.voice.script import COLUMNS, as_csv, as_text, script_of
from scenes.words.messages import Messages

TOLD = frozenset({"the_wishes", "the_target"})


@pytest.fixture
def lines(trace_file):
    names, lasting = names_of([OutputNudges]), {("OutputNudges", "the_target"): 7.3}
    return script_of([Part(OutputNudges, TOLD)], Trace.load(trace_file), Messages.load(), Theme.load(), names, lasting)


def test_a_script_says_what_is_said_with_the_names_of_recordings_and_the_time_to_read_it(lines, trace_file):
    says = OutputNudges.says(Trace.load(trace_file))
    assert [(line.cue, line.says) for line in lines] == [
        ("N4-the_target", says["the_target"]),
        ("N4-the_wishes", says["the_wishes"]),
    ]
    speed = Theme.load().time.chars_per_second
    assert [line.seconds for line in lines] == [pytest.approx(len(line.says) / speed) for line in lines]


def test_a_script_is_text_a_table_or_a_pdf(lines):
    text = as_text(lines, Messages.load())
    head = "  Recording  (Seconds: reading / film)"
    assert text.startswith(f"{head}\n\n{lines[0].title}\n\n  N4-the_target  ({lines[0].seconds:.0f}/7 s)\n")
    [head, *rows] = csv.reader(io.StringIO(as_csv(lines)))
    assert tuple(head) == COLUMNS
    assert [(row[0], row[3], row[-1]) for row in rows] == [(one.cue, one.place[1], one.says) for one in lines]
    assert [row[5] for row in rows] == ["7.3", ""], "of the second it is not known"
    pages = pypdfium2.PdfDocument(script_pdf(lines, "aloud", Messages.load()))
    printed = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    for line in lines:
        assert line.says in printed
        assert line.cue in printed.replace("\u200b", "")


def test_a_message_may_be_read_otherwise_than_it_stands(trace_file, tmp_path):
    trace, own = Trace.load(trace_file), tmp_path / "mine.ftl"
    own.write_text("OutputNudges-the_wishes = The { $label } up.\n    .spoken = The [{ $label }](focus), up!\n")
    words = Messages.load("en", own)
    assert OutputNudges.says(trace, words=words)["the_wishes"] == "The 0 up."
    assert OutputNudges.script(trace, words)["the_wishes"] == "The [0](focus), up!"
    other = tmp_path / "other.ftl"
    other.write_text("OutputNudges-the_wishes = Only { $label }.\n")
    later = Messages(
        "en", [("mine.ftl", own.read_text()), ("other.ftl", other.read_text())], 1, english=Messages.load()
    )
    assert OutputNudges.script(trace, later)["the_wishes"] == "Only 0."


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("The [2](focus) is [a^((0)) = x](math).", "The 2 is ay of layer 0 equals x."),
        ("[w_(j k)^((l))](math), [n_L - 1](math)", "w j k of layer l, n L minus 1"),
        (
            "[delta = sigma'(z) dot partial C \\/ partial a](math)",
            "delta equals sigma prime z times partial C over partial ay",
        ),
        ("A 784-16-16-10 network: −0.31, 1,078 and 43%", "A 784, 16, 16, 10 network: minus 0.31, 1,078 and 43%"),
        ("well-known, as they say.*", "well-known, as they say."),
    ],
)
def test_a_voice_reads_signs_and_mathematics_as_words(sentence, read):
    assert aloud(sentence, Messages.load()) == read


def test_a_voice_reads_signs_in_the_words_of_its_language():
    assert aloud("[a - y](math): −0,31", Messages.load("de")) == "A minus y: minus 0,31"
    assert aloud("[C_0 = x](math): −0,31", Messages.load("es")) == "C 0 igual a x: menos 0,31"
