"""One analysed text at a time, through the real pipeline and lists, with an index of towns that the tests share."""

from __future__ import annotations

from datetime import date

import pytest
from shown import Read

from allege.analyse.analysis import Analysis
from allege.analyse.pipeline import analyse
from allege.claim import Block, Document
from allege.settings import Settings

PUBLISHED = date(2014, 6, 12)
"""A Thursday."""


@pytest.fixture(scope="session")
def read() -> Read:
    """A text's analysis; published on Thursday 12 June 2014 unless said otherwise; our lists alone unless `lists`."""

    def made(
        text: str,
        *,
        published: date | None = PUBLISHED,
        lists: tuple[str, ...] = (),
        blocks: tuple[Block, ...] = (),
    ) -> Analysis:
        document = Document("sha256:0", "test", text, published=published, blocks=blocks)
        return next(iter(analyse([document], Settings(lists=lists))))

    return made
