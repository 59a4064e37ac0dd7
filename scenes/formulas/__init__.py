"""The rules of the story, each defined once, and whether their numbers agree by hand."""
