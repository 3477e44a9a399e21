"""Fits the encoder of Allege: data → learn → evaluate → export. See README.md beside this file."""
