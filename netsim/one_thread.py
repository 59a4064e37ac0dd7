"""Let BLAS compute on one thread: the order in which several add up decides the last digits."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import lru_cache

import numpy as np  # noqa: F401  its BLAS must be there before it is looked for
from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[object]:
    """Limit the BLAS of numpy to one thread while a block lasts."""
    limited: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limited


@lru_cache(maxsize=1)
def _controller() -> ThreadpoolController:
    """Look once through all libraries of this process, which takes milliseconds."""
    return ThreadpoolController()
