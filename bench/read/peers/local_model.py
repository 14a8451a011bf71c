"""A language model on this machine, asked by the example plugin; only where an endpoint was named."""

import os
import sys
from importlib import import_module

from bench.corpora import EXAMPLES
from bench.read.peers.spacy_model import NotInstalled
from bench.read.scoring import Attributed, with_nesting
from bench.read.systems import Finder
from sayso.errors import UnreadableInput

NAME = "language model on this machine"
PLUGIN = EXAMPLES.parent / "plugins" / "reader-local-model"
VARIABLES = ("SAYSO_PLUGIN_LOCAL_MODEL_ENDPOINT", "SAYSO_PLUGIN_LOCAL_MODEL_MODEL")


def make(notes: list[str]) -> Finder:
    """The model as a finder of attributions; NotInstalled where no endpoint and model are named.

    Which model it was, and how many of its answers were no printed words, is added to `notes`; an article at
    which it failed counts as empty and is told.
    """
    endpoint, model = (os.environ.get(name, "") for name in VARIABLES)
    if not endpoint or not model:
        raise NotInstalled(f"{' and '.join(VARIABLES)} name no model")
    sys.path.insert(0, str(PLUGIN))
    reader = import_module("sayso_local_model").make({"endpoint": endpoint, "model": model})
    number = len(notes)
    notes.append("")
    counts = {"dropped": 0, "failed": 0}

    def find(text: str) -> list[Attributed]:
        try:
            relations, dropped = reader.relations(text)
        except UnreadableInput:
            relations, dropped = [], 0
            counts["failed"] += 1
        counts["dropped"] += dropped
        notes[number] = (
            f"The language model was {model}: {counts['dropped']:,} of its answers were no printed words, "
            f"{counts['failed']} articles failed; its own computing is not in the CPU-seconds."
        )
        return with_nesting([Attributed(source=r.source, cue=r.cue, content=r.content) for r in relations])

    return find
