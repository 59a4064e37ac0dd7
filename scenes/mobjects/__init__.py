"""Pictures of one thing each; they know the theme, not the story.

All of them are plain Manim mobjects: ``from scenes.mobjects import NudgeArrow`` works in any scene.
"""

from scenes.mobjects.arrows import NudgeArrow
from scenes.mobjects.bars import Bar, BarColumn
from scenes.mobjects.digit import InputImage
from scenes.mobjects.edges import Edges
from scenes.mobjects.formula import Formula, fly, scale_note
from scenes.mobjects.network import NetworkDiagram, Shape
from scenes.mobjects.neuron import Column, Neuron
from scenes.mobjects.number import Readout, number_column
from scenes.mobjects.number_line import Lens, ValueLine
from scenes.mobjects.pixels import SignedPixels
from scenes.mobjects.plot import Curve, Drops, PlotFrame, Point, Ray, Tangent
from scenes.mobjects.quantity import Quantity, Scale
from scenes.mobjects.rim import Rim
from scenes.mobjects.scatter import PlacedNeuron
from scenes.mobjects.tree import ComputationTree
from scenes.mobjects.typeset import Words, paragraph
from scenes.mobjects.walker import Walker

__all__ = [
    "Bar",
    "BarColumn",
    "Column",
    "ComputationTree",
    "Curve",
    "Drops",
    "Edges",
    "Formula",
    "InputImage",
    "Lens",
    "NetworkDiagram",
    "Neuron",
    "NudgeArrow",
    "PlacedNeuron",
    "PlotFrame",
    "Point",
    "Quantity",
    "Ray",
    "Readout",
    "Rim",
    "Scale",
    "Shape",
    "SignedPixels",
    "Tangent",
    "ValueLine",
    "Walker",
    "Words",
    "fly",
    "number_column",
    "paragraph",
    "scale_note",
]
