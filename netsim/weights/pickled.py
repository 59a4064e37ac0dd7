"""Pickles, which hold networks of PyTorch and scikit-learn, and any program: never opened, but there is another way."""

from __future__ import annotations

from pathlib import Path

from netsim.weights.found import Unfit

#: Two lines that write the numbers alone, by the ending of the pickle.
TORCH = """from safetensors.torch import save_file
    save_file(model.state_dict(), "{name}.safetensors")"""
SCIKIT_LEARN = """import numpy as np
    np.savez("{name}.npz", *model.coefs_, *model.intercepts_)"""
LINES = dict.fromkeys((".pt", ".pth", ".ckpt", ".bin"), TORCH) | dict.fromkeys(
    (".pkl", ".pickle", ".joblib"), SCIKIT_LEARN
)


def check_ending(path: Path) -> None:
    """Find out whether a file is a pickle by its name; raises Unfit, which says what to write."""
    if path.suffix.lower() in LINES:
        raise _pickle(path, LINES[path.suffix.lower()])


def check_start(path: Path, content: bytes) -> None:
    """Find out whether a file is one by its content, whatever its name: PyTorch's old way, or a zip of its own."""
    protocol = content[:1] == b"\x80" and content[1:2] in b"\x02\x03\x04\x05" and any(content[4:8])
    if protocol or (content[:2] == b"PK" and b"data.pkl" in content[:1024]):
        raise _pickle(path, TORCH)


def _pickle(path: Path, lines: str) -> Unfit:
    return Unfit(
        "is a pickle, which can hold any program and is never opened; where it was made, these two lines write its "
        f"numbers alone:\n    {lines.format(name=path.stem)}\nname that file then"
    )
