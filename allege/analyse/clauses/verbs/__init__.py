"""Which word is the verb of a clause, and who does what it tells.

`main_verbs`: a verb taken for a participle. `reduced`: a participle taken for the verb. `garden_paths`: a verb that
comes too late. `gerunds`: "Shelling continued". `helping`: "at no time had they", "stand accused". `caused`: "had him
poisoned". `unmet`: "would have shelled it had the truce not held".
"""
