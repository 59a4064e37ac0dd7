"""[data]: what the network learns from."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from netsim.recipe.section import CountFromNone, Label, Name, Section, Seed

#: Data of a lesson's own, read from its `path`.
OWN = ("csv", "npz", "images")

#: What the ending of a path tells of the data; a path without one is a folder, and all others are tables.
ENDINGS = {"": "images", ".npz": "npz", ".npy": "npz"}


class DataSection(Section):
    """[data]: what the network learns from."""

    name: Literal["digits", "mnist", "xor", "spiral", "csv", "npz", "images"] = Field(
        "digits",
        description="bundled digits, MNIST, a toy set, or data of your own: csv, a table (text, workbook, Parquet); "
        "npz, arrays; images, a folder; where there is a path, its ending tells it",
    )
    path: Name = Field(
        "",
        description="csv, npz: the file (.npy: the inputs, with the labels beside them); images: the folder; as seen "
        "from the lesson's own folder",
    )
    label: Label = Field(
        "",
        description="csv: the labels' column, its name or its number from 1, or several with commas; by default "
        "label, class or target, else the last; npz: their array",
    )
    target: Literal["class", "number"] = Field(
        "class", description="csv, npz: what is learned of an example: its class; or one to three numbers (label)"
    )
    ignore: tuple[Label, ...] = Field(
        (), strict=False, max_length=1000, description="csv: columns that are no inputs; * stands for any letters"
    )
    gaps: Literal["drop", "mean"] = Field(
        "drop", description="csv, npz: rows with gaps are left out; or filled with the training examples' mean"
    )
    image: tuple[Annotated[int, Field(ge=1, le=64)], ...] = Field(
        (), strict=False, description="csv, npz: height and width of the image that a row is; if empty, it is found out"
    )
    scale: Literal["unit", "standard", "none"] = Field(
        "unit", description="csv, npz: features to 0..1, to mean 0 and deviation 1, or as they are"
    )
    size: int = Field(28, ge=4, le=64, description="images: pixels of a side that all are scaled to")
    invert: bool = Field(False, description="images: dark and bright change places, as for ink on paper")
    folder: Name = Field("", description="mnist: where its files are; if empty, NUDGE_MNIST_DIR, else fetched once")
    unseen: CountFromNone | None = Field(
        None, description="how many are held out, 0 for none; if absent, the data's own choice"
    )
    seed: Seed = Field(0, description="deals the examples into those that are learned from and the unseen")

    @model_validator(mode="before")
    @classmethod
    def _name_follows_from_path(cls, keys: Any) -> Any:
        if isinstance(keys, dict) and keys.get("path") and isinstance(keys["path"], str) and "name" not in keys:
            return keys | {"name": ENDINGS.get(PurePath(keys["path"]).suffix.lower(), "csv")}
        return keys

    @model_validator(mode="after")
    def _path_fits_name(self) -> Self:
        if self.name in OWN and not self.path:
            raise ValueError(f"name = {self.name!r} needs a path, expected the place of the data beside the lesson")
        if self.path and self.name not in OWN:
            raise ValueError(f"path belongs to name = 'csv', 'npz' or 'images', not to {self.name!r}")
        if self.target == "number" and self.name not in ("csv", "npz"):
            raise ValueError(f"target = 'number' belongs to name = 'csv' or 'npz', not to {self.name!r}")
        if len(self.image) not in (0, 2):
            raise ValueError(f"image = {list(self.image)}, expected height and width, such as [28, 28]")
        return self
