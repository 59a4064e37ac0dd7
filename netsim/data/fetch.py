"""Fetches a file once: resumable, checked by its digest, renamed only when it is whole."""

from __future__ import annotations

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

from netsim.recipe.recipe import RecipeError

CHUNK = 1 << 16
PATIENCE = 20.0  # seconds without an answer

Heard = Callable[[int], None]


class FetchError(RecipeError):
    """A file that no address gave; its text says why, for each of them."""


def fetch(addresses: Sequence[str], target: Path, md5: str, heard: Heard | None = None) -> None:
    """Fetch a file from the first of some addresses that has it; what a broken run left is gone on with.

    Parameters
    ----------
    addresses
        URLs of the same file, tried in order.
    target
        Where it goes; until it is whole and its digest is right, it is beside it and ends in `.part`.
    md5
        Its digest, in hexadecimal digits (against accidents of transport, not against forgers).
    heard
        Called with the number of bytes that are there, now and then.

    Raises
    ------
    FetchError
        If no address gave it.
    OSError
        If it cannot be written.
    """
    part = target.with_name(f"{target.name}.part")
    part.parent.mkdir(parents=True, exist_ok=True)
    troubles = []
    for address in addresses:
        resumed = part.exists() and part.stat().st_size > 0
        trouble = _try(address, part, md5, heard)
        if trouble and resumed and not part.exists():  # what was there before was of another file
            trouble = _try(address, part, md5, heard)
        if not trouble:
            part.replace(target)
            return
        troubles.append(f"{address}: {trouble}")
    raise FetchError("; ".join(troubles))


def _try(address: str, part: Path, md5: str, heard: Heard | None) -> str:
    """Fetch the rest of a file; return what went wrong, or "". A file with a wrong digest is removed."""
    try:
        _append(address, part, heard)
    except urllib.error.HTTPError as error:
        if error.code != http.client.REQUESTED_RANGE_NOT_SATISFIABLE:  # there is nothing after what we have
            return f"the server answers {error.code}"
    except urllib.error.URLError as error:
        return str(getattr(error.reason, "strerror", None) or error.reason)
    except (http.client.HTTPException, ConnectionError, TimeoutError, ValueError) as error:
        return str(error) or type(error).__name__
    found = hashlib.md5(part.read_bytes(), usedforsecurity=False).hexdigest()
    if found != md5:
        part.unlink()
        return f"the file is damaged (MD5 {found}, expected {md5})"
    return ""


def _append(address: str, part: Path, heard: Heard | None) -> None:
    """Ask for what comes after the bytes that are there; a server that cannot resume sends all of it."""
    have = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(address, headers={"Range": f"bytes={have}-"} if have else {})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        resumed = answer.status == http.client.PARTIAL_CONTENT
        have = have if resumed else 0
        promised = answer.headers.get("Content-Length")
        end = have + int(promised) if promised else None
        with part.open("ab" if resumed else "wb") as file:
            while chunk := answer.read(CHUNK):
                file.write(chunk)
                have += len(chunk)
                if heard is not None:
                    heard(have)
    if end is not None and have < end:
        raise ConnectionError(f"the connection ended after {have:,} of {end:,} bytes; the same command goes on there")
