"""What is said of a noun behind it: hung on the noun that it is said of, where the parser chose another.

`relatives`: whom "who" means, and who it was that did it. `participles`: of what crowd. `prepositions`: against whom,
of whom, to whom.
"""
