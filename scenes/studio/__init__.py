"""The studio: turns scenes into files. It knows scenes only by their names, beats and what they say."""
