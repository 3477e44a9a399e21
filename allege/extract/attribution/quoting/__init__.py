"""Quotations: where they stand, and whose they are.

`quotes`: where a text quotes. `fit`: content reaches over the quotation it begins in. `alone`: those that no cue
governs. `below`: what is said in the paragraph below.
"""
