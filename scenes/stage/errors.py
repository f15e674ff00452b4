"""The error of what a user asks for; in a module of its own, which takes no time to import."""


class ParameterError(ValueError):
    """Parameters that cannot be used: what is wrong, where, and what is allowed, in a line or two."""
