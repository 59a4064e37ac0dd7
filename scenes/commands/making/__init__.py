"""Commands that make files of a lesson: films, slides, pictures, what is printed."""
