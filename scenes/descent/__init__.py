"""Chapter 1: how a network learns."""
