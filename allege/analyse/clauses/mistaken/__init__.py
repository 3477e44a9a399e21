"""Words that are taken for others: the tagger gives them another part of speech, and the parser another place.

`tags`: nouns for verbs, verbs for nouns. `people`: people for verbs, days and kinds of things. `headlines`: verbs of
headlines. `shots`: who shot. `small`: small words taken for others. `joints`: of whom, by whom each.
"""
