"""`nudge watch`: the page, and the process that draws for it."""
