"""Pages: the report of a ledger as one file, and the same views for notebooks."""

from allege.show.html.notebook import claim_row_html, document_html, record_html
from allege.show.html.report import DOCUMENTS, write_report

__all__ = ["DOCUMENTS", "claim_row_html", "document_html", "record_html", "write_report"]
