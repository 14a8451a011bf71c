"""What Datasette is to be told of a ledger: which views to show, what their columns are, what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.show.tables import TABLES

VIEW = "v_"
TITLES: Mapping[str, tuple[str, str]] = {
    "v_claims": ("Claims", "What several statements have in common, and how many origins it has."),
    "v_members": ("Claims: who says it", "Which statement stands in which claim, and how."),
    "v_statements": ("Statements", "Who says what, through whom, how sure. Who is anonymous has no name."),
    "v_documents": ("Documents", "What was read."),
    "v_texts": ("Texts", "The texts that were read."),
    "v_sources": ("Named sources", "Who is named, and how often. Anonymous sources are nobody here."),
    "v_expectations": ("Expectations", "What was promised; `sayso expectations` tells the rest."),
    "v_timeline": ("Timeline", "What happened or was due when."),
    "v_derivations": ("Derivations", "Which document has it from which."),
    "v_judgements": ("Judgements", "What people decided, and what was taken back."),
}  # fmt: skip
FACETS: Mapping[str, list[str]] = {
    "v_claims": ["status"], "v_members": ["stance", "status"], "v_sources": ["kind"], "v_timeline": ["role"],
    "v_statements": ["act", "source_kind", "evidentiality", "publisher"], "v_derivations": ["kind"],
    "v_documents": ["publisher", "language", "status"], "v_judgements": ["what", "by"],
}  # fmt: skip
OTHERS: Mapping[str, str] = {
    "document": "The id of the document.", "title": "The title of the document.",
    "publisher": "Who published it.", "published": "When.", "statements": "How many statements it has.",
    "kind": "`cites`, `copies`, `translates`, `corrects`.", "p": "How sure that is, in [0, 1].",
    "captured": "When the document was captured.", "author": "Who wrote it.", "url": "Where it was printed.",
    "translation_of": "What it is a translation of.", "text": "The text.",
    "told_since": "When it was first told.",
    "from_outlet": "Who it has it from.", "from_document": "The id of that document.",
    "from_title": "Its title.", "share": "How much of the text is the same, in [0, 1].",
    "revoked": "When it was taken back.", "revoked_by": "By whom.", "revoked_why": "Why.",
}  # fmt: skip
QUERIES: Mapping[str, tuple[str, str]] = {
    "one_origin": (
        "Printed often, with one origin",
        "SELECT documents, gist, status, claim FROM v_claims WHERE origins_high = 1 AND documents > 1"
        " ORDER BY documents DESC, claim",
    ),
    "contested": (
        "Contested claims",
        "SELECT last_published, gist, origins_low, origins_against, claim FROM v_claims"
        " WHERE status = 'contested' ORDER BY last_published DESC, claim",
    ),
    "members_of_a_claim": (
        "Who says and who denies a claim",
        "SELECT published, publisher, stance, text, statement FROM v_members WHERE claim = :claim"
        " ORDER BY published, statement",
    ),
}


# What only the program needs, and older views that the flat ones replace.
HIDDEN = (
    "alembic_version", "claim_members", "claim_members_readable", "claims", "claims_readable",
    "derivations", "derivations_readable", "document_words", "document_words_config",
    "document_words_data", "document_words_docsize", "document_words_idx", "documents",
    "documents_readable", "expectations", "failures", "forgetting", "judgement_targets",
    "judgements", "judgements_readable", "links", "log", "mark_keys", "marks", "originals",
    "problems", "propositions", "reading_map", "reading_map_readable", "readings", "reports",
    "revocations", "shown", "sketch_bands", "sketches", "stale", "statement_words",
    "statement_words_config", "statement_words_data", "statement_words_docsize",
    "statement_words_idx", "statements", "statements_readable", "subject_statements", "subjects",
    "telling_keys", "tellings", "unseen", "work",
)  # fmt: skip
# What a view leaves out of the table of its name: it has to be worked out, or names files.
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "v_claims": frozenset({"likelihood", "probability", "confidence", "as_of"}),
    "v_documents": frozenset({"problems", "input"}),
    "v_sources": frozenset({"source", "names", "right", "wrong"}),
    "v_expectations": frozenset(
        {"statement", "document", "published", "modality", "condition", "quantity", "unit", "delivered",
         "status", "revised_by", "as_of"}
    ),
    "v_timeline": frozenset({"chain"}),
    "v_judgements": frozenset({"standing", "note", "about", "claims"}),
}  # fmt: skip
ADDED: Mapping[str, tuple[str, ...]] = {
    "v_documents": ("captured", "author", "url", "translation_of", "statements"),
    "v_texts": ("document", "title", "publisher", "published", "text"),
    "v_statements": ("title",), "v_members": ("title",), "v_expectations": ("told_since",),
    "v_derivations": (
        "kind", "document", "publisher", "title", "from_outlet", "from_document", "from_title", "p", "share",
    ),
    "v_judgements": ("revoked", "revoked_by", "revoked_why"),
}  # fmt: skip


def metadata(name: str, *, views_only: bool = False) -> dict[str, Any]:
    """Datasette's metadata for the ledger that it knows by `name` (that of its file, without the ending).

    Tables are hidden, and with `views_only` refused, with every query that is not in the list.
    """
    hidden = {"hidden": True} | ({"allow": False} if views_only else {})
    found = {view: _view(view) for view in TITLES} | dict.fromkeys(HIDDEN, hidden)
    queries = {key: {"title": title, "sql": sql} for key, (title, sql) in QUERIES.items()}
    database: dict[str, Any] = {"tables": found, "queries": queries}
    return {
        "title": f"On whose say-so? {name}",
        "description": "A ledger of who says what. Its counts are a machine's; `sayso claim` says why.",
        "databases": {name: database | ({"allow_sql": False} if views_only else {})},
    }


def columns_of(view: str) -> dict[str, str]:
    """The columns of a view, each with its sentence."""
    left = LEFT_OUT.get(view, frozenset())
    said = {c.name: c.says for c in TABLES.get(view.removeprefix(VIEW), ()) if c.name not in left}
    return said | {name: OTHERS[name] for name in ADDED.get(view, ())}


def _view(view: str) -> dict[str, Any]:
    title, description = TITLES[view]
    found: dict[str, Any] = {"title": title, "description": description, "columns": columns_of(view)}
    return found | ({"facets": FACETS[view]} if view in FACETS else {})
