"""Rehearsals: scenes played through without drawing a frame, and what is learnt of them so."""
