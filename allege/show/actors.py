"""Entities as the commands name them: by id, by a name that the ledger or the lists know, or by its own words."""

from __future__ import annotations

from collections.abc import Mapping

from allege.errors import NotFound, UsageError
from allege.ledger import Ledger
from allege.link.entities.judged import name_id
from allege.link.entities.lines import resolver
from allege.link.entities.resolve import Resolver
from allege.link.entities.seen import Seen, seen
from allege.link.entities.spelling import letters

REMEDY = "list them with: allege entities"


def held(ledger: Ledger) -> Mapping[str, Seen]:
    """The entities of the ledger by id."""
    return seen(ledger.event_claims())


def lists(ledger: Ledger) -> Resolver:
    """The resolver over the lists that the ledger's settings name."""
    return resolver(ledger.settings.lists)


def one(wanted: str, there: Mapping[str, Seen], using: Resolver) -> str:
    """The id of the one entity that `wanted` names. Raises NotFound or UsageError naming those that it may mean."""
    if wanted in there:
        return wanted
    if wanted in using.index.by_id:
        return using.index.by_id[wanted].id
    answer = using.resolve(wanted)
    if answer.entity is not None:
        return answer.entity
    form = letters(wanted)
    found = sorted(i for i, s in there.items() if form and form in map(letters, (s.name, *s.aliases)))
    if len(found) == 1:
        return found[0]
    may = found or [candidate.entity for candidate in answer.candidates]
    if found or (may and "have it" in answer.why):
        raise UsageError(f"could be any of several ({', '.join(may[:5])})", where=wanted, remedy="give the id")
    hint = f"{REMEDY}; it looks like {', '.join(may[:3])}" if may else REMEDY
    raise NotFound("no actor of the ledger or the lists has this name", where=wanted, remedy=hint)


def part(wanted: str, of: str, there: Mapping[str, Seen], using: Resolver) -> str:
    """What is to be split from the entity `of`: another entity, or one of its own names, as the id of these words."""
    known = using.index.by_id.get(of)
    names = {letters(name) for name in (*(known.names if known else ()), *(known.acronyms if known else ()))}
    names |= {letters(name) for name in there[of].aliases} if of in there else set()
    if wanted not in there and wanted not in using.index.by_id and letters(wanted) in names:
        return name_id(wanted)
    return one(wanted, there, using)
