"""Whoever is told or asked of a deed has no part in it: "| The council | was told that rebels had burned the mill".

Who is warned of a deed may be whom it is done to. Nor have those a part in it of whom it is said that they have none.
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from allege.extract.roles.voice import rules_out

ADDRESSING = frozenset({"tell", "ask", "inform", "notify", "brief", "assure", "question"})
ADDRESSED = frozenset({"nsubjpass", "dobj", "dative"})
CLAUSES = 6
"""Words climbed at most from a deed up to where it is told."""


def has_no_part(act: Token, token: Token) -> bool:
    """Whether a phrase with the head `token` is ruled out ("shot by rebels and not by | guards |"), or is only told."""
    return (token.head.lower_ == "by" and rules_out(token.head)) or _hears(act, token)


def _hears(act: Token, token: Token) -> bool:
    """Whether it is only told, or asked, of what is told with `act`."""
    over = token.head
    if over.lemma_ not in ADDRESSING or token.dep_ not in ADDRESSED or act.i < over.i:
        return False
    way = [act, *islice(act.ancestors, CLAUSES)]
    return any(t.dep_ == "ccomp" and t.head.i == over.i and t.i > token.i for t in way)
