"""What is said of the first picture is true of every lesson (D1, D16)."""

from __future__ import annotations

import pytest

from scenes.descent.never_told import NeverTold
from scenes.descent.three_functions import ThreeFunctions
from tests.scenes.conftest import recorded


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "60 handwritten digits, and one answer to all of them: 0.", "Only"),
        ("784-16-16-10", "in 6,000 small steps. Nobody says what a 2 looks like.", "tell one class"),
        ("784-16-16-10", "It got all 60 of these training examples right. Nobody programmed this.", "got 60"),
        (
            "26-classes",
            "Now it is trained, in 32 small steps. Nobody says how to tell one class from",
            "looks",
        ),
        ("one-output", "Now it is trained, in 1 small step. Nobody", "1 small steps"),
        ("26-classes", "It got 4 of these training examples right. Nobody programmed this.", "all 60"),
        ("csv", "60 examples, and one answer to all of them: letter.", "digits"),
        ("csv", "How is a network trained, and what does it learn?", "programmed"),
        ("784-16-16-10", "a function: pixels in, answers out; inside, 13,002 dials", "numbers in"),
        ("csv", "a function: numbers in, answers out; inside, 27 dials", "pixels"),
        ("trained", "After 3,200 steps of its training a network is asked 60 times.", "knows nothing"),
    ],
)
def test_captions_follow_the_lesson(name: str, said: str, unsaid: str) -> None:
    told = " ".join(" ".join(scene.says(recorded(name)).values()) for scene in (NeverTold, ThreeFunctions))
    assert said in told
    assert unsaid not in told
