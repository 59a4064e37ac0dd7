"""A tiny second language: English with its letters mapped to Greek capitals, marks, symbols and placeables kept."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters

from fluent.syntax import FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from scenes.words.files import parsed
from scenes.words.languages import ENGLISH, language_of
from scenes.words.messages import Messages

GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"
LETTERS = str.maketrans({letter: GREEK[i % len(GREEK)] for i, letter in enumerate(ascii_letters)})
#: What is the same in every language: symbols, and the roles of marks.
_KEPT = re.compile(r"\[[^\]]*\]\(math\)|\]\(\w+\)")
_SEAM = "\0"


class _Translator(Transformer):
    """Maps the letters of every text, and leaves what is filled in."""

    def visit_Pattern(self, node: ast.Pattern) -> ast.Pattern:
        texts = [one.value if isinstance(one, ast.TextElement) else _SEAM for one in node.elements]
        said = iter(_translated("".join(f"{text}\1" for text in texts)).split("\1"))
        for one, text in zip(node.elements, said, strict=False):
            if isinstance(one, ast.TextElement):
                one.value = text
            else:
                self.visit(one)
        return node


def _translated(text: str) -> str:
    pieces, at = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [text[at : kept.start()].translate(LETTERS), kept[0]]
        at = kept.end()
    return "".join([*pieces, text[at:].translate(LETTERS)])


@cache
def greek() -> Messages:
    """Every message of English, in the second language; numbers are written as in Greece."""
    texts = []
    for name, text in language_of(ENGLISH).texts():
        resource = parsed(text, name)
        _Translator().visit(resource)
        texts.append((name, FluentSerializer().serialize(resource)))
    return Messages("el", texts)
