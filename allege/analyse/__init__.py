"""One pass of the language pipeline over each document: `Document -> Analysis`.

This folder is the only one (with `extract/`, which reads what it makes) that may import spaCy.
"""
