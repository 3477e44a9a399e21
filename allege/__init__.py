"""Allege: who claims what, on whose word, how firmly, on what evidence."""

__version__ = "0.1.0"
