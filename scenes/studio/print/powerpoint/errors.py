"""What may be wrong with a template: an error of its own, known without python-pptx."""


class TemplateError(ValueError):
    """A template that no deck can be made on; its text is one sentence that says why, and what mends it."""
