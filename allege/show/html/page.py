"""Views into HTML: the templates, the stylesheet and the script, put together so that a page needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from allege.show.html.view import Card, DocumentView, ReportView


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of this folder; everything that is shown is escaped, and a name that is not there is an error."""
    return Environment(
        loader=PackageLoader("allege.show", "html"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )


@lru_cache(maxsize=4)
def asset(name: str) -> str:
    """The stylesheet or the script, as it goes into a page."""
    return files("allege.show.html").joinpath(name).read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
    """A Content-Security-Policy that runs this style and this script and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def report_html(page: ReportView) -> Iterator[str]:
    """The page in pieces, ready to be written one after the other."""
    style, script = asset("style.css"), asset("script.js")
    template = environment().get_template("report.html")
    yield from template.stream(page=page, style=Markup(style), script=Markup(script), policy=policy(style, script))


def document_html(view: DocumentView) -> str:
    """One document, to stand inside another page."""
    return _macro("document", view, 3)


def quoted_html(view: Card, quote: str, where: str) -> str:
    """One claim's card under the sentence it stands in; `where` says in which document."""
    return _macro("quoted", view, quote, where)


def style_html() -> Markup:
    """The stylesheet as an element."""
    return Markup("<style>{}</style>").format(Markup(asset("style.css")))


def _macro(name: str, *args: object) -> str:
    return str(getattr(environment().get_template("parts.html").module, name)(*args))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
