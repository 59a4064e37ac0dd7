"""The story's one vocabulary of formulas: rules by name, as pictures with named parts, and as text.

The rules themselves stand in :mod:`scenes.formulas.rules`. A rule says how things depend on each other; its twin
says the same in this network's numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from netsim import Reading
from scenes.formulas.by_hand import equals_if_exact
from scenes.formulas.rules import CLOSE, OPEN, Rule
from scenes.formulas.rules import RULES as RULES_OF_THE_STORY
from scenes.formulas.rules_of_activations import RULES_OF_ACTIVATIONS
from scenes.formulas.rules_of_costs import RULES_OF_COSTS
from scenes.formulas.rules_of_outputs import RULES_OF_OUTPUTS
from scenes.look.decimals import MINUS
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula
from scenes.words.messages import Messages

Numbers = Mapping[str, tuple[Reading, str]]

RULES = RULES_OF_THE_STORY | RULES_OF_COSTS | RULES_OF_OUTPUTS | RULES_OF_ACTIVATIONS

_MARKED = re.compile(r"\{\{\s*(.*?)\s*:\s*(\w+)\s*\}\}")
_SIGNS = re.compile(r"(<\w+>)")  # what is no number of a twin stands between these
_FACTOR = re.compile(r"(?:(?<=times )|(?<=\+ )|(?<=- ))<(\w+)>")  # and a number that is added or taken away
_TERM = re.compile(r"\[(.*)\]")
_WORDED = re.compile(r"<(\w+)>")
_COSTLY = ("dC_dw", "dC_da", "dC_db", "dC_dz", "delta", "deltas")  # parts that are derivatives of the cost


def rule(
    name: str,
    theme: Theme,
    *,
    size: str = "body",
    numbers: Numbers | None = None,
    roles: Mapping[str, str] | None = None,
    instead: Mapping[str, str] | None = None,
    words: Messages | None = None,
) -> Formula:
    """Return a rule as a formula, its parts by name, in its colours.

    Parameters
    ----------
    numbers
        If given, the rule's twin follows an equals sign: readings and formats by the twin's names.
    roles
        Colours of parts instead of the rule's own.
    instead
        What stands in the place of signs of the rule: another function for sigma, a layer for l.
    words
        The messages, for a rule that holds words.
    """
    stated = _stated(name, instead)
    source = stated.source
    if numbers:
        source = f"{source} = {_signed(stated.twin, numbers)}"
    return _formula(source, stated, theme, size, numbers, roles, words)


def twin(
    name: str,
    theme: Theme,
    *,
    numbers: Numbers,
    symbol: str = "",
    size: str = "body",
    roles: Mapping[str, str] | None = None,
    instead: Mapping[str, str] | None = None,
    words: Messages | None = None,
    terms: int = 2,
    a_line: int = 2,
) -> Formula:
    """Return a rule in numbers, each a part by its name; a negative one stands in brackets after a sign.

    It says "=" where the numbers as they are shown give exactly the result as it is shown, else "≈".

    Parameters
    ----------
    numbers
        Readings and formats by the twin's names.
    symbol
        A part of the rule that stands first, with an equals sign: a part of the name ``symbol``.
    instead
        What stands in the place of signs, of that part or between the numbers.
    terms, a_line
        Of how many terms its sum is made, if it has one, and how many stand on a line.
    """
    stated = _stated(name, instead)
    stated = replace(stated, twin=summed(stated.twin, terms, a_line))
    source = _said(stated.twin, numbers)
    colours = _colours(stated) if roles is None else dict(roles)
    if symbol:
        source = f"{{{{ {_parts(stated)[symbol]} : symbol }}}} = {source}"
        colours.setdefault("symbol", colours.get(symbol, stated.role))
    return _formula(source, stated, theme, size, numbers, colours, words)


def summed(code: str, terms: int, a_line: int) -> str:
    """Return a twin's code in which the term of its sum is said as often as there are terms."""
    found = _TERM.search(code)
    if not found:
        return code
    each = [found[1].replace("#", str(i)) for i in range(terms)]
    lines = [" + ".join(each[i : i + a_line]) for i in range(0, terms, a_line)]
    code = code[: found.start()] + " \\ & + ".join(lines) + code[found.end() :]
    if terms == 1:
        code = code.replace(OPEN, "").replace(CLOSE, "")
    return code.replace(" approx ", " approx & ", 1) if len(lines) > 1 else code


def part_of(name: str, part: str) -> str:
    """Return a part of a rule as Typst mathematics.

    Raises
    ------
    KeyError
        If the rule has no such part.
    """
    return _parts(RULES[name])[part]


def text_of(name: str) -> str:
    """Return a rule in plain text, for a terminal."""
    return RULES[name].text


def _stated(name: str, instead: Mapping[str, str] | None) -> Rule:
    """Return a rule, some of its signs replaced."""
    source, *said = RULES[name].source, *_SIGNS.split(RULES[name].twin)
    for sign, other in (instead or {}).items():
        source = source.replace(sign, other)
        said[::2] = [between.replace(sign, other) for between in said[::2]]
    return replace(RULES[name], source=source, twin="".join(said))


def _parts(stated: Rule) -> dict[str, str]:
    """Return the parts of a rule by name, as Typst mathematics."""
    return {mark[2]: mark[1] for mark in _MARKED.finditer(stated.source)}


def _colours(stated: Rule) -> dict[str, str]:
    """Return the colours of a rule's parts: what is a derivative of the cost has its colour."""
    return (dict.fromkeys(_COSTLY, "cost") if stated.role == "ink" else {}) | dict(stated.roles)


def _said(code: str, numbers: Numbers) -> str:
    """Return a twin's code with the sign that is true of its numbers: that of equality, or of nearness."""
    signed = _signed(code, numbers)
    shown = re.sub(r"<(\w+)>", lambda mark: format(*numbers[mark[1]]) if mark[1] in numbers else "", signed)
    nearly = " approx " in shown and equals_if_exact(shown) == shown
    return signed if nearly else signed.replace(" approx ", " = ")


def _signed(code: str, numbers: Numbers) -> str:
    """Return a twin's code in which numbers that will read as negative stand in brackets after a sign."""

    def bracketed(mark: re.Match[str]) -> str:
        reading, spec = numbers[mark[1]]
        return f"({mark[0]})" if format(reading, spec).startswith(MINUS) else mark[0]

    return _FACTOR.sub(bracketed, code)


def _formula(
    source: str,
    stated: Rule,
    theme: Theme,
    size: str,
    numbers: Numbers | None,
    roles: Mapping[str, str] | None,
    words: Messages | None,
) -> Formula:
    colours = _colours(stated) if roles is None else dict(roles)
    names = {mark[2] for mark in _MARKED.finditer(source)} | set(numbers or ())
    used = {part: colour for part, colour in colours.items() if part in names}
    worded = set(_WORDED.findall(source)) - set(numbers or ())
    said = {name: words.say("rules", {}, name) for name in worded} if words else {}
    return Formula(source, theme, numbers=numbers, words=said, roles=used, role=stated.role, size=size)
