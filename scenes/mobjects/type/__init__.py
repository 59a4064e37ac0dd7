"""Words, numbers and formulas on screen."""
