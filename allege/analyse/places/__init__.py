"""Places that a text names: `toponyms` finds the names, `resolve` says which place each means, `surroundings` where
one lies that no list has. The lists are `geography` (countries, regions, the user's own places) and `index` (towns).
"""
