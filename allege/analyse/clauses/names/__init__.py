"""What the parser makes a part of a name, or another name of it, and what it takes apart in one.

`appositions`: whose name stands behind a place, and names before a bracket. `openings`: who acts behind a place.
`dates`: days beside names. `compounds`: of what place. `one_name`: names with "and". `appointments`: who is given a
post.
"""
