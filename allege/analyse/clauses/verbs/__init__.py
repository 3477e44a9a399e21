"""Which word is the verb of a clause, and who does what it tells.

`main_verbs`: a verb taken for a participle. `reduced`: a participle taken for the verb. `garden_paths`: a verb that
comes too late. `gerunds`: "Shelling continued". `inverted_perfect`: "at no time had they".
"""
