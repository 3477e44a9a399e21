"""Who was harmed, and what did it: not who stands nearest to the verb of harm.

`victims`: who was shot, not who shot. `whom`: who flees, is fired on or was attacked hours after. `captives`: who is
taken hostage. `results`: what an explosion left.
"""
