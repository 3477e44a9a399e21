"""Who is blamed, and who owns up.

`ties` reads off the words around a deed at whose door it is laid, `courts` those of police and courts; `doers` makes
those its actors; `bare` finds the deed that is meant where it is not named; `shares` counts out deeds that are laid at
several doors; `mutual` parts two who blame each other; `voices` makes sure that whoever blames or owns up is heard to
say so; `acts` tells what a plain statement does by saying whose deed it was.
"""

from __future__ import annotations

from allege.extract.blame.acts import answered
from allege.extract.blame.bare import bare
from allege.extract.blame.doers import culprits, deaths, laid, operations, ties
from allege.extract.blame.mutual import mutual
from allege.extract.blame.shares import shares
from allege.extract.blame.voices import heard

__all__ = ["answered", "bare", "culprits", "deaths", "heard", "laid", "mutual", "operations", "shares", "ties"]
