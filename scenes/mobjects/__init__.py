"""Pictures of one thing each; they know the theme, not the story.

All of them are plain Manim mobjects: ``from scenes.mobjects import NudgeArrow`` works in any scene.
"""

from scenes.mobjects.amounts.arrows import NudgeArrow
from scenes.mobjects.amounts.bars import Bar, BarColumn
from scenes.mobjects.amounts.gauge import Gauge
from scenes.mobjects.amounts.quantity import Quantity, Scale
from scenes.mobjects.network.digit import InputImage
from scenes.mobjects.network.edges import Edges
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.network.neuron import Column, Neuron
from scenes.mobjects.network.pixels import SignedPixels
from scenes.mobjects.network.rim import Rim
from scenes.mobjects.network.shape import Shape
from scenes.mobjects.number_lines.value_dot import ValueDot
from scenes.mobjects.plots.plot import Curve, Drops, PlotFrame, Ray, Tangent
from scenes.mobjects.plots.scatter import PlacedNeuron
from scenes.mobjects.plots.tracer import Tracer
from scenes.mobjects.replay import Replay, by_way_of, evenly, there_and_back
from scenes.mobjects.type.formula import Formula, fly, scale_note
from scenes.mobjects.type.number import Readout, number_column
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words, paragraph

__all__ = [
    "Bar",
    "BarColumn",
    "Column",
    "Curve",
    "Drops",
    "Edges",
    "Formula",
    "Gauge",
    "InputImage",
    "NetworkDiagram",
    "Neuron",
    "NudgeArrow",
    "PlacedNeuron",
    "PlotFrame",
    "Quantity",
    "Ray",
    "Readout",
    "Replay",
    "Rim",
    "Scale",
    "Shape",
    "SignedPixels",
    "Spoken",
    "Tangent",
    "Tracer",
    "ValueDot",
    "Words",
    "by_way_of",
    "evenly",
    "fly",
    "number_column",
    "paragraph",
    "scale_note",
    "there_and_back",
]
