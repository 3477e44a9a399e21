"""Four invented reports of one attack in a ledger, linked by hand: a wire story, its copy, a count and a denial."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hand import Hand

from allege.claim import Act, Certainty, MentionType, Record, Role, SourceKind
from allege.ledger import Ledger
from allege.link.model import Band, Incident, Lineage, LineageKind, ScoredPair

WIRE = "Gunmen attacked the mill in Vark, killing 12 people, police said."
COPY = "Gunmen attacked the mill in Vark, killing 12 people, police said. More follows."
COUNT = "Nine people died when the Tide Brigade attacked the mill, doctors said."
DENIAL = "The Council said that the Tide Brigade had not attacked the mill."


def _report(text: str, day: int, publisher: str) -> Record:
    hand = Hand(text)
    said = hand.says("police", "said", text.partition(", police")[0])
    hand.mention("12", MentionType.QUANTITY, low=12, high=12)
    hand.mention("Vark", MentionType.PLACE, entity="vark", name="Vark", latitude=1.0, longitude=2.0, precision=1)
    hand.claims_that(
        "attacked", said, values=(Certainty.UU, Certainty.CT_PLUS),
        roles={Role.ACTOR: "Gunmen", Role.RECIPIENT: "the mill", Role.PLACE: "Vark", Role.DEATHS: "12"},
    )  # fmt: skip
    return hand.record(uri=publisher, title=text[:20], publisher=publisher, published=date(2031, 3, day))


def _count() -> Record:
    hand = Hand(COUNT)
    said = hand.says("doctors", "said", COUNT.partition(", doctors")[0], kind=SourceKind.WITNESS)
    hand.mention("Nine", MentionType.QUANTITY, low=9, high=9)
    hand.mention("the Tide Brigade", entity="tide", name="Tide Brigade")
    hand.claims_that(
        "attacked", said, values=(Certainty.UU, Certainty.CT_PLUS),
        roles={Role.ACTOR: "the Tide Brigade", Role.RECIPIENT: "the mill", Role.DEATHS: "Nine"},
    )  # fmt: skip
    return hand.record(uri="radio", title="Nine dead", publisher="Radio Vark", published=date(2031, 3, 2))


def _denial() -> Record:
    hand = Hand(DENIAL)
    said = hand.says("The Council", "said", DENIAL.partition("that ")[2], named=True, act=Act.DENY)
    hand.mention("the Tide Brigade", entity="tide", name="Tide Brigade")
    hand.claims_that(
        "attacked", said, values=(Certainty.UU, Certainty.CT_MINUS),
        roles={Role.ACTOR: "the Tide Brigade", Role.RECIPIENT: "the mill"},
    )  # fmt: skip
    return hand.record(uri="council", title="The Council denies", publisher="The Council", published=date(2031, 3, 3))


def linked(folder: Path) -> Path:
    """A ledger with the four reports as one incident, `aa11bb22cc33`."""
    path = folder / "linked.db"
    records = (_report(WIRE, 1, "Vark Wire"), _report(COPY, 2, "Courier"), _count(), _denial())
    with Ledger(path) as ledger:
        for record in records:
            ledger.add(record)
        claims = [one.id for record in records for one in ledger.event_claims([record.document.id])]
        documents = tuple(record.document.id for record in records)
        copied = Lineage(documents[1], documents[0], LineageKind.COPY, 0.95, "100 % of its words", containment=1.0)
        a, b = sorted((claims[0], claims[2]))
        with ledger.linking() as writer:
            writer.incidents([Incident("aa11bb22cc33", "ASSAULT", documents, tuple(claims[:3]), (claims[3],))])
            writer.lineage([copied])
            writer.links([ScoredPair(a, b, 1e6, Band.SAME, decided="ada decided so")])
            writer.done(documents, "hand")
    return path
