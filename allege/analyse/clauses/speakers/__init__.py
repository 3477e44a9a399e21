"""Who tells: gives a verb of saying the speaker that the parser hung elsewhere, or took for another word of it.

`inverted`: who speaks behind what is said. `insets`: who speaks beside it. `listed_tellers`: who tells behind a list.
`told_before`: what is told before who tells it. `introduced`: who tells where he is introduced on the way.
`interrupted`: who speaks in the midst of what he says. `told_on`: what is told on behind him.
"""
