"""Typst mathematics as plain text, for subtitles and transcripts: raised and lowered signs where Unicode has them."""

from __future__ import annotations

import re

from scenes.look.decimals import MINUS
from scenes.words.breaks import folded

_RAISED = dict(
    zip("0123456789+-=()abcdefghijklmnoprstuvwxyzLTW", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴸᵀᵂ", strict=True)
)
_LOWERED = dict(zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))
_LOWERED |= {" ": "", ",": ""}
_SIGNS = {
    "sigma": "σ",
    "delta": "δ",
    "eta": "η",
    "epsilon": "ε",
    "nabla": "∇",
    "partial": "∂",
    "Delta": "Δ",
    "approx": "≈",
    "times": "×",
    "dot": "·",
    "'": "′",
    "\\/": "/",
    "med": " ",
    "thin": " ",
    "space": " ",
    "quad": " ",
}
_NAMED = re.compile("|".join(rf"\b{sign}(?![A-Za-z])" if sign.isalpha() else re.escape(sign) for sign in _SIGNS))
_CLOSE = re.compile(r"(?<=[∂Δ]) ")  # no space after these
_SCRIPT = re.compile(r"([\^_])(?:\((\([^()]*\)|[^()]*)\)|(\w))")


def in_text(code: str) -> str:
    """Return mathematics as text, such as a⁽⁰⁾ = x; what has no raised or lowered sign stays as a^(…) or a_(…)."""
    named = _CLOSE.sub("", _NAMED.sub(lambda sign: _SIGNS[sign[0]], code))
    scripted = _SCRIPT.sub(_script, named)
    return folded(re.sub(r"(?<![⁽₍^_(])-", MINUS, scripted))


def _script(mark: re.Match[str]) -> str:
    signs, held = (_RAISED if mark[1] == "^" else _LOWERED), mark[2] or mark[3]
    return "".join(signs[sign] for sign in held) if all(sign in signs for sign in held) else mark[0]
