"""What is asked of a cluster before anything is done: that it can be one at all. Needs no Dask."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from urllib.parse import urlsplit

SCHEMES = ("tcp", "tls")
EXAMPLE = "tcp://scheduler:8786"


class FarmError(RuntimeError):
    """A cluster that cannot be used, or was lost; its text is one sentence."""


def check_cluster(address: str) -> None:
    """Make sure that this can be a scheduler's address, and that there is a way to reach one.

    Raises
    ------
    FarmError
        If it is no address, or Dask is not installed.
    """
    if not _is_address(address):
        raise FarmError(f"--cluster {address!r} is no address of a scheduler, expected one such as {EXAMPLE}.")
    if find_spec("distributed") is None:
        raise FarmError(
            f"--cluster needs Dask, which is not installed: {sys.executable} -m pip install 'nudge[cluster]'"
        )


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        more = parts.path or parts.query or parts.fragment or parts.username
        return parts.scheme in SCHEMES and bool(parts.hostname) and bool(parts.port) and not more
    except ValueError:
        return False
