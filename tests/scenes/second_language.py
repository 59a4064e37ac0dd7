"""A tiny second language: English with its letters mapped to Greek ones, marks, symbols and placeables kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from string import ascii_letters

from fluent.syntax import FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from netsim import Trace
from scenes.stage.stage import TraceScene
from scenes.words.files import parsed
from scenes.words.languages import ENGLISH, language_of
from scenes.words.messages import Messages

#: What is called by its tag where scenes are inspected.
GREEK = "el"
LETTERS = str.maketrans(ascii_letters, "αβεδεφγηικκλμνοπρρςτυνωχψζΑΒΓΔΕΦΓΗΙΙΚΛΜΝΟΠΡΡΣΤΥΥΩΧΨΖ")
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
    return Messages(GREEK, texts)


#: Typst's names of symbols, and functions that mathematics calls by the same name everywhere.
SYMBOLS = frozenset(
    ("partial", "sigma", "delta", "Delta", "eta", "epsilon", "nabla", "sum", "dot", "dots", "cdot", "times", "approx")
    + ("arrow", "space", "quad", "med", "thin", "normal", "upright", "ln", "tanh", "ReLU", "GELU", "id")
    + ("text", "font", "fill")
)
_LATIN = re.compile(r"[A-Za-z]{2,}")
QUOTED = re.compile(r'"([^"]*)"')
_FONT = re.compile(r'font: \(.*?,\)|(font|fill|weight|style): (rgb\()?"[^"]*"')


def english(said: Iterable[str], trace: Trace) -> set[str]:
    """The words in Latin letters that are neither names of the trace's inputs and answers nor symbols."""
    names = [*trace.classes, *trace.answers.names, *(one.name for one in trace.features or ())]
    named = {word for name in [*names, str(trace.header["data"])] for word in _LATIN.findall(name)}
    return {
        word
        for text in said
        for word in _LATIN.findall(text)
        if word not in SYMBOLS and not any(whole.startswith(word) for whole in named)
    }


def texts_in(content: object) -> list[str]:
    """All texts in plain values, whatever lists and tables they stand in."""
    if isinstance(content, dict | list):
        parts = content.values() if isinstance(content, dict) else content
        return [text for part in parts for text in texts_in(part)]
    return [str(content)]


def words_on(scene: TraceScene) -> list[str]:
    """All words that stand in the picture: lines of type, and what is quoted in formulas."""
    parts = [part.__dict__ for mobject in scene.mobjects for part in mobject.get_family()]
    formulas = {about["formula"] for about in parts if "formula" in about}
    quoted = [said for source in formulas for said in QUOTED.findall(_FONT.sub("", source))]
    return [*(about["sentence"] for about in parts if "sentence" in about), *quoted]
