"""The story: which scenes there are, in the order of telling."""

from __future__ import annotations

from scenes.calculus.average_and_vector import AverageAndVector
from scenes.calculus.back_another_layer import BackAnotherLayer
from scenes.calculus.delta_recursion import DeltaRecursion
from scenes.calculus.made_of_what import MadeOfWhat
from scenes.calculus.many_neurons import ManyNeurons
from scenes.calculus.many_paths import ManyPaths
from scenes.calculus.matrix_form import MatrixForm
from scenes.calculus.names import Names
from scenes.calculus.reverse_mode import ReverseMode
from scenes.calculus.small_nudge import SmallNudge
from scenes.calculus.smallest_network import SmallestNetwork
from scenes.calculus.swap_one_factor import SwapOneFactor
from scenes.calculus.symbol_by_symbol import SymbolBySymbol
from scenes.calculus.three_derivatives import ThreeDerivatives
from scenes.calculus.with_indices import WithIndices
from scenes.calculus.worked_example import WorkedExample
from scenes.descent.cost_of_all import CostOfAll
from scenes.descent.cost_of_one import CostOfOne
from scenes.descent.decision_boundary import DecisionBoundary
from scenes.descent.every_component import EveryComponent
from scenes.descent.every_dial import EveryDial
from scenes.descent.labelled_examples import LabelledExamples
from scenes.descent.memorising import Memorising
from scenes.descent.never_told import NeverTold
from scenes.descent.one_dial import OneDial
from scenes.descent.one_neuron import OneNeuron
from scenes.descent.one_number import OneNumber
from scenes.descent.smoothness import Smoothness
from scenes.descent.starts_with_noise import StartsWithNoise
from scenes.descent.step_by_step import StepByStep
from scenes.descent.the_network import TheNetwork
from scenes.descent.three_functions import ThreeFunctions
from scenes.descent.two_dials import TwoDials
from scenes.descent.what_it_did_not import WhatItDidNot
from scenes.descent.what_it_learned import WhatItLearned
from scenes.nudges.again_and_again import AgainAndAgain
from scenes.nudges.back_again import BackAgain
from scenes.nudges.bang_for_the_buck import BangForTheBuck
from scenes.nudges.every_example import EveryExample
from scenes.nudges.every_weight import EveryWeight
from scenes.nudges.mini_batches import MiniBatches
from scenes.nudges.only_one_class import OnlyOneClass
from scenes.nudges.output_nudges import OutputNudges
from scenes.nudges.previous_layer import PreviousLayer
from scenes.nudges.sensitivity import Sensitivity
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.nudges.the_question import TheQuestion
from scenes.nudges.three_levers import ThreeLevers
from scenes.nudges.two_walkers import TwoWalkers
from scenes.nudges.whole_of_it import WholeOfIt
from scenes.nudges.wish_and_effect import WishAndEffect
from scenes.stage.chapters import CHAPTERS
from scenes.stage.stage import TraceScene

SCENES: tuple[type[TraceScene], ...] = (
    NeverTold,
    TheNetwork,
    OneNeuron,
    EveryDial,
    LabelledExamples,
    StartsWithNoise,
    CostOfOne,
    CostOfAll,
    OneNumber,
    OneDial,
    TwoDials,
    StepByStep,
    EveryComponent,
    Smoothness,
    WhatItLearned,
    DecisionBoundary,
    WhatItDidNot,
    Memorising,
    ThreeFunctions,
    TheQuestion,
    Sensitivity,
    OutputNudges,
    ThreeLevers,
    BangForTheBuck,
    PreviousLayer,
    WishAndEffect,
    SumOfWishes,
    BackAgain,
    EveryWeight,
    OnlyOneClass,
    EveryExample,
    MiniBatches,
    TwoWalkers,
    AgainAndAgain,
    WholeOfIt,
    SmallestNetwork,
    Names,
    MadeOfWhat,
    SmallNudge,
    ThreeDerivatives,
    AverageAndVector,
    SwapOneFactor,
    BackAnotherLayer,
    ManyNeurons,
    WithIndices,
    ManyPaths,
    DeltaRecursion,
    MatrixForm,
    WorkedExample,
    ReverseMode,
    SymbolBySymbol,
)

#: What the short film tells: a landscape to go down, the wishes on their way back, the whole training, the chain rule.
ESSENTIALS: tuple[type[TraceScene], ...] = (
    TwoDials,
    TheQuestion,
    OutputNudges,
    PreviousLayer,
    SumOfWishes,
    BackAgain,
    EveryWeight,
    AgainAndAgain,
    SmallNudge,
)
#: The beats that it leaves out of them.
BESIDES: dict[type[TraceScene], tuple[str, ...]] = {
    TwoDials: ("another_dial", "the_gradient", "all_of_them"),
    AgainAndAgain: ("one_step", "the_moment_is_gone"),
}


def told_in_short(scene: type[TraceScene]) -> list[str]:
    """Return the beats that the short film tells: of an essential scene, one that replaces it, or a lesson's own."""
    if not issubclass(scene, ESSENTIALS) and issubclass(scene, SCENES):
        return []
    left_out = {name for base in scene.__mro__ for name in BESIDES.get(base, ())}
    return [beat.name for beat in scene.beats() if beat.name not in left_out]


def scenes_of(chapter: str) -> tuple[type[TraceScene], ...]:
    """Return a chapter's scenes in the order of telling."""
    return tuple(scene for scene in SCENES if scene.chapter == chapter)


def all_scenes() -> tuple[type[TraceScene], ...]:
    """Return every scene, chapter by chapter."""
    return tuple(scene for chapter in CHAPTERS for scene in scenes_of(chapter))
