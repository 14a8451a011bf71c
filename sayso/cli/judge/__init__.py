"""`sayso judge …`: what a person decides, one file a matter, loaded when it is called."""

from __future__ import annotations

import click

from sayso.cli.lazy import Lazy

VERBS = {
    "same": "Two reports are one claim.",
    "not-same": "Two reports are never one claim.",
    "split": "Some statements do not belong to a claim.",
    "stance": "Where a statement stands towards a claim.",
    "origin": "Two reports share an origin, or one has its own.",
    "kind": "What kind of source a named source is.",
    "outcome": "Whether a claim holds, or a promise was kept.",
    "word": "The likelihood word of a claim.",
    "evidence": "Evidence of your own: an image, a table, a document, a note.",
    "source": "Who says it.",
    "cue": "Which words attribute it.",
    "content": "What is said.",
    "act": "What the source does by saying it: assert, deny, promise, …",
    "factuality": "How certain the source is of it.",
    "evidentiality": "How the source knows.",
    "time": "Which days a printed time stands for.",
    "anonymous": "Whether somebody could be held to it by name.",
    "not-a-statement": "That nobody says anything there.",
    "statement": "A statement that was missed.",
    "revoke": "Take a judgement back.",
    "list": "What was decided, and what became of it.",
    "show": "One judgement.",
    "export": "All judgements, to be replayed on another ledger.",
    "replay": "Apply judgements that were made on another ledger.",
    "orphans": "Judgements that must be looked at again.",
    "export-training": "Corrected documents, to train a tagger on.",
}
FILES = {"list": "listing"}  # a file list.py would hide the builtin of that name in this package


@click.group("judge", cls=Lazy, package="sayso.cli.judge", verbs=VERBS, files=FILES, title="Matters")
def command() -> None:
    """Decide what the program cannot know, or got wrong.

    A judgement has a person and a reason; it is revoked and never edited, and everything that hangs on it
    follows at once. Sign with --by NAME, or set SAYSO_BY once. Of a text it says places: quote the words
    as they are printed, and they are looked for near the statement.
    """
