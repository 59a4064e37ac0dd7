"""Data of one's own, as a lesson that lies in a folder names them."""

from netsim import Recipe
from netsim.data.sources import load_dataset


def load(folder, **keys):
    return load_dataset(Recipe.from_dict({"data": keys}).data, folder)
