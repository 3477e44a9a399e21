"""The file explains itself: to plain SQL and to Datasette, without any configuration."""

import asyncio
import sqlite3

import pytest
from made import report

from allege.ledger import Ledger


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    where = tmp_path_factory.mktemp("ledger") / "valley.db"
    with Ledger(where) as ledger:
        ledger.add(report())
    return where


def rows(path, query):
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    found = [dict(row) for row in connection.execute(query)]
    connection.close()
    return found


def test_the_view_of_claims_reads_like_a_sentence(path):
    first, second, third = rows(path, "SELECT * FROM claims_readable")
    assert (first["actor"], first["recipient"], first["time"]) == ("Red Column", "a bridge", "on Monday")
    assert first["who_says_so"] == "the author > Police"
    assert second["who_says_so"] == "the author > unnamed intelligence reports"
    assert (third["who_says_so"], third["voice"], third["evidence"]) == ("the author", "author", "none")
    assert {row["extractor"] for row in (first, second, third)} == {"rules-1"}


def test_the_view_of_sources_has_a_line_for_each_source_of_each_claim(path):
    found = [(r["anchor"], r["source"], r["certainty"]) for r in rows(path, "SELECT * FROM who_says_what")]
    assert found == [
        ("attacked", "the author", "Uu"),
        ("attacked", "Police", "CT+"),
        ("died", "the author", "Uu"),
        ("died", "unnamed intelligence reports", "PR-"),
        ("calm", "the author", "CT+"),
    ]


def test_every_row_below_a_document_leads_to_it_and_its_extractor(path):
    tables = {row["name"] for row in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    parents = {
        table: {key["table"] for key in rows(path, f"PRAGMA foreign_key_list({table})")}
        for table in tables
        if "_search" not in table
    }
    across = {"incidents", "links", "link_state", "link_postings", "judgements"}  # derived or decided across documents
    reached = {"documents", "failures"} | across
    for _ in parents:
        reached |= {table for table, to in parents.items() if to & reached}
    assert reached == set(parents)


def test_datasette_opens_it_with_labels_search_and_views(path):
    datasette = pytest.importorskip("datasette.app")

    async def ask():
        site = datasette.Datasette([str(path)])
        await site.invoke_startup()
        home = await site.client.get("/valley")
        claims = await site.client.get("/valley/claims")
        search = await site.client.get("/valley/sentences.json?_search=bridge&_shape=array")
        return home.text, claims.text, search.json()

    home, claims, search = asyncio.run(ask())
    assert "claims_readable" in home
    assert "who_says_what" in home
    assert "A bridge in Vark</a>" in claims
    assert [row["text"] for row in search] == ["Police said the Red Column attacked a bridge on Monday."]
