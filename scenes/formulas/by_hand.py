"""What the numbers of a formula give by hand, as they stand on screen: whether "=" is true, or only "≈"."""

from __future__ import annotations

import ast
import re
from fractions import Fraction

from netsim import Reading
from scenes.look.decimals import FINEST, MINUS

FEWEST, MANY = 2, 4  # decimals: at least, and at most in a column of outputs
MOST_OUTPUTS = 1000  # a share is one of so many parts at most

_PART = re.compile(r"\{\{\s*(.*?)\s*:\s*\w+\s*\}\}")
_AS_PYTHON = {MINUS: "-", "times": "*", "^2": "**2", ",": "", "inline": "", "\\": "", "&": ""}


def equals_if_exact(code: str) -> str:
    """Return a formula in numbers, such as ``0.24 approx 0.6 times 0.4``, with "=" if both sides are exactly equal.

    Anything that does not come to a decimal number, such as sigma, leaves it as it is.
    """
    left, sign, right = code.partition(" approx ")
    values = by_hand(left), by_hand(right)
    return f"{left} = {right}" if sign and values[0] is not None and values[0] == values[1] else code


def spec_of_square(side: Reading, square: Reading, share: float) -> str:
    """Return the format in which a side, squared, and taken so many times, gives by hand what is written of it.

    It has two decimals or as many as are needed, and two if no number of them is enough.
    """
    for places in range(FEWEST, FINEST + 1):
        spec = f".{places}f"
        by_digits = Fraction(format(side, spec)) ** 2 * Fraction(share).limit_denominator(MOST_OUTPUTS)
        if Fraction(format(square, spec)) == round(by_digits, places):
            return spec
    return f".{FEWEST}f"


def spec_of_errors(a: Reading, y: Reading, wishes: Reading, spec: str, factor: float) -> str:
    """Return the format in which outputs give by hand what is written of their wishes, so many times what they miss.

    It has two decimals or as many as are needed, and two if four are not enough. All are of shape (n,).
    """
    times, places = Fraction(factor).limit_denominator(MOST_OUTPUTS), int(spec.rstrip("f").rpartition(".")[2])
    for decimals in range(FEWEST, MANY + 1):
        shown = [Fraction(f"{float(each):.{decimals}f}") for each in a]
        errors = [Fraction(str(float(target))) - each for target, each in zip(y, shown, strict=True)]
        written = [Fraction(f"{float(wish):.{places}f}") for wish in wishes]
        if [round(times * error, places) for error in errors] == written:
            return f".{decimals}f"
    return f".{FEWEST}f"


def spec_of_weighted_sum(z: Reading, w: Reading, before: Reading, b: Reading, fewest: int = FEWEST) -> str:
    """Return the format in which w times what comes in, plus b, gives by hand what is written of z.

    It has so many decimals or as many more as are needed, and so many if no number of them is enough.
    """
    for places in range(fewest, FINEST + 1):
        spec = f".{places}f"
        total, *terms = (by_hand(f"({format(part, spec)})") for part in (z, w, before, b))
        assert total is not None
        factor, came, bias = (Fraction(term or 0) for term in terms)
        if total == round(factor * came + bias, places):
            return spec
    return f".{fewest}f"


def by_hand(code: str) -> Fraction | None:
    """Return what sums, products, fractions and squares of numbers give, without any rounding; None for all else."""
    source = _PART.sub(r"\1", code)
    for sign, other in _AS_PYTHON.items():
        source = source.replace(sign, other)
    if not re.fullmatch(r"[\d.+\-*/() ]+", source):
        return None
    try:
        return _value(ast.parse(source.strip(), mode="eval").body)
    except SyntaxError:
        return None


def _value(node: ast.expr) -> Fraction:
    match node:
        case ast.BinOp(left, ast.Add(), right):
            return _value(left) + _value(right)
        case ast.BinOp(left, ast.Sub(), right):
            return _value(left) - _value(right)
        case ast.BinOp(left, ast.Mult(), right):
            return _value(left) * _value(right)
        case ast.BinOp(left, ast.Div(), right):
            return _value(left) / _value(right)
        case ast.BinOp(left, ast.Pow(), ast.Constant(2)):
            return _value(left) ** 2
        case ast.UnaryOp(ast.USub(), operand):
            return -_value(operand)
        case ast.Constant(value):
            return Fraction(str(value))
        case _:
            raise SyntaxError(ast.dump(node))
