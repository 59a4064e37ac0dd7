"""`nudge check`: the environment, or a lesson."""
