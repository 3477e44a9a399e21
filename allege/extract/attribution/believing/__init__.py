"""How likely it is that somebody speaks where the rules hear it, and which of them are believed.

`lexicon`: how often a word reports. `context`: what stands around it. `choose`: the likeliest frame of each cue.
"""
