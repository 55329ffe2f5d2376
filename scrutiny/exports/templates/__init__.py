"""Templates that files are made from: ours lie beside this module, and another can be named in their place."""


class TemplateError(ValueError):
    """A template that cannot be used; the message names its file and what is wrong with it."""
