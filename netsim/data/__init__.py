"""Labelled examples: bundled, MNIST, toys, and files as people have them."""
