"""Docstrings as messages: a scene of one's own needs no second file.

A docstring names facts as ``{label}`` and formats numbers as Python does, ``{cost:.2f}``; here it is written as
the message that says the same.
"""

from __future__ import annotations

import re
from string import Formatter

_SPEC = re.compile(r"([+]?)(,?)(?:\.(\d+)([fg%]))?")


def as_message(docstring: str) -> str:
    """Return a docstring as the text of a message.

    Raises
    ------
    ValueError
        If a format is none that sentences have, or a bracket is not closed.
    """
    text = " ".join(docstring.split())
    pieces = []
    for before, name, spec, _ in Formatter().parse(text):
        pieces.append(re.sub("[{}]", lambda brace: f'{{"{brace[0]}"}}', before))
        if name is not None:
            pieces.append(f"{{ {_call(name, spec or '')} }}")
    return "".join(pieces)


def _call(name: str, spec: str) -> str:
    if not re.fullmatch(r"[a-zA-Z][\w-]*", name):
        raise ValueError(f"{{{name}}} is no name of a fact, expected letters, digits and _")
    match = _SPEC.fullmatch(spec)
    if match is None:
        raise ValueError(
            f"{{{name}:{spec}}} has a format that sentences do not have, expected one such as .2f, +.3f or .1%"
        )
    sign, _, decimals, kind = match.groups()
    if kind == "%":
        return f"PCT(${name}, decimals: {decimals})"
    if kind == "g":
        return f"NUM(${name}, short: {decimals})"
    if kind == "f":
        always = ', sign: "always"' if sign else ""
        return f"NUM(${name}, decimals: {decimals}{always})"
    return f"${name}"
