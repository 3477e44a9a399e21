"""Words that are taken for others: the tagger gives them another part of speech, and the parser another place.

`tags`: nouns for verbs, verbs for nouns. `headlines`: what a strike does in a headline. `small`: small words taken for
others. `joints`: of whom, by whom each.
"""
