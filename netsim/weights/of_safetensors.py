"""Reads a .safetensors file: arrays by name, as PyTorch and others write them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from netsim.border.opening import content_of
from netsim.weights.found import Found, Unfit
from netsim.weights.names import layers_named
from netsim.weights.pickled import check_start

#: How the format names the types of numbers that are read; BF16 is the upper half of an F32.
TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "i1"}


def read_safetensors(path: Path) -> Found:
    """Read the layers of a .safetensors file.

    Raises
    ------
    Unfit, Unreadable
        If it cannot be read, or is not of such a network.
    """
    from safetensors import SafetensorError, deserialize

    content = content_of(path)
    check_start(path, content)
    try:
        stored = deserialize(content)
    except SafetensorError as error:
        raise Unfit(f"is damaged, cut short or no .safetensors file ({str(error).rstrip('.')})") from None
    return layers_named({name: _array(name, **told) for name, told in stored})


def _array(name: str, dtype: str, shape: list[int], data: bytes) -> np.ndarray:
    if dtype not in TYPES:
        raise Unfit(f"has {name} of {dtype}, expected one of {', '.join(TYPES)}")
    numbers = np.frombuffer(data, TYPES[dtype])
    if dtype == "BF16":
        numbers = (numbers.astype("<u4") << 16).view("<f4")
    return numbers.reshape(shape)
