"""What may leave the ledger, field by field. What is not named here is not exported.

Left out on purpose: the names of files and folders (`input`, and `where` of problems), which tell how
somebody's machine is set up; addresses that lead elsewhere than to the web, or hold a name and password.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from sayso.model import Claim, Derivation, Expectation, Judged, Statement
from sayso.show.exports.material import Page, Place
from sayso.show.exports.sentences import told_claim, told_statement

STATEMENT = (
    "id", "document", "sentence", "reading", "source", "medium", "cue", "content", "quotation", "within",
    "chain", "said", "evidentiality", "propositions", "confidence", "act", "corrected_by",
)  # fmt: skip
DOCUMENT = (
    "id", "title", "publisher", "published", "author", "language", "translation_of", "status", "words",
    "text_sha256",
)  # fmt: skip
CLAIM = (
    "id", "gist", "status", "as_of", "statements", "values", "origins", "origins_against", "proposals",
    "notices", "assessment", "judgements", "verdicts", "hand",
)  # fmt: skip
DERIVATION = ("id", "kind", "document", "of", "outlet", "statement", "p", "share", "evidence")
EXPECTATION = (
    "id", "statement", "promisor", "gist", "due_from", "due_to", "modality", "condition", "quantity",
    "delivered", "status", "revised_by", "evidence", "revises", "proposition", "document", "published",
    "as_of", "anonymous", "told", "outcomes", "probability", "why", "word_by",
)  # fmt: skip
JUDGED = ("judgement", "standing", "note", "about", "claims")
WEB = ("http://", "https://")


def statement_row(statement: Statement, places: Iterable[Place] = ()) -> dict[str, Any]:
    """A statement as JSON values, with its places in claims and the line that tells it to people."""
    return {**_only(statement, STATEMENT), "claims": _plain(list(places)), "told": told_statement(statement)}


def document_row(page: Page) -> dict[str, Any]:
    """A document as JSON values, without its text; its problems by what they are, not where."""
    document = page.document
    return {
        **_only(document, DOCUMENT),
        "url": web_address(document.url),
        "problems": [problem.what for problem in document.problems],
        "captured": page.captured,
        "media_type": page.media_type,
        "original_sha256": page.original_sha256,
    }


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim as JSON values, with the sentences that tell it to people."""
    return {**_only(claim, CLAIM), "told": list(told_claim(claim))}


def derivation_row(derivation: Derivation) -> dict[str, Any]:
    """An edge as JSON values."""
    return _only(derivation, DERIVATION)


def expectation_row(expectation: Expectation) -> dict[str, Any]:
    """An expectation as JSON values."""
    return _only(expectation, EXPECTATION)


def judged_row(judged: Judged) -> dict[str, Any]:
    """A judgement as JSON values, with what became of it."""
    return _only(judged, JUDGED)


def web_address(url: str | None) -> str | None:
    """The address where it leads to the web and holds neither a name nor white space; else None.

    >>> web_address("https://user:word@example.org/") is None
    True
    """
    if url is None or not url.lower().startswith(WEB) or not url.isprintable() or " " in url:
        return None
    host = url.split("://", 1)[1].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    return url if host and "@" not in host and "\\" not in host else None


def _only(noun: Any, fields: Iterable[str]) -> dict[str, Any]:
    return {field: _plain(getattr(noun, field)) for field in fields}


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value)
