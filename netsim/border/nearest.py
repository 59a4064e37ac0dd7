"""The nearest of some names, for a sentence on one that does not exist."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

#: How similar a name must be, 0 to 1, to be the one that was meant.
SIMILAR = 0.5


def nearest(name: object, names: Iterable[str]) -> str | None:
    """Return the most similar of some names, whatever the case of letters; None if none is similar."""
    spelt = {other.lower(): other for other in names}
    close = get_close_matches(str(name).lower(), spelt, n=1, cutoff=SIMILAR)
    return spelt[close[0]] if close else None


def meant(name: object, names: Iterable[str]) -> str:
    """Ask whether the most similar of some names was meant, in parentheses; "" if none is similar."""
    close = nearest(name, names)
    return f" (did you mean {close!r}?)" if close else ""
