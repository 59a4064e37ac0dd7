"""What is true to say of what a network has learned: right and wrong answers, noise, shuffled labels."""

from __future__ import annotations

from netsim import Trace
from scenes.phrases.words_for_weights import parameters
from scenes.words.numbers import Fact

MUCH = 0.9  # share of answers from which on nearly all are said to be right
CHANCE = 1.6  # times what luck gives: below it nothing was learned that helps
MOST = 0.8  # share of answers above which it is said to work
APART = 0.1  # shares further apart than this are said to differ


def things(trace: Trace) -> str:
    """Return what the examples are called, as several."""
    return "images" if trace.image_shape else "examples"


def unseen_answers(trace: Trace) -> dict[str, Fact]:
    """Return how well a network does on what it has never seen, and how it came to that."""
    count, right = int(trace["tested/count"]), int(trace["tested/right"])
    course, wrong = trace.reading("accuracy"), count - right
    last = len(trace["accuracy"]) - 1
    ends = (f"{course[0]:.1%}", f"{course[last]:.1%}")
    goes = "climbs" if float(course[last]) > float(course[0]) else "goes"
    moves = f"{goes} from {ends[0]} to {ends[1]}" if len(set(ends)) > 1 else f"stays at {ends[0]}"
    those = f"the {count:,} {things(trace)}" if count > 1 else f"the one {things(trace)[:-1]}"
    how_many = "All" if not wrong else f"{right:,}" if right else "None"
    shown = len(trace["tested/wrong_label"])
    others = f"The other {wrong:,}" if shown == wrong else f"Of the other {wrong:,}, some"
    return {
        "share": f"How good is it on {those} that it has never seen? "
        f"While it learns, the share that it gets right {moves}.",
        "right": f"{how_many} of the {count:,} come out right"
        f"{': here are some, with what it says and how brightly' if right else ''}.",
        "wrong": f"{others if right else 'Some'}: what it says, and under it what they are. {_sure_of_wrong(trace)}"
        if wrong
        else "None of them is wrong.",
    }


def _sure_of_wrong(trace: Trace) -> str:
    """Return how sure the network is of the wrong answers that are shown."""
    outputs = trace["tested/wrong_a"]
    if not len(outputs):
        return ""
    if float(outputs.max()) > MUCH:
        return "It can be sure and wrong."
    return "It is not so sure of these." if float(outputs.max()) < 0.5 else ""


def hidden_pictures(trace: Trace, shown: int) -> dict[str, Fact]:
    """Return what the weights of the first layer's neurons are drawn as, and what is not found in them."""
    neurons, image = trace.sizes[1], bool(trace.image_shape)
    layer = "output layer" if trace.L == 1 else "first hidden layer" if trace.L > 2 else "hidden layer"
    drawn = f"{shown:,} of the {neurons:,} neurons" if shown < neurons else f"the {neurons:,} neurons"
    weights = f"The weights of {'the one neuron' if neurons == 1 else drawn} of the {layer}"
    works = ", and still it works" if float(trace["accuracy"][-1]) > MOST else ""
    each = f", each a picture: one {'pixel' if image else 'square'} is one weight"
    return {
        "looks": f"What did it learn to look for? {weights}{each}.",
        "found": f"One might hope for strokes and loops. What is there looks more like blots and noise{works}."
        if image
        else f"No rule is written anywhere: there are only these numbers{works}.",
    }


def noise_of(trace: Trace) -> dict[str, Fact]:
    """Return what the network says of noise, and of how much of it it is sure."""
    noise, real = len(trace["confident/top"]), len(trace["confident/real_top"])
    sure, real_sure = int(trace["confident/sure"]), int(trace["confident/real_sure"])
    top = trace.reading("confident/top", 0)
    often = f"{sure:,} of {noise:,} noise {things(trace)}" if sure else f"no noise {things(trace)[:-1]}"
    return {
        "noise": f"Noise: every {'pixel' if trace.image_shape else 'input'} is drawn by chance. Some of {noise:,} such "
        f"{things(trace)}, the surest first: it says {trace.classes[int(trace['confident/said'][0])]}, with {top:.2f}.",
        "how_sure": f"An output lies above one half for {often}, and for {real_sure:,} of {real:,} real "
        f"{things(trace)}. It was never shown what is none of its classes.",
    }


def memory_of(trace: Trace) -> dict[str, Fact]:
    """Return what came of learning true and shuffled labels."""
    many, same, classes = (int(trace[f"memory/{name}"]) for name in ("examples", "same", "classes"))
    epochs = int(trace["memory/epochs"][-1])
    true, shuffled = (float(trace[f"memory/{run}_right"][-1]) for run in ("true", "shuffled"))
    unseen, luck = (float(trace[f"memory/{run}_unseen"][-1]) for run in ("true", "shuffled"))
    kept = f" ({same:,} got their own back by chance)" if same else ""
    count = parameters(trace)["count"]
    return {
        "next": "Both were trained in the same way, along [minus the gradient](cost): "
        f"{count:,} numbers at every step. How all of them are found is the next chapter.",
        "shuffle": f"One more test: {many:,} {things(trace)}, and their labels dealt anew{kept}: "
        "a label no longer tells what it stands beside.",
        "seen": f"Two runs from the same start, {epochs:,} times through these {many:,}. With true labels it gets "
        f"{true:.1%} right, with [shuffled](focus) ones {shuffled:.1%}{_by_heart(true, shuffled, classes)}.",
        "unseen": f"On {things(trace)} it has never seen: {unseen:.1%} right after true labels, {luck:.1%} after "
        f"[shuffled](focus) ones{_no_use(unseen, luck, classes)}.",
    }


def _by_heart(true: float, shuffled: float, classes: int) -> str:
    """Return what is to be said of nonsense that was learned, if it was."""
    if shuffled >= MUCH and shuffled >= true - APART:
        return ": it has learned them by heart"
    return ": much of it by heart" if shuffled > min(CHANCE / classes, MUCH) else ""


def _no_use(unseen: float, luck: float, classes: int) -> str:
    """Return what is to be said of luck, if shuffled labels gave no more."""
    nothing = luck <= CHANCE / classes and unseen > luck + APART
    return ". What is learned by heart is of no use there" if nothing else ""
