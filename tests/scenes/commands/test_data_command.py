"""`nudge data FILE` says what is understood of a file, and its lines are a lesson that learns from it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from netsim import record
from netsim.data.sources import load_dataset
from scenes.cli import main
from scenes.lesson.kept_traces import trace_for
from scenes.lesson.lesson import Lesson

PEOPLE = "id,name,city,age,smoker,day,ill\n" + "".join(
    f'{i},"Doe, J{i}",{["Paris", "Rome", "Bonn"][i % 3]},{"?" if i % 8 == 0 else 20 + i * 7 % 50},'
    f"{'yes' if i % 2 else 'no'},2020-01-{i + 1:02},{i % 2}\n"
    for i in range(24)
)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
    images, labels = np.arange(12 * 64).reshape(12, 8, 8) % 256, np.arange(12) % 3
    np.savez(tmp_path / "keras.npz", x_train=images, y_train=labels, x_test=images[:3], y_test=labels[:3])
    np.savez(tmp_path / "flat.npz", x=np.arange(12 * 20).reshape(12, 20) / 7, label=labels)
    for name in ("left", "right"):
        (tmp_path / "shapes" / name).mkdir(parents=True)
        for i in range(3):
            Image.new("L", (9, 9), 80 * i).save(tmp_path / "shapes" / name / f"{i}.png")
    (tmp_path / 'odd "names".csv').write_text("a,Größe \\ x\n1,x\n2,y\n3,x\n", "utf-8")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["data", *arguments]) == 0
    return capsys.readouterr().out


def test_what_is_understood_is_said(files, capsys):
    told = said(capsys, "people.csv", "--ignore", "day")
    for line in (
        "File       people.csv: UTF-8 text, columns parted by commas",
        "Rows       21, 3 left out for their gaps",
        "Label      ill, column 7",
        "Classes    0 9, 1 12",
        "Held out   4 of 21 examples",
        "Shown as   5 inputs, each with its name and value",
        "  city    a choice of Bonn, Paris, Rome",
        "  age     numbers 24 to 69, 3 gaps",
        "  smoker  a choice of no, yes",
        "  day   the lesson ignores it",
        "  id    it counts the rows",
        "  name  it names the rows",
    ):
        assert line in told.splitlines()
    assert told.endswith('\n[data]\npath = "people.csv"\nignore = ["day"]\n')


@pytest.mark.parametrize(
    "arguments",
    [
        ["people.csv", "--ignore", "day"],
        ["people.csv", "--ignore", "day", "--label", "city", "--gaps", "mean"],
        ["people.csv", "--ignore", "d*", "--ignore", "4", "--label", "-1"],
        ["keras.npz"],
        ["flat.npz", "--image", "4", "5"],
        ["shapes"],
        ['odd "names".csv', "--label", "Größe \\ x"],
    ],
)
def test_the_lines_are_a_lesson_that_learns_from_the_file(files, capsys, arguments):
    told = said(capsys, *arguments)
    (files / "lesson.toml").write_text(told[told.index("[data]") :], "utf-8")
    plan = Lesson.load(files / "lesson.toml").recipe.data
    data = load_dataset(plan, files)
    shape = data.image_shape
    shown = f"images of {shape[0]}x{shape[1]}" if shape else f"{data.x.shape[1]} inputs"
    assert f"Shown as   {shown}" in told
    assert f"Held out   {len(data.x_unseen)} of {len(data.x) + len(data.x_unseen)} examples" in told
    assert len(plan.model_fields_set) <= len(arguments) + 1
    assert said(capsys, "lesson.toml").split("\n", 1)[1] == told.split("\n", 1)[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["people.csv"], "line 2: day = '2020-01-01', a date or time"),
        (["none.csv"], "none.csv is not there"),
        (["people.csv", "--label", "il"], "did you mean 'ill'"),
        (["keras.npz", "--image", "0", "4"], "data.image[0] = 0, expected a number of at least 1"),
        (["toy.toml"], "toy.toml learns from 'xor', expected a lesson with a path in [data]"),
    ],
)
def test_what_cannot_be_understood_is_one_sentence(files, capsys, arguments, words):
    (files / "toy.toml").write_text('[data]\nname = "xor"\n', "utf-8")
    assert main(["data", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err
    assert told.err.count("\n") == 1


def test_rows_and_columns_that_are_missing_are_said_where_a_network_is_trained(files, capsys):
    (files / "people.toml").write_text(
        '[data]\npath = "people.csv"\nignore = ["day"]\n[network]\nhidden = [2]\n[training]\nepochs = 1\n', "utf-8"
    )
    missing = (
        "3 of 24 rows have gaps and are left out; left out: day (the lesson ignores it), id (it counts the rows), name"
    )
    assert main(["record", "people.toml"]) == 0
    assert f"Data       {missing}" in capsys.readouterr().out
    heard: list[str] = []
    lesson = Lesson.load(files / "people.toml").recording(())
    for _ in range(2):  # when it is trained, and when its trace is found again
        trace_for(lesson, files / "work", tell=heard.append)
    assert [line.startswith(f"Data       {missing}") for line in heard] == [True, True]


def test_a_trace_says_nothing_where_nothing_is_missing(files):
    (files / "xor.toml").write_text('[data]\nname = "xor"\n[network]\nhidden = [2]\n[training]\nepochs = 1\n', "utf-8")
    assert record(Lesson.load(files / "xor.toml").recipe, exhibits=()).remark == ""
