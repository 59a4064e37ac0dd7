"""Walks of runs, as the exhibit of paths records them."""

from dataclasses import replace

from netsim import Recipe
from netsim.exhibits.nudges.paths import EXHIBIT as PATHS


def planned(run, **training):
    return replace(run, recipe=Recipe.from_dict({"training": training}))


def paths(run):
    return {key.removeprefix("paths/"): array for key, array in PATHS.record(run).items()}
