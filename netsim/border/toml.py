"""TOML files of any origin: read as text of bounded size; what is wrong with one ends a sentence that names it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from netsim.border.opening import Unreadable, text_of


def tables_at(path: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises
    ------
    Unreadable
        If it cannot be read, or is not TOML; then with the line.
    """
    return tables_in(text_of(path))


def tables_in(text: str) -> dict[str, Any]:
    """Read the tables of a TOML text.

    Raises
    ------
    Unreadable
        If it is not TOML; then with the line.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Unreadable(f"is not valid TOML: {error}") from None
    except RecursionError:
        raise Unreadable("has brackets nested too deep, expected a list of plain values for a key") from None
    except ValueError:  # Python refuses to convert thousands of digits
        raise Unreadable("has a number of thousands of digits, expected one of a few") from None
