"""`nudge explain`: any weight of any recorded moment, taken apart."""
