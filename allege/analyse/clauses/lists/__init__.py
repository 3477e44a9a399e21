"""What stands in a row: who and what is a member of it, and which verbs share an object or a subject.

`members`: who is a member of a list. `rows`: verbs that share an object. `sides`: two sides, and who did not.
"""
