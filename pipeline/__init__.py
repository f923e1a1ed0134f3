"""Samenkracht: from the responses of an Atelier Samenkracht to its summary."""

__version__ = "0.1.0"
