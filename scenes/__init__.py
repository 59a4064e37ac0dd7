"""Scenes that replay a trace of a training network, and the studio that turns them into a film."""
