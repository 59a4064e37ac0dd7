"""[data]: what the network learns from."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from netsim.recipe.section import Count, Name, Section, Seed

#: Data of a lesson's own, read from its `path`.
OWN = ("csv", "npz", "images")


class DataSection(Section):
    """[data]: what the network learns from."""

    name: Literal["digits", "mnist", "xor", "spiral", "csv", "npz", "images"] = Field(
        "digits",
        description="bundled digits, MNIST, a toy set, or data of your own: a table, arrays, a folder of images",
    )
    path: Name = Field("", description="csv, npz: the file; images: the folder; as seen from the lesson's own folder")
    label: Name = Field("", description="csv: the labels' column, by default the last; npz: their array, label or y")
    scale: Literal["unit", "standard", "none"] = Field(
        "unit", description="csv, npz: features to 0..1, to mean 0 and deviation 1, or as they are"
    )
    size: int = Field(28, ge=4, le=64, description="images: pixels of a side that all are scaled to")
    invert: bool = Field(False, description="images: dark and bright change places, as for ink on paper")
    folder: Name = Field("", description="mnist: where its files are; if empty, NUDGE_MNIST_DIR, else fetched once")
    unseen: Count | None = Field(None, description="how many are held out; if absent, the data's own choice")
    seed: Seed = Field(0, description="deals the examples into those that are learned from and the unseen")

    @model_validator(mode="after")
    def _path_fits_name(self) -> Self:
        if self.name in OWN and not self.path:
            raise ValueError(f"name = {self.name!r} needs a path, expected the place of the data beside the lesson")
        if self.path and self.name not in OWN:
            raise ValueError(f"path belongs to name = 'csv', 'npz' or 'images', not to {self.name!r}")
        return self
