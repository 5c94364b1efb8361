"""Annotator: Arabic news into gold-standard training data."""

__version__ = "0.1.0"
