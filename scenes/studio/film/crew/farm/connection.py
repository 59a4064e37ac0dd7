"""The connection to a Dask scheduler: made soon or not at all, and silent."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import warnings
from collections.abc import Iterator

from distributed import Client, Security
from distributed.comm.core import connect

from scenes.studio.film.crew.farm.address import FarmError

# A scheduler answers within so many seconds, or is not there.
CONNECT = 5.0


@contextlib.contextmanager
def connected(address: str) -> Iterator[Client]:
    """Connect to the scheduler at an address; at the end the connection closes.

    Raises
    ------
    FarmError
        If no scheduler answers there.
    """
    with _hushed():
        try:
            asyncio.run(_greet(address))
            client = Client(address, timeout=CONNECT, set_as_default=False, name="nudge")
        except OSError:
            raise FarmError(
                f"No cluster answers at {address}; a scheduler says its address when it starts: dask scheduler."
            ) from None
        except ImportError as error:  # of what both sides need, such as one that compresses
            raise FarmError(f"The cluster at {address} cannot be used: {' '.join(str(error).split())}.") from None
        except Exception:
            raise FarmError(f"What answers at {address} is no scheduler of Dask, or one of another version.") from None
        try:
            yield client
        finally:
            with contextlib.suppress(Exception):
                client.close(timeout=CONNECT)


async def _greet(address: str) -> None:
    """Exchange greetings: a client would wait for one without end, where something listens that is no scheduler."""
    arguments = Security().get_connection_args("client")
    comm = await asyncio.wait_for(connect(address, timeout=CONNECT, **arguments), CONNECT)
    comm.abort()


@contextlib.contextmanager
def _hushed() -> Iterator[None]:
    """Let Dask say nothing itself: what a person must know is said by us, in one sentence."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            logging.disable(before)
