"""The worked example: a 2-2-2 network with the place of each of its numbers, and what is drawn beside it."""
