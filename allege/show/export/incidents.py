"""Incidents as JSON lines: the form that RECORD describes ("allege incidents --json")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from allege.link.model import Link, Slot
from allege.link.positions.contrast import Row, Side
from allege.link.positions.credibility import UNKNOWN_GRADE, Credibility, credibilities, of_answer
from allege.link.positions.records import FIGURES, Answer, Given, Material, SlotAnswers, Standing, View
from allege.link.positions.sources import TrackRecord

Judge = Callable[[Given], Credibility]
"""What is proposed for an answer of one claim."""

NAMES = {Slot.DATE: "time"}
"""Slots that have another name in the lines."""


def incident_json(view: View, material: Material) -> dict[str, Any]:
    """One incident: its documents by id, its claims by document and name in the record, its status and its slots.

    Each slot lists its alternatives, best supported first. What only says less than an alternative ("gunmen" of a named
    group) stands within it under `coarser`. An alternative that gave way is marked `superseded` (or `retracted`) and
    counts no origin. `disputed` names the slots whose alternatives cannot all be right.
    """
    incident = view.incident
    return {
        "id": incident.id,
        "type": incident.type,
        "documents": list(incident.documents),
        "claims": _claims(incident.claims, material),
        "attached": _claims(incident.attached, material),
        "speech": _claims(view.speech, material),
        "parts": [_claims(part, material) for part in incident.parts],
        "doers_of_parts": [
            {"value": said.value.entity or said.value.words, "words": said.value.words,
             "claim": _claim(said.claim, material)}
            for said in view.doers_of_parts
        ],
        "possibly": list(incident.possibly),
        "reports": view.reports,
        "origins": view.origins,
        "unknown": view.unknown,
        "status": view.status,
        "reason": view.reason,
        "disputed": [_name(slot) for slot in view.disputed],
        "slots": {_name(one.slot): _alternatives(one, material, view) for one in view.slots},
        "credibility": [
            {"claim": _claim(name, material), "value": one.value, "why": one.why}
            for name, one in credibilities(view).items() if name in material.claims
        ],
        "denials": [
            {"who": one.voice.words, "actor": one.actor.words if one.actor else None, "certainty": one.certainty,
             "claim": _claim(one.claim, material), "as_of": one.as_of.isoformat() if one.as_of else None}
            for one in view.denials
        ],
        "corrections": [
            {"document": one.document, "corrects": list(one.corrected), "withdrawn": one.withdrawn, "why": one.why}
            for one in view.corrections
        ],
    }  # fmt: skip


def _alternatives(found: SlotAnswers, material: Material, view: View) -> list[dict[str, Any]]:
    """The answers that stand for themselves, each with those that only say less."""
    nested: dict[int, list[int]] = {}
    for at, answer in enumerate(found.answers):
        if found.slot not in FIGURES and answer.coarser_than:
            nested.setdefault(_finest(found, answer.coarser_than), []).append(at)
    inner = {at for coarse in nested.values() for at in coarse}

    def told(answer: Answer) -> dict[str, Any]:
        return _answer(answer, material, of_answer(view, found, answer))

    return [
        told(answer) | ({"coarser": [told(found.answers[low]) for low in nested[at]]} if at in nested else {})
        for at, answer in enumerate(found.answers)
        if at not in inner
    ]


def _finest(found: SlotAnswers, finer: tuple[int, ...]) -> int:
    """The best supported of these answers that is itself coarser than no other."""
    return next((at for at in finer if not found.answers[at].coarser_than), finer[0])


def _answer(answer: Answer, material: Material, judged: Judge | None = None) -> dict[str, Any]:
    position = answer.position
    live = answer.standing is Standing.STANDS
    out: dict[str, Any] = {
        "value": _value(answer),
        "words": position.value,
        "claims": _claims(position.claims, material),
        "origins": position.origins if live else 0,
        "unknown": position.unknown if live else 0,
        "hedged": position.hedged if live else 0,
        "as_of": position.as_of.isoformat() if position.as_of else None,
        "on_whose_word": list(position.on_whose_word),
        "certainty": list(position.certainty),
        "by_origin": _by_origin(answer.given, material.grades, judged),
    }
    if position.entity:
        out["entity"] = position.entity
    if not live:
        out[answer.standing.name.casefold()] = True
        out["why"] = next((one.why for one in answer.given if one.why), "")
    return out


def _value(answer: Answer) -> Any:
    position, value = answer.position, answer.value
    if position.slot in FIGURES:
        given = {"low": position.low, "high": position.high, "best": value.best}
        return {name: number for name, number in given.items() if name != "best" or number is not None}
    if value.start is not None and value.end is not None:
        return {"start": value.start.isoformat(), "end": value.end.isoformat()}
    if position.slot is Slot.ACTOR and not value.denied:
        return position.entity or position.value
    return position.value


def _by_origin(given: tuple[Given, ...], grades: Mapping[str, str], judged: Judge | None) -> list[dict[str, Any]]:
    """Who gives the answer, an entry for each origin and source; its grade A-F and the credibility 1-6 stay apart."""
    out: dict[tuple[str, str], dict[str, Any]] = {}
    for one in given:
        entry = out.setdefault(
            (one.origin, one.voice.identity),
            {"origin": one.origin, "known": one.known, "source": one.voice.words, "certainty": one.certainty,
             "as_of": one.as_of.isoformat() if one.as_of else None, "standing": one.standing, "documents": {},
             "grade": grades.get(one.voice.identity, UNKNOWN_GRADE)},
        )  # fmt: skip
        proposed = judged(one) if judged else None
        if proposed and proposed.value < entry.get("credibility", {"value": 7})["value"]:
            entry["credibility"] = {"value": proposed.value, "why": proposed.why}
        entry["documents"][one.document] = None
    return [entry | {"documents": list(entry["documents"])} for entry in out.values()]


def _claims(names: tuple[str, ...], material: Material) -> list[list[str]]:
    return [_claim(name, material) for name in names if name in material.claims]


def _claim(name: str, material: Material) -> list[str]:
    claim = material.claims[name]
    return [claim.document, claim.record_id]


def _name(slot: Slot) -> str:
    return NAMES.get(slot, slot.value)


def contrast_json(view: View, left: Side, right: Side, rows: Sequence[Row], material: Material) -> dict[str, Any]:
    """Two sources of one incident: their answers slot by slot and how they stand to each other."""
    return {
        "incident": view.incident.id,
        "left": left.words,
        "right": right.words,
        "slots": [
            {
                "slot": _name(row.slot),
                "relation": row.relation or "side by side",
                "left": [_answer(one, material) for one in row.left],
                "right": [_answer(one, material) for one in row.right],
            }
            for row in rows
        ],
    }  # fmt: skip


def source_json(record: TrackRecord) -> dict[str, Any]:
    """A source's record; the proposed credibilities stand in a list of their own, beside the grade."""
    told = {item.name: getattr(record, item.name) for item in fields(record)}
    return told | {"proposed": [asdict(one) for one in record.proposed]}


def link_json(link: Link) -> dict[str, Any]:
    """A scored pair with what adds up to its score."""
    return {
        "a": link.a,
        "b": link.b,
        "score": link.score,
        "band": link.band,
        "contributions": [{item.name: getattr(one, item.name) for item in fields(one)} for one in link.contributions],
    }
