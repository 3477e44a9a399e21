"""Allege: who claims what, on whose word, how firmly, on what evidence.

    import allege

    ledger = allege.Ledger("allege.db")
    ledger.read("reports/")
    for claim in ledger.claims(source="police"):
        print(claim.quote, claim.certainty)

`read` and `annotate` do the same without a ledger and give whole records (allege.claim.Record).
"""

# `allege.read` is a function here and a folder of readers below. The folder is loaded by the first line already (by
# way of allege.run), so that its name is taken by the function for good; `from allege.read import …` finds the folder.
from allege.api import Ledger, annotate, read
from allege.claim import Claim, Document, Record
from allege.ledger.rows import ClaimFilter, ClaimRow
from allege.settings import Settings

__version__ = "0.1.0"

__all__ = ["Claim", "ClaimFilter", "ClaimRow", "Document", "Ledger", "Record", "Settings", "annotate", "read"]
