"""Fetches a file once, by pooch: checked by its digest, and under its name only when it is whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from netsim.recipe.section import RecipeError

CHUNK = 1 << 16
PATIENCE = 20.0  # seconds without an answer

Heard = Callable[[int], None]


class FetchError(RecipeError):
    """A file that no address gave; its text says why, for each of them."""


def fetch(addresses: Sequence[str], target: Path, md5: str, heard: Heard | None = None) -> None:
    """Fetch a file from the first of some addresses that has it.

    Parameters
    ----------
    addresses
        URLs of the same file, tried in order.
    target
        Where it goes; nothing stands there until it is whole and its digest is right.
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
    troubles = []
    for address in addresses:
        trouble = _try(address, target, md5, heard)
        if not trouble:
            return
        troubles.append(f"{address}: {trouble}")
    raise FetchError("; ".join(troubles))


def _try(address: str, target: Path, md5: str, heard: Heard | None) -> str:
    """Fetch a file; return what went wrong, or ""."""
    import pooch  # only a run that fetches waits for these two
    import requests

    pooch.get_logger().setLevel("ERROR")  # what there is to say, the error says
    load = pooch.HTTPDownloader(progressbar=_Counter(heard), chunk_size=CHUNK, timeout=PATIENCE)
    try:
        pooch.retrieve(address, f"md5:{md5}", target.name, target.parent, downloader=load)
    except requests.HTTPError as error:
        return f"the server answers {'with an error' if error.response is None else error.response.status_code}"
    except requests.Timeout:
        return f"no answer in {PATIENCE:.0f} s"
    except requests.exceptions.ChunkedEncodingError:
        return "the connection ended before the file did"
    except requests.RequestException as error:
        return _reason(error)
    except ValueError:  # pooch's own, of the digest
        return f"the file is damaged (its MD5 is not {md5})"
    return ""


def _reason(error: BaseException) -> str:
    """Say what the system said of a connection that failed, below all that libraries put around it."""
    below: BaseException | None = error
    while below is not None:
        if isinstance(below, OSError) and below.strerror:
            return below.strerror
        below = below.__cause__ or below.__context__
    return str(error) or type(error).__name__


class _Counter:
    """What pooch takes for a progress bar: passes on how many bytes are there."""

    def __init__(self, heard: Heard | None) -> None:
        self.heard, self.have, self.total = heard, 0, 0

    def update(self, many: int) -> None:
        """Count bytes that came; pooch counts the last chunk as a whole one."""
        self.have = min(self.have + many, self.total or self.have + many)
        if self.heard is not None:
            self.heard(self.have)

    def reset(self) -> None:
        """Begin anew, as pooch does before it tells the whole."""
        self.have = 0

    def close(self) -> None:
        """Nothing is left to do."""
