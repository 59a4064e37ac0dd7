"""What a voice reads: a sentence without its marks, its mathematics and its signs as words of its language."""

from __future__ import annotations

import re

from scenes.look.decimals import MINUS
from scenes.look.roles import MATH
from scenes.mobjects.type.typeset import MARK, plain
from scenes.words.messages import Messages

_LAYER = re.compile(r"\^\(\(([^()]*)\)\)")
_TOKEN = re.compile(r"[A-Za-z]+|\d+(?:[.,]\d+)*|\\/|\S")
# Signs, as Typst or a sentence writes them, and the words for them: attributes of the message `aloud`.
_SIGNS = {
    "-": "minus",
    MINUS: "minus",
    "+": "plus",
    "=": "equals",
    "approx": "about",
    "≈": "about",
    "times": "times",
    "dot": "times",
    "×": "times",
    "·": "times",
    "/": "over",
    "\\/": "over",
    "'": "prime",
    "partial": "partial",
    "a": "letter-a",
    "A": "letter-a",
}
_UNSAID = {"quad", "med", "thin", "space", "_", "^", "(", ")", "{", "}"}
_IN_WORDS = re.compile(rf"{MINUS}(?=\d)|(?<= )[{MINUS}+=≈×·](?= )")


def to_be_read(sentence: str) -> str:
    """Return a sentence as it is printed for whoever reads it aloud."""
    return plain(sentence)


def aloud(sentence: str, words: Messages) -> str:
    """Return a sentence as a voice reads it, in the language of some messages."""
    said = MARK.sub(lambda mark: maths_aloud(mark[1], words) if mark[2] == MATH else mark[1], sentence)
    said = _IN_WORDS.sub(lambda sign: f"{_word(sign[0], words)} ", re.sub(r"(?<=\d)-(?=\d)", ", ", said))
    return " ".join(said.replace("*", "").split())


def maths_aloud(code: str, words: Messages) -> str:
    """Return Typst mathematics in words: ``a^((0)) = x`` is "a of layer 0 equals x"."""
    layered = _LAYER.sub(lambda mark: f" {words.say('aloud', {}, 'layer')} {mark[1]} ", code)
    of_layer = words.say("aloud", {}, "layer").split()
    tokens = [token for token in _TOKEN.findall(layered) if token not in _UNSAID]
    return " ".join(token if token in of_layer else _word(token, words) for token in tokens)


def _word(token: str, words: Messages) -> str:
    return str(words.say("aloud", {}, _SIGNS[token])) if token in _SIGNS else token
