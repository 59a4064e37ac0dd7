"""The look: roles become colours, sizes and times; values become styles."""
