"""Finds out which arrays of a file are inputs and which are labels, and of which part, by their names."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

INPUTS = ("x", "images", "image", "imgs", "data", "features", "inputs", "input", "arr_0")
LABELS = ("label", "y", "labels", "target", "targets", "arr_1")
PARTS = {"train": "train", "training": "train", "test": "test", "testing": "test"} | dict.fromkeys(
    ("val", "valid", "validation"), "val"
)

_TOKEN = re.compile(r"arr_\d|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@dataclass(frozen=True)
class Role:
    """What an array is by its name.

    Attributes
    ----------
    kind
        "x", inputs; "y", labels; "" if the name does not tell.
    part
        "train", "test", "val"; "" if the name does not tell.
    rest
        What else is in the name, in small letters: arrays that belong together have it in common.
    rank
        Where its word stands among those for its kind; of several, the first is taken.
    """

    kind: str
    part: str
    rest: tuple[str, ...]
    rank: int = 0


def role_of(name: str) -> Role:
    """Read a name: x_train and train_images are inputs to train with, y, Y_test and val_labels are labels."""
    tokens = [token.lower() for token in _TOKEN.findall(name)]
    part = next((PARTS[token] for token in tokens if token in PARTS), "")
    left = [token for token in tokens if token not in PARTS]
    for kind, words in (("y", LABELS), ("x", INPUTS)):
        word = next((token for token in left if token in words), None)
        if word is not None:
            left.remove(word)
            return Role(kind, part, tuple(left), words.index(word))
    return Role("", part, tuple(left))


@dataclass(frozen=True)
class Layout:
    """The names of the arrays that are read; "" for a part that is not there.

    Attributes
    ----------
    x, y
        What is learned from.
    x_unseen, y_unseen
        What is held out.
    unread
        Parts that are not read, by the names of their inputs.
    """

    x: str = ""
    y: str = ""
    x_unseen: str = ""
    y_unseen: str = ""
    unread: tuple[str, ...] = ()


def layout_of(names: Collection[str], label: str = "", x: str = "") -> Layout:
    """Find the arrays of inputs and labels: those to train with, and those of a test part, which are held out.

    Parameters
    ----------
    names
        Of all arrays.
    label
        The name of the labels' array, if a lesson says it.
    x
        The name of the inputs' array, if it is known.
    """
    roles = {name: role_of(name) for name in names}
    if x:
        given = roles[x]
        roles[x] = Role("x", given.part, given.rest, -1)
        roles = {name: role for name, role in roles.items() if role.rest == given.rest or name == label}
    if label in roles:
        roles[label] = Role("y", roles[label].part, roles[label].rest, -1)

    def best(kind: str, *parts: str) -> str:
        found = [name for part in parts for name, role in roles.items() if (role.kind, role.part) == (kind, part)]
        return min(found, key=lambda name: (parts.index(roles[name].part), roles[name].rank), default="")

    inputs = x or best("x", "train", "")
    part = roles[inputs].part if inputs else ""
    found = Layout(inputs, label if label in roles else best("y", part))
    if not part and best("x", "train"):
        return found  # what is held out belongs to another pair
    for other, later in (("test", ("val",)), ("val", ())):
        x_unseen, y_unseen = best("x", other), best("y", other)
        if x_unseen and y_unseen and other != part:
            unread = tuple(name for name in (best("x", left) for left in later) if name)
            return Layout(found.x, found.y, x_unseen, y_unseen, unread)
    return found
