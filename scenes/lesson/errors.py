"""What is raised of a lesson that cannot be used."""


class LessonError(ValueError):
    """A lesson that cannot be used; its text is one sentence that says what, where and what mends it."""
