"""Traces written by hand, and what is said of those that are none."""

import json

import numpy as np
import pytest

from netsim import Trace, TraceError, verify
from netsim.trace.store import array_digest, header_digest


def parts(path):
    """Header and arrays, as any reader of .npz sees them."""
    with np.load(path) as stored:
        return json.loads(str(stored["header"])), {key: stored[key] for key in stored if key != "header"}


def forge(path, header, arrays, seal=True):
    """Write a trace by hand, with digests that fit unless seal is False."""
    if seal and isinstance(header, dict):
        for key in header.get("arrays", {}):
            if key in arrays:
                header["arrays"][key]["sha256"] = array_digest(arrays[key])
        header["digest"] = header_digest(header)
    np.savez(path, header=np.array(json.dumps(header)), **arrays)


def read_all(path):
    verify(Trace.load(path))


def refused(path, said, read=True):
    """Check the one sentence that loading (or reading all of) a file ends in."""
    with pytest.raises(TraceError, match=said) as caught:
        (read_all if read else Trace.load)(path)
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith(".")
    assert str(path) in text or path.name in text
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
