"""The cost on lines and planes of the weight space: its minima, and ways down."""
