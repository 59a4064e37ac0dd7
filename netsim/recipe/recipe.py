"""What to train and what to keep of it: a recipe, checked as it is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from pydantic import ValidationError

from netsim.recipe.data import DataSection
from netsim.recipe.network import NetworkSection
from netsim.recipe.one_sentence import in_one_sentence
from netsim.recipe.record import RecordSection
from netsim.recipe.section import RecipeError, Section
from netsim.recipe.training import TrainingSection
from netsim.recipe.worked import WorkedSection


class Recipe(Section):
    """What to train and what to keep; every key has a default.

    `Recipe()` is the default lesson. A recipe made from a file's tables goes through `from_dict`,
    whose errors are one sentence.
    """

    network: NetworkSection = NetworkSection()
    data: DataSection = DataSection()
    training: TrainingSection = TrainingSection()
    record: RecordSection = RecordSection()
    worked: WorkedSection = WorkedSection()

    @classmethod
    def from_dict(cls, tables: Mapping[str, Any], where: str = "the recipe") -> Self:
        """Make a recipe from nested tables, such as a parsed TOML file.

        Parameters
        ----------
        tables
            Sections by name, each a table of keys.
        where
            What an error calls the source, such as the file's name.

        Raises
        ------
        RecipeError
            For a key that does not exist, a wrong type or an impossible value.
        """
        try:
            return cls.model_validate(dict(tables))
        except ValidationError as error:
            raise RecipeError(in_one_sentence(error, cls, where)) from None
