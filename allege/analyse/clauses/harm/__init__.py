"""Who was harmed, and what did it: not who stands nearest to the verb of harm.

`victims`: who was shot, not who shot. `captives`: who is taken hostage. `results`: what an explosion left.
"""
