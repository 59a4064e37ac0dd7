"""The engine: trains a small network, and records every number of it that a lesson wants to show."""

from netsim.backprop import Backward, backprop
from netsim.data.datasets import Dataset
from netsim.network import Forward, Network
from netsim.recipe.recipe import Recipe
from netsim.recipe.section import RecipeError
from netsim.record import record
from netsim.recorder.recorder import Recorder
from netsim.trace.features import Feature
from netsim.trace.given import Given
from netsim.trace.header import Described
from netsim.trace.trace import Reading, Trace, TraceError
from netsim.verifying.verify import verify

__all__ = [
    "Backward",
    "Dataset",
    "Described",
    "Feature",
    "Forward",
    "Given",
    "Network",
    "Reading",
    "Recipe",
    "RecipeError",
    "Recorder",
    "Trace",
    "TraceError",
    "backprop",
    "record",
    "verify",
]
