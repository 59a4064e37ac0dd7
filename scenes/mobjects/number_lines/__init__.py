"""Number lines with a value on each, upright side by side, and what runs from one to the next."""
