"""What is true to say of a network to one who never saw one: what goes in, its layers, its answer (D1, D3, D5)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from netsim import Trace
from scenes.parts.selection import highest
from scenes.words.numbers import Fact

COUNTS = ("no", "one", "two", "three", "four", "five", "six")  # as many hidden layers as there can be


def what_goes_in(trace: Trace) -> dict[str, Fact]:
    """Return what is asked of a program that is shown the followed example, and what it is to the program."""
    star, inputs = f"[{trace.classes[trace.label(0)]}](focus)", trace.sizes[0]
    numbers = f"{inputs:,} number{'s' if inputs > 1 else ''}"
    if not trace.image_shape:
        return {
            "here": f"Here {'are' if inputs > 1 else 'is'} {numbers}: an example of the class {star}. "
            "How can a program tell the class?",
            "numbers": f"A network takes {'them' if inputs > 1 else 'it'} in like this: "
            f"a circle{' for each' if inputs > 1 else ''}, and the larger the number, the brighter.",
            "neurons": f"{'Each' if inputs > 1 else 'The'} circle is a neuron, and its number is its "
            f"[activation](focus) [a](math). {_first(inputs)}",
        }
    here = f"Here is an image of the class {star}. How can a program tell?"
    if trace.header.get("data") in ("digits", "mnist"):
        here = f"Here is a handwritten {star}. You see at once what it is: how can a program tell?"
    ends = "0 is dark, 1 is bright" if _within_one(trace) else "the larger, the brighter"
    return {
        "here": here,
        "numbers": f"To a program it is {numbers}, one for each pixel: {ends}.",
        "neurons": "In a network each pixel is a neuron, and its number is its [activation](focus) [a](math). "
        f"{_first(inputs)}",
    }


def layers_of(trace: Trace) -> dict[str, Fact]:
    """Return the way from the first layer to the outputs."""
    *hidden, outputs = trace.sizes[1:]
    to = f"{outputs} outputs"
    if not hidden:
        return {"layers": f"{_state(trace)}From these activations it works out those of its last layer: {to}."}
    sizes = sorted(set(hidden))
    each = f"{hidden[0]:,} neuron{'s' if hidden[0] > 1 else ''}"
    if len(hidden) == 1:
        through = f"a hidden layer of {each}"
    elif len(sizes) == 1:
        through = f"{COUNTS[len(hidden)]} hidden layers of {each}"
    else:
        through = f"hidden layers of {', '.join(f'{n:,}' for n in hidden[:-1])} and {hidden[-1]:,} neurons"
    how = "Each layer decides the next" if _state(trace) else "Layer by layer, the activations decide the next ones"
    return {"layers": f"{_state(trace)}{how}: {through}, then {to}."}


def answer_of(trace: Trace) -> dict[str, Fact]:
    """Return what the network answers for the followed example at the last recorded step, and how good that is."""
    last = len(trace.steps) - 1
    outputs, label = trace.reading(f"a{trace.L}", last, 0), trace.label(0)
    loudest, values = highest(outputs), np.asarray(outputs.value)
    rule = "One output for each class; the brightest is the answer"
    if (values == values[loudest]).sum() > 1:
        return {"answer": f"{rule}. Here none is brighter than all others."}
    said = f"{rule}: the [{trace.classes[loudest]}](focus), with {outputs[loudest]:.2f}"
    learned = int(trace.steps[last]) > 0
    if loudest == label:
        return {
            "answer": f"{said}. {'How did it get there?' if learned else 'That is luck: it has learned nothing yet.'}"
        }
    return {"answer": f"{said}. That is wrong: it has {'not learned enough' if learned else 'learned nothing yet'}."}


def start_of(trace: Trace) -> dict[str, Fact]:
    """Return how the weights and biases stand at the first recorded step."""
    updates = int(trace.steps[0])
    if updates == 0:
        return {"dials": "At the start nobody has turned a dial: every weight and bias is drawn at random."}
    times = f"{updates:,} time{'s' if updates > 1 else ''}"
    return {
        "dials": f"At the start every weight and bias is drawn at random. Here they have been turned {times} since."
    }


def _first(inputs: int) -> str:
    if inputs <= 2:
        return "It is the whole input layer." if inputs == 1 else "Both are the input layer."
    return f"All {inputs:,} are the input layer."


def _state(trace: Trace) -> str:
    """Return, as the start of a sentence, that the network shown has learned; "" if it has not."""
    last = len(trace.steps) - 1
    if int(trace.steps[last]) == 0:
        return ""
    outputs = trace[f"a{trace.L}"][last, 0]
    right = bool((np.delete(outputs, trace.label(0)) < outputs[trace.label(0)]).all())
    return f"This network has already learned{'' if right else ' a little'}. "


def _within_one(trace: Trace) -> bool:
    x = trace["x"][0]
    return bool(x.min() >= 0 and x.max() <= 1)


def dials_of(trace: Trace) -> dict[str, Fact]:
    """Return what the weights and biases are, how many there are, and what it means to learn."""
    weights, count = sum(k * j for k, j in pairwise(trace.sizes)), sum((k + 1) * j for k, j in pairwise(trace.sizes))
    from_each, lit = ("pixel", "lit pixel") if trace.image_shape else ("input", "input")
    onward = "neuron, and so on" if trace.L > 1 else "output"
    return {
        "each": f"From every {from_each} to every {onward}: each edge is a weight. Here are all {weights:,}.",
        "and_biases": f"Each neuron after the {from_each}{'s' if trace.sizes[0] > 1 else ''} also has a bias: "
        f"in all {count:,} numbers to turn, like dials.",
        "one": f"Here is one of them: the weight from one {lit} to one neuron.",
        "learn": f"To learn is to find a setting of all {count:,} dials at which the answers come out right.",
    }
