"""What tests of the recorder keep: moments of the run that is made by hand."""

from netsim import Recorder
from tests.netsim.recorder.by_hand import run, told

FEW = (0, 1, 2, 5, 10, 30)
#: What only a network of two inputs has; this one has four.
PLANE = {"boundary"}


def recorded(steps=FEW, form=lambda arrays: arrays, exhibits=(), **more):
    recorder = Recorder(**told(**more))
    for step, weights, gradients, batch in run(max(steps)):
        if step in steps:
            recorder.keep(step, form(weights), form(gradients), batch)
    return recorder.trace(exhibits)


def kept(*calls, **more):
    recorder = Recorder(**told(**more))
    for call in calls:
        recorder.keep(*call)
    return recorder


FIRST, SECOND = (weights for _, weights, _, _ in run(1))
GRADIENTS = next(run(0))[2]
BATCH = next(run(0))[3]
