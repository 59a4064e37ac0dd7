"""Writes what is said of the default lesson, with places for numbers: python -m tests.scenes.said."""

from pathlib import Path

from netsim import Trace
from scenes.words.messages import Messages
from tests.scenes.networks import NETWORKS
from tests.scenes.said.audit import all_that_speak, in_place

LISTING = Path(__file__).with_name("default.txt")


def listing(trace: Trace, words: Messages | None = None) -> str:
    """Every sentence that is said of a trace, a line each."""
    lines = [
        f"{scene.__name__}-{beat}: {in_place(sentence)}"
        for scene in all_that_speak()
        if not scene.missing(trace)
        for beat, sentence in scene.sentences(trace, words).items()
    ]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    LISTING.write_text(listing(NETWORKS["784-16-16-10"]().record()), "utf-8")
