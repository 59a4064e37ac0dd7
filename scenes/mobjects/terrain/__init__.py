"""The cost over a plane, seen from above and from the side."""
