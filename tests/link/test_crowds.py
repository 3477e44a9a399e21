"""Of an incident that a crowd tells of only some documents are looked at; nothing of the others is lost."""

from allege.claim import make_key
from allege.link.crowds import with_absent
from allege.link.model import Incident


def incident(*claims, parts=(), attached=(), possibly=()):
    documents = tuple(sorted({f"doc-{claim[0]}" for claim in claims}))
    return Incident(make_key("incident", claims[0]), "ASSAULT", documents, claims, attached, parts, possibly)


def of(*claims):
    return {claim: f"doc-{claim[0]}" for claim in claims}


CROWD = incident("b1", "b2", "c1", "c2", "d1", "d2", parts=(("b1", "c1", "d1"), ("b2", "c2", "d2")), attached=("x1",))


def test_what_is_not_looked_at_goes_where_most_of_its_incident_and_of_its_part_go():
    found = incident("b1", "b2", "c1", "c2", "e1", parts=(("b1", "c1", "e1"), ("b2", "c2")))
    (whole,) = with_absent([found], [CROWD], of("b1", "b2", "c1", "c2", "e1"))
    assert whole.claims == ("b1", "b2", "c1", "c2", "d1", "d2", "e1")
    assert whole.parts == (("b1", "c1", "d1", "e1"), ("b2", "c2", "d2"))
    assert whole.documents == ("doc-b", "doc-c", "doc-d", "doc-e")
    assert whole.attached == ("x1",)


def test_a_document_that_is_looked_at_and_goes_elsewhere_is_no_longer_named():
    left, alone = incident("b1", "b2"), incident("c1")
    before = incident("b1", "b2", "c1", "d1")
    whole = with_absent([left, alone], [before], of("b1", "b2", "c1"))
    assert sorted(one.documents for one in whole) == [("doc-b", "doc-d"), ("doc-c",)]


def test_an_incident_that_falls_apart_leaves_the_absent_to_the_larger_piece():
    pieces = [incident("b1"), incident("b2", "c1", "c2")]
    small, large = with_absent(pieces, [CROWD], of("b1", "b2", "c1", "c2"))
    assert {small.claims, large.claims} == {("b1",), ("b2", "c1", "c2", "d1", "d2")}


def test_a_smaller_claim_that_comes_back_gives_its_name_and_others_know_it():
    found, other = incident("c1", "c2"), incident("k1", possibly=(make_key("incident", "c1"),))
    by_claims = {one.claims: one for one in with_absent([found, other], [CROWD], of("c1", "c2", "k1"))}
    assert by_claims[CROWD.claims].id == CROWD.id
    assert by_claims["k1",].possibly == (CROWD.id,)


def test_what_is_all_there_stays_as_found_and_what_is_not_there_at_all_stays_away():
    found = incident("b1", "c1")
    assert with_absent([found], [incident("b1", "c1"), incident("y1", "y2")], of("b1", "c1")) == (found,)
