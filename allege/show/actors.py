"""Entities as the commands name them: by id, by a name that the ledger or the lists know, or by its own words."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from allege.errors import NotFound, UsageError
from allege.ledger import Ledger
from allege.link.entities.judged import name_id
from allege.link.entities.lines import resolver
from allege.link.entities.resolve import ALIKE, Resolver
from allege.link.entities.seen import Seen, seen, without_article
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
    found = _by_name(wanted, there)
    if len(found) == 1:
        return found[0]
    may = found or [candidate.entity for candidate in answer.candidates]
    if found or (may and "have it" in answer.why):
        raise UsageError(f"could be any of several ({', '.join(may[:5])})", where=wanted, remedy="give the id")
    may = list(dict.fromkeys([*_alike(wanted, there), *may]))
    hint = f"{REMEDY}; it looks like {', '.join(may[:3])}" if may else REMEDY
    raise NotFound("no actor of the ledger or the lists has this name", where=wanted, remedy=hint)


def place(wanted: str, places: Mapping[str, Seen]) -> str | None:
    """The id of the one place of the ledger that `wanted` names, by id or name; None where none or several do."""
    found = [wanted] if wanted in places else _by_name(wanted, places)
    return found[0] if len(found) == 1 else None


def _by_name(wanted: str, there: Mapping[str, Seen]) -> list[str]:
    form = _form(wanted)
    return sorted(i for i, s in there.items() if form and form in map(_form, (s.name, *s.aliases)))


def _form(name: str) -> str:
    return letters(without_article(name))


def _alike(wanted: str, there: Mapping[str, Seen]) -> list[str]:
    """Ids of those whose name in the ledger looks like `wanted`, the most alike first: for a person to choose from."""
    names = {(i, words): without_article(words).lower() for i, s in there.items() for words in (s.name, *s.aliases)}
    near = process.extract(without_article(wanted).lower(), names, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    return list(dict.fromkeys(identity for _, _, (identity, _) in near))


def part(wanted: str, of: str, there: Mapping[str, Seen], using: Resolver) -> str:
    """What is to be split from the entity `of`: another entity, or one of its own names, as the id of these words."""
    known = using.index.by_id.get(of)
    names = {_form(name) for name in (*(known.names if known else ()), *(known.acronyms if known else ()))}
    names |= {_form(name) for name in there[of].aliases} if of in there else set()
    if wanted not in there and wanted not in using.index.by_id and _form(wanted) in names:
        return name_id(wanted)
    return one(wanted, there, using)
