"""Who is meant: written names come to entities of the lists, with the reason; what only looks alike waits for a person.

`spelling` (what two spellings share) → `known` (the lists, merged) → `readings` (what a written name may stand for) →
`resolve` (one name, one answer) → `names` (names that no list has, held together by their own words) → `judged`
(analysts' merges and splits).
"""
