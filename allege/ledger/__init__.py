"""The store of records: documents, who claims what in them, and what a person asks of it.

`Ledger` is the whole face; `rows.py` holds what it answers with.
"""

from allege.ledger.ledger import Ledger
from allege.ledger.rows import (
    ClaimFilter,
    ClaimRow,
    DocumentRow,
    FailureRow,
    SearchHit,
    Summary,
    Thing,
    Voice,
)

__all__ = ["ClaimFilter", "ClaimRow", "DocumentRow", "FailureRow", "Ledger", "SearchHit", "Summary", "Thing", "Voice"]
