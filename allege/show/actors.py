"""Entities as the commands name them: by id, by a name that the ledger or the lists know, or by its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from allege.claim import MentionType
from allege.errors import NotFound, UsageError
from allege.ledger import Ledger
from allege.link.entities.judged import is_written_name, name_id
from allege.link.entities.lines import resolver
from allege.link.entities.resolve import ALIKE, Resolver
from allege.link.entities.seen import Seen, seen, unlinked
from allege.link.entities.spelling import is_bare, letters, without_article
from allege.link.model import Judgement, JudgementKind

Pair = tuple[str, str]

REMEDY = "list them with: allege entities"


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom a name may mean: the entities of the ledger `there`, and the lists.

    `loose`: names in claims that no entity has, by the ids of their words; `written`: the forms of all names that
    mentions have, with one way to write each.
    """

    there: Mapping[str, Seen]
    using: Resolver
    loose: Mapping[str, Seen] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)


def held(ledger: Ledger) -> Mapping[str, Seen]:
    """The entities of the ledger by id."""
    return seen(ledger.event_claims())


def cast(ledger: Ledger) -> Cast:
    """The actors of the ledger, and the lists that its settings name."""
    claims = tuple(ledger.event_claims())
    words = (row.words for row in ledger.names([MentionType.ACTOR]) if is_written_name(row.words))
    written = {_form(name): without_article(name) for name in words}
    return Cast(seen(claims), resolver(ledger.settings.lists), unlinked(claims), written)


def one(wanted: str, among: Cast, *, surely: bool = False) -> str:
    """The id of the one entity that `wanted` names: an id, a name in the ledger, or a name of the lists.

    `surely`: for a decision, which must be about nobody else than the words name: the lists must have just this name,
    or the ledger the actor. Raises NotFound or UsageError naming those that it may mean.
    """
    there, using = among.there, among.using
    if wanted in there or wanted in among.loose:
        return wanted
    if wanted in using.index.by_id:
        return using.index.by_id[wanted].id
    found = _by_name(wanted, there)
    if len(found) > 1:
        raise UsageError(f"could be any of several ({_listed(found, among)})", where=wanted, remedy="give the id")
    if found:
        return found[0]
    answer = using.resolve(wanted)
    listed = answer.entity if answer.entity and (not surely or _has(wanted, answer.entity, among)) else None
    if listed is None and _form(wanted) in among.written and (is_written_name(wanted) or not is_bare(wanted)):
        return name_id(among.written[_form(wanted)])
    if listed is not None:
        return listed
    may = [candidate.entity for candidate in answer.candidates]
    if answer.candidates and "have it" in answer.why:
        raise UsageError(f"could be any of several ({_listed(may, among)})", where=wanted, remedy="give the id")
    held = [name for form, name in among.written.items() if _form(wanted) in form and not is_bare(wanted)]
    may = list(dict.fromkeys([*_alike(wanted, there), *sorted(held, key=len), *may]))
    hint = f"{REMEDY}; it looks like {', '.join(may[:3])}" if may else REMEDY
    raise NotFound("no actor of the ledger or the lists has this name", where=wanted, remedy=hint)


def decided(names: tuple[str, str], judgements: Iterable[Judgement], kind: JudgementKind, among: Cast) -> Pair | None:
    """The pair of ids that a standing decision of this kind about two names is kept on; None where there is none.

    Once it is followed, a name may mean somebody else than when it was decided on.
    """
    first, second = (_could(name, among) for name in names)
    said = [item for item in judgements if item.kind is kind and item.other is not None]
    found = [(i.subject, str(i.other)) for i in said]
    return next((p for p in reversed(found) if {*p} & first and {*p} & second and {*p} <= first | second), None)


def _could(wanted: str, among: Cast) -> set[str]:
    """Every id that a name may have stood for."""
    answer = among.using.resolve(wanted)
    listed = {answer.entity} if answer.entity and _has(wanted, answer.entity, among) else set[str]()
    return {wanted, name_id(wanted), *_by_name(wanted, among.there), *listed}


def called(identity: str, among: Cast, words: str = "") -> str:
    """An entity's name and id ("Tide Brigade [tide]"), by the `words` that were given where it has no other name."""
    known = among.using.index.by_id.get(identity)
    here = among.there.get(identity) or among.loose.get(identity)
    forms = (name for name in among.written.values() if name_id(name) == identity)
    name = here.name if here else known.name if known else next(forms, words)
    return f"{without_article(name)} [{identity}]" if name not in {"", identity} else identity


def place(wanted: str, places: Mapping[str, Seen]) -> str | None:
    """The id of the one place of the ledger that `wanted` names, by id or name; None where none or several do."""
    found = [wanted] if wanted in places else _by_name(wanted, places)
    return found[0] if len(found) == 1 else None


def _has(wanted: str, entity: str, among: Cast) -> bool:
    """Whether the ledger holds the entity, or the lists give it just this name."""
    known = among.using.index.by_id.get(entity)
    names = (*known.names, *known.acronyms) if known else ()
    return entity in among.there or _form(wanted) in map(_form, names)


def _listed(found: Iterable[str], among: Cast) -> str:
    return ", ".join(called(identity, among) for identity in list(found)[:5])


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


def part(wanted: str, of: str, among: Cast) -> str:
    """What is to be split from the entity `of`: another entity, or one of its own names, as the id of these words."""
    known, there = among.using.index.by_id.get(of), among.there
    names = {_form(name) for name in (*(known.names if known else ()), *(known.acronyms if known else ()))}
    names |= {_form(name) for name in there[of].aliases} if of in there else set()
    if wanted not in there and wanted not in among.using.index.by_id and _form(wanted) in names:
        return name_id(wanted)
    return one(wanted, among, surely=True)
