"""Where reports come from in the end: credits, citations, circles, unknown lineage; and the sentence that says it."""

from __future__ import annotations

import pytest
from descended import WIRE, claim, prose, speaker, story

from allege.claim import Credit, CreditKind, SourceKind, Span
from allege.link.model import Lineage, LineageKind, Speaker, Story
from allege.link.origins import circles, followed, independent, lineage, origins, tell, word_of
from allege.link.origins.cited import citations
from allege.link.origins.telling import labels
from allege.link.origins.tree import tree

CREDIT = Credit(CreditKind.WIRE, "Tallow Wire", (Span(0, 11),))
OFFICIAL = speaker("a defence official", SourceKind.OFFICIAL, named=False)
CITES = "{} reported on Tuesday that gunmen attacked the depot in Dunmarrow in Kestrin."


def edge(document: str, source: str | None, kind: LineageKind, **about: object) -> Lineage:
    """An edge between two named stories."""
    parent = f"sha256:{source}" if source else None
    values: dict[str, object] = {"score": 0.9, "why": "because", **about}
    return Lineage(f"sha256:{document}", parent, kind, **values)  # type: ignore[arg-type]


def citing(name: str, outlet: str, day: int, seed: int, **about: object) -> tuple[Story, str]:
    """A story of its own words that cites an outlet, and the sentence in which it does."""
    sentence = CITES.format(outlet)
    return story(name, f"{prose(seed)} {sentence}", day, **about), sentence


def test_what_credits_an_agency_rests_on_it_and_two_that_do_are_one_origin() -> None:
    papers = [story(name, prose(n), credits=(CREDIT,)) for n, name in enumerate(("a", "b"))]
    found = origins(papers, lineage(papers))
    assert {origin.root for origin in found.values()} == {"Tallow Wire"}
    assert independent(found.values()) == (1, 0)


def test_the_agencys_own_story_has_the_same_origin_as_what_credits_it() -> None:
    stories = [story("paper", prose(1), credits=(CREDIT,)), story("wire", prose(2), publisher="The Tallow Wire")]
    edges = lineage(stories)
    assert [found.document for found in edges] == ["sha256:paper"]
    assert {origin.root for origin in origins(stories, edges).values()} == {"Tallow Wire"}


def test_one_agency_has_one_origin_by_whichever_of_its_names() -> None:
    names = ("AP", "The Associated Press", "Associated Press", "KQRL/AP")
    papers = [story(f"s{n}", prose(n), credits=(Credit(CreditKind.WIRE, name),)) for n, name in enumerate(names)]
    assert {origin.root for origin in origins(papers, lineage(papers)).values()} == {"Associated Press"}


def test_a_headline_cites_nobody() -> None:
    _, sentence = citing("late", "Radio Quorrel", 1, 7)
    headline = story("headline", f"{sentence.rstrip('.')}\n\n{prose(8)}")
    said = claim(headline, sentence.rstrip("."), speaker("Radio Quorrel", SourceKind.MEDIA))
    assert lineage([headline], [said]) == ()


def test_unknown_is_not_independent() -> None:
    stories = [story("a", prose(1)), story("b", prose(2)), story("c", prose(3), byline="Mirel Dance")]
    found = origins(stories, ())
    assert [origin.known for origin in found.values()] == [False, False, True]
    assert independent(found.values()) == (1, 2)
    assert found["sha256:a"].why == "nothing tells where it comes from"


def test_a_cited_outlets_report_is_found_among_the_stored_ones() -> None:
    source = story("source", WIRE, 0, publisher="Radio Quorrel")
    late, sentence = citing("late", "Radio Quorrel", 1, 7)
    said = claim(late, sentence, speaker("Radio Quorrel", SourceKind.MEDIA))
    (found,) = lineage([source, late], [said])
    assert (found.document, found.derived_from, found.kind) == (late.id, source.id, LineageKind.CITATION)
    assert late.text[slice(*found.spans[0])] == sentence
    assert origins([source, late], [found])[late.id].root == source.id


@pytest.mark.parametrize(("day", "publisher"), [(3, "Radio Quorrel"), (-40, "Radio Quorrel"), (0, "The Packet")])
def test_a_later_an_old_or_anothers_report_is_not_the_cited_one(day: int, publisher: str) -> None:
    late, sentence = citing("late", "Radio Quorrel", 1, 7)
    said = claim(late, sentence, speaker("Radio Quorrel", SourceKind.MEDIA))
    (found,) = lineage([story("source", WIRE, day, publisher=publisher), late], [said])
    assert (found.derived_from, found.upstream) == (None, "Radio Quorrel")


def test_an_outlet_that_reports_citing_another_rests_on_the_other() -> None:
    paper, sentence = citing("paper", "Radio Quorrel", 1, 7, publisher="The Packet")
    chain = (speaker("The Packet", SourceKind.MEDIA), speaker("Radio Quorrel", SourceKind.MEDIA))
    (found,) = lineage([paper], [claim(paper, sentence, *chain)])
    assert (found.upstream, found.score) == ("Radio Quorrel", 1.0)


def test_one_citation_among_many_claims_does_not_make_a_report_anothers() -> None:
    late, sentence = citing("late", "Radio Quorrel", 1, 7, byline="Corin Tass")
    claims = [claim(late, sentence, speaker("Radio Quorrel", SourceKind.MEDIA))]
    claims += [claim(late, late.text[:20], name=f"own{n}") for n in range(4)]
    edges = lineage([late], claims)
    assert edges[0].score == pytest.approx(0.2)
    assert origins([late], edges)[late.id].root == late.id


def test_documents_that_cite_each_other_are_named_as_a_circle_and_are_no_known_origin() -> None:
    first, one = citing("first", "The Packet", 0, 1, publisher="Radio Quorrel")
    second, two = citing("second", "Radio Quorrel", 0, 2, publisher="The Packet")
    claims = [
        claim(first, one, speaker("The Packet", SourceKind.MEDIA)),
        claim(second, two, speaker("Radio Quorrel", SourceKind.MEDIA)),
    ]
    edges = lineage([first, second], claims)
    assert circles(followed(edges)) == [(first.id, second.id)]
    found = origins([first, second], edges)
    assert {origin.root for origin in found.values()} == {first.id}
    assert not any(origin.known for origin in found.values())
    assert tell([first, second], edges) == (
        "2 documents, 1 text of unknown lineage: circular: D1 cites D2, D2 cites D1."
    )
    assert sorted(branch.why for branch in tree([first, second], edges)) == [
        "circular: cites first.txt",
        "circular: cites second.txt",
    ]


def test_the_sentence_says_who_copies_whom_and_on_whose_word_it_rests() -> None:
    source = story("source", WIRE, 0, byline="Petra Ansholm")
    copies = [story(f"copy{n}", WIRE + f"\n\n{prose(50 + n, 12)}", 1) for n in range(3)]
    late, _ = citing("late", "Radio Quorrel", 2, 9)
    edges = [*lineage([source, *copies]), edge("late", "source", LineageKind.CITATION)]
    claims = [claim(source, "Gunmen attacked", OFFICIAL)]
    assert tell([source, *copies, late], edges, claims) == (
        "5 documents, 1 origin: three are copies of D1 (100 % of its words), D5 cites D1; D1 cites an unnamed official."
    )


@pytest.mark.parametrize(("words", "who"), [("who", "an unnamed official"), ("Dorran Pell", "“Dorran Pell”")])
def test_a_pronoun_names_nobody_whom_a_document_cites(words: str, who: str) -> None:
    source = story("source", WIRE, 0, byline="Petra Ansholm")
    said = claim(source, "Gunmen attacked", speaker(words, SourceKind.OFFICIAL))
    assert tell([source], [], [said]) == f"1 document, 1 origin: D1 cites {who}."


def test_the_tree_holds_every_document_once_and_an_outside_source_at_its_root() -> None:
    source, copy = story("source", WIRE, 0, credits=(CREDIT,)), story("copy", WIRE + " The end.", 1)
    stories = [source, copy, story("alone", prose(3))]
    lines = [(branch.name, branch.lasts) for branch in tree(stories, lineage(stories))]
    assert lines == [("alone.txt", ()), ("Tallow Wire", ()), ("source.txt", (True,)), ("copy.txt", (True, True))]


def test_a_long_chain_of_copies_has_one_root() -> None:
    stories = [story(f"{n:04}", prose(n, 20), n, byline="A Clerk") for n in range(1_000)]
    edges = [edge(f"{n:04}", f"{n - 1:04}", LineageKind.COPY) for n in range(1, 1_000)]
    assert {origin.root for origin in origins(stories, edges).values()} == {"sha256:0000"}
    assert len(tree(stories, edges)) == 1_000


def test_a_shared_quotation_or_source_is_not_followed() -> None:
    stories = [story("a", prose(1), byline="A Clerk"), story("b", prose(2), byline="B Clerk")]
    edges = [edge("b", "a", LineageKind.QUOTATION), edge("b", "a", LineageKind.SOURCE)]
    assert independent(origins(stories, edges).values()) == (2, 0)


def test_the_same_resolved_source_in_two_documents_is_one_word() -> None:
    chief = speaker("police chief Joren Abery", SourceKind.OFFICIAL, entity="abery")
    one, two = story("one", prose(1), 0), story("two", prose(2), 3)
    claims = [claim(one, one.text[:30], chief), claim(two, two.text[:30], chief)]
    found = lineage([one, two], claims)
    assert {(edge.kind, edge.document, edge.derived_from) for edge in found} == {
        (LineageKind.SOURCE, two.id, one.id), (LineageKind.SOURCE, one.id, None), (LineageKind.SOURCE, two.id, None)
    }  # fmt: skip
    assert word_of(claims[0], {}) == word_of(claims[1], {}) == "source abery"


def spokesman(words: str) -> Speaker:
    return speaker(words, SourceKind.OFFICIAL)


@pytest.mark.parametrize(
    "again",
    ["Colonel Oren Pask, a spokesman for the army", "Oren Pask", "Army spokesman Oren Pask"],
)
def test_documents_that_mostly_rest_on_one_spokesman_come_from_him(again: str) -> None:
    one = story("one", prose(1), 0, publisher="Harbour Post")
    two = story("two", prose(2), 1, publisher="Lantern Daily")
    claims = [
        claim(one, one.text[:30], spokesman("army spokesman Colonel Oren Pask")),
        claim(one, one.text[:40], spokesman("the army")),  # the same man, called by a part of his words
        claim(two, two.text[:30], spokesman(again)),
    ]
    found = origins([one, two], lineage([one, two], claims))
    assert {origin.root for origin in found.values()} == {"Oren Pask"}
    assert independent(found.values()) == (1, 0)


def test_what_a_paper_has_from_a_shared_source_for_a_part_alone_leaves_it_an_origin() -> None:
    one = story("one", prose(1), 0, publisher="Harbour Post")
    two = story("two", prose(2), 1, publisher="Lantern Daily")
    claims = [claim(one, one.text[:30], spokesman("Oren Pask")), claim(two, two.text[:30], spokesman("Oren Pask"))]
    own = [claim(two, two.text[:length]) for length in (20, 40)]
    assert independent(origins([one, two], lineage([one, two], [*claims, *own])).values()) == (2, 0)


@pytest.mark.parametrize(("here", "there"), [("the mayor", "the mayor"), ("Oren Pask", "Mira Pask")])
def test_who_has_no_full_name_or_another_is_not_known_to_be_the_same(here: str, there: str) -> None:
    one = story("one", prose(1), 0, publisher="Harbour Post")
    two = story("two", prose(2), 1, publisher="Lantern Daily")
    claims = [claim(one, one.text[:30], spokesman(here)), claim(two, two.text[:30], spokesman(there))]
    assert lineage([one, two], claims) == ()


def test_a_text_of_unknown_lineage_that_cites_him_stays_unknown() -> None:
    one, two = story("one", prose(1), 0, publisher="Harbour Post"), story("two", prose(2), 1)
    claims = [claim(one, one.text[:30], spokesman("Oren Pask")), claim(two, two.text[:30], spokesman("Oren Pask"))]
    assert independent(origins([one, two], lineage([one, two], claims)).values()) == (1, 1)


def test_the_same_source_about_another_place_or_long_after_is_another_word_to_weigh() -> None:
    chief = speaker("police chief Joren Abery", SourceKind.OFFICIAL, entity="abery")
    one, two, late = story("one", prose(1), 0), story("two", prose(2), 3), story("late", prose(3), 90)
    claims = [claim(one, one.text[:30], chief), claim(two, two.text[:30], chief, place="place:2")]
    assert lineage([one, two, late], [*claims, claim(late, late.text[:30], chief)]) == ()


def test_of_one_day_the_text_that_others_come_from_has_the_lower_number() -> None:
    papers = [story("a", prose(1), 14), story("b", prose(2), 14), story("c", prose(3), 13)]
    named = labels(papers, [edge("a", "b", LineageKind.COPY)])
    assert named == {"sha256:c": "D1", "sha256:b": "D2", "sha256:a": "D3"}


def test_the_cited_outlets_own_report_is_meant_before_a_paper_that_prints_it_later() -> None:
    wire = (Credit(CreditKind.WIRE, "Radio Quorrel", ()),)
    source = story("source", WIRE, 0, publisher="Radio Quorrel")
    paper = story("paper", WIRE, 1, publisher="The Packet", credits=wire)
    late, sentence = citing("late", "Radio Quorrel", 1, 7)
    said = claim(late, sentence, speaker("Radio Quorrel", SourceKind.MEDIA))
    found = {edge.document: edge for edge in citations([source, paper, late], [said])}
    assert found[late.id].derived_from == source.id


def test_a_paper_is_known_by_its_host_and_does_not_cite_itself_by_half_its_name() -> None:
    words, host = f"{prose(3)} Gunmen attacked the depot in Dunmarrow in Kestrin.", "quorrel-herald.example"
    there = story("there", words, 1, publisher=host)
    late, sentence = citing("late", "The Quorrel Herald", 2, 7)
    (found,) = citations([there, late], [claim(late, sentence, speaker("The Quorrel Herald", SourceKind.MEDIA))])
    assert (found.document, found.derived_from) == (late.id, there.id)
    own, short = citing("own", "The Herald", 2, 9, publisher=host)
    assert list(citations([there, own], [claim(own, short, speaker("The Herald", SourceKind.MEDIA))])) == []


def test_a_citing_sentence_without_names_is_matched_by_the_names_of_its_report() -> None:
    there = story("there", f"{prose(3)} Gunmen attacked the depot in Dunmarrow in Kestrin.", 1, publisher="The Herald")
    bare = "According to the Herald, eleven were killed."
    late = story("late", f"{prose(7)} In Kestrin the depot of Dunmarrow burns. {bare}", 2)
    (found,) = citations([there, late], [claim(late, bare, speaker("the Herald", SourceKind.MEDIA))])
    assert found.derived_from == there.id


def test_two_short_reports_in_one_form_that_name_other_towns_are_no_copies() -> None:
    words = (
        "Shells hit a residential street in {} on {}, killing two people and wounding three, the town's military "
        "administration said. A school and a pharmacy were damaged. Rescuers were searching the rubble."
    )
    told = [("Orvale", "Monday", 1), ("Fennmoor", "Wednesday", 3), ("Orvale", "Monday", 2)]
    stories = [story(f"{n}", words.format(town, day), when) for n, (town, day, when) in enumerate(told)]
    assert {(one.document, one.derived_from) for one in lineage(stories)} == {("sha256:2", "sha256:0")}


def test_a_text_partly_alike_to_a_report_whose_agency_it_cites_comes_from_it() -> None:
    wire = story("wire", prose(1), 1, credits=(CREDIT,))
    brief, other = story("brief", prose(2), 2, publisher="The Packet"), story("other", prose(3), 2, publisher="Ferry")
    edges = [
        edge("wire", None, LineageKind.CREDIT, upstream="Tallow Wire"),
        edge("brief", "wire", LineageKind.ALIKE),
        edge("brief", None, LineageKind.CITATION, upstream="the Tallow Wire", score=0.2),
        edge("other", "wire", LineageKind.ALIKE),
        edge("other", None, LineageKind.CITATION, upstream="Radio Quorrel", score=0.2),
    ]
    found = origins([wire, brief, other], edges)
    assert found["sha256:brief"].root == found["sha256:wire"].root == "Tallow Wire"
    assert not found["sha256:other"].known


def test_an_agency_by_its_letters_is_the_one_whose_whole_name_another_document_gives() -> None:
    own = story("own", prose(1), 1, publisher="Mill Press Agency")
    paper, other = story("paper", prose(2), 2, publisher="The Packet"), story("other", prose(3), 2, publisher="Ferry")
    edges = [
        edge("paper", None, LineageKind.CREDIT, upstream="MPA"),
        edge("other", None, LineageKind.CREDIT, upstream="MPR"),
    ]
    found = origins([own, paper, other], edges)
    assert found["sha256:paper"].root == found["sha256:own"].root == "Mill Press Agency"
    assert found["sha256:other"].root == "MPR"


def test_letters_that_fit_two_names_stand_for_themselves() -> None:
    names = {"a": "Mill Press Agency", "b": "Mirov Press Agency"}
    two = [story(at, prose(seed), 1, publisher=name) for seed, (at, name) in enumerate(names.items(), 1)]
    paper = story("paper", prose(3), 2, publisher="The Packet")
    found = origins([*two, paper], [edge("paper", None, LineageKind.CREDIT, upstream="MPA")])
    assert found["sha256:paper"].root == "MPA"
