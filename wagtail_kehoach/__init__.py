"""Communication plans, outstanding examples and approval by the principal for school portals."""

__version__ = "0.1.0"
