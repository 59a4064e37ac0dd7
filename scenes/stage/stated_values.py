"""What a beat states, for paper: its words, the formulas on stage and the numbers in the words, as Typst code."""

from __future__ import annotations

import re
from string import Formatter

from netsim import Reading, Trace
from scenes.formulas.vocabulary import part_of
from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import markup
from scenes.stage.beats import Beat
from scenes.stage.stage import TraceScene

_STATES = re.compile(r"\S\s*(=|approx)\s*\S")

#: Symbols of numbers that have one in the formulas on screen, by place in the trace.
SYMBOLS = {
    "chain/dC_dw": part_of("chain_rule", "dC_dw"),
    "chain/a[3]": part_of("activation_one", "a"),
    "chain/y": "y",
    "update/eta": "eta",
    "worked/eta": "eta",
    "levers/dC_db": "(partial C_0) / (partial b)",
}


def words_of(scene: type[TraceScene], trace: Trace, theme: Theme) -> dict[str, str]:
    """Return what each beat says, by beat name, as Typst code in the theme's colours."""
    return {name: markup(said, theme) for name, said in scene.says(trace, marked=True).items()}


def formulas_on(scene: TraceScene) -> tuple[str, ...]:
    """List the formulas on stage that state something, as mathematics."""
    parts = [part for mobject in scene.staged() for part in mobject.get_family()]
    sources = dict.fromkeys(part.__dict__["formula"] for part in parts if "formula" in part.__dict__)
    return tuple(source for source in sources if _STATES.search(source))


def numbers_in(scene: type[TraceScene], beat: Beat, trace: Trace) -> tuple[str, ...]:
    """List the numbers that a beat's words name, each with its symbol or its place in the trace, as mathematics."""
    facts = scene.facts(trace)
    named = [facts[field] for _, field, _, _ in Formatter().parse(beat.template) if field]
    return tuple(dict.fromkeys(_number(fact, trace) for fact in named if isinstance(fact, Reading)))


def _number(reading: Reading, trace: Trace) -> str:
    value = float(reading)
    text, exact = (f"{value:.0f}", True) if value == round(value) else (f"{value:.4f}", float(f"{value:.4f}") == value)
    sign = "=" if exact else "approx"
    return f"{'-' if reading.sign < 0 else ''}{_symbol(reading, trace)} {sign} {text}"


def _symbol(reading: Reading, trace: Trace) -> str:
    place = f"{reading.key}{list(reading.index) if reading.index else ''}"
    kinds = {f"a{trace.L}": "a^((L))", "y": "y"}
    if place in SYMBOLS:
        return SYMBOLS[place]
    if reading.key.startswith("chain/measured"):
        return part_of("chain_ratios", "dC_dw")
    if reading.key == "worked/C":
        return f'C_0 "after {reading.index[0]} updates"'
    if reading.key == "chain/epsilon":
        return "Delta w"
    if reading.key in kinds:
        return f'{kinds[reading.key]}_"{_quoted(trace.classes[reading.index[-1]])}"'
    return f'"{place}"'


def _quoted(name: str) -> str:
    return name.replace("\\", "\\\\").replace('"', '\\"')
