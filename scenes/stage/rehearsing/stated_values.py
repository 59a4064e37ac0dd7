"""What a beat states, for paper: its words, the formulas on stage and the numbers in the words, as Typst code."""

from __future__ import annotations

import re

from netsim import Reading, Trace
from scenes.formulas.rules_of_activations import ACTIVATION_FORMULAS
from scenes.formulas.vocabulary import part_of
from scenes.look.roles import MATH
from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import markup, runs
from scenes.stage.stage import TraceScene
from scenes.words.messages import Messages
from scenes.words.sentence import Sentence

_STATES = re.compile(r"\S\s*(=|approx)\s*\S")

#: Symbols of numbers that have one in the formulas on screen, by place in the trace.
SYMBOLS = {
    "chain/dC_dw": part_of("chain_rule", "dC_dw"),
    "chain/a[3]": part_of("activation_one", "a"),
    "chain/y": "y",
    "threads/nudge[4]": "Delta w",
    "update/eta": "eta",
    "worked/eta": "eta",
    "levers/dC_db": "(partial C_0) / (partial b)",
}


def on_paper(sentence: Sentence, theme: Theme) -> str:
    """Return what a message says as Typst code, in the theme's colours."""
    code, maths = str(sentence), [(start, end) for start, end, role in runs(sentence) if role == MATH]
    for one in reversed(sentence.shown):
        if any(start <= one.start and one.end <= end for start, end in maths):
            code = f"{code[: one.start]}{in_formula(one.text)}{code[one.end :]}"
    return markup(code, theme)


def in_formula(number: str) -> str:
    """Return a number, as a language writes it, as Typst mathematics: its comma is none of a list."""
    return f'#text("{number}")' if "," in number else number


def function_on_paper(name: str, words: Messages) -> tuple[str, str]:
    """Return what an activation gives of z, and its slope, with z_j and a_j in it, as Typst mathematics."""
    written = ACTIVATION_FORMULAS[name]
    value, slope = written.value, written.slope.source.partition(" = ")[2]
    for word in ("if", "else"):
        said = _quoted(words.say("rules", {}, word))
        value, slope = (code.replace(f"<{word}>", said) for code in (value, slope))
    return value, slope


def formulas_on(scene: TraceScene) -> tuple[str, ...]:
    """List the formulas on stage that state something, as mathematics."""
    parts = [part for mobject in scene.staged() for part in mobject.get_family()]
    sources = dict.fromkeys(part.__dict__["formula"] for part in parts if "formula" in part.__dict__)
    return tuple(source for source in sources if _STATES.search(source))


def numbers_in(sentence: Sentence, trace: Trace, words: Messages) -> tuple[str, ...]:
    """List the numbers of the trace that a sentence says, each with its symbol or its place, as mathematics.

    What is derived from the trace, such as a count, has no place of its own: the words say all there is to say of it.
    """
    readings = [reading for reading in sentence.readings if reading.key in trace]
    return tuple(dict.fromkeys(_number(reading, trace, words) for reading in readings))


def _number(reading: Reading, trace: Trace, words: Messages) -> str:
    value = float(reading)
    text, exact = (f"{value:.0f}", True) if value == round(value) else (f"{value:.4f}", float(f"{value:.4f}") == value)
    sign = "=" if exact else "approx"
    return f"{'-' if reading.sign < 0 else ''}{_symbol(reading, trace, words)} {sign} {text}"


def _symbol(reading: Reading, trace: Trace, words: Messages) -> str:
    place = f"{reading.key}{list(reading.index) if reading.index else ''}"
    kinds = {f"a{trace.L}": "a^((L))", "y": "y"}
    if place in SYMBOLS:
        return SYMBOLS[place]
    if reading.key.startswith("chain/measured"):
        return part_of("chain_ratios", "dC_dw")
    if reading.key == "worked/C":
        updates = int(trace["worked/steps"][reading.index[0]])
        return f"C_0 {_quoted(words.say('numbers-said', {'updates': updates}, 'after'))}"
    if reading.key == "chain/epsilon":
        return "Delta w"
    if reading.key in kinds:
        return f"{kinds[reading.key]}_{_quoted(trace.output_names[reading.index[-1]])}"
    return _quoted(place)


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
