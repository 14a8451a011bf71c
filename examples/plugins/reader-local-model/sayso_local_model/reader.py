"""The reader: parts of a document to the model, its verbatim answers to statements."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.errors import Problem
from sayso.model import Document, Span, Statement
from sayso.plugins import completed
from sayso.read.relation import Relation
from sayso.text import paragraphs

from sayso_local_model.asking import PROMPT, asked
from sayso_local_model.told import Told, told
from sayso_local_model.verbatim import relation_of

NAME, VERSION = "local-model", 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalModel:
    """Reads with a language model. A text can at worst make it mark wrong words of that text."""

    told: Told

    @property
    def reading(self) -> str:
        """ "local-model-1+3fa9c2": the digits change with the model's name and the prompt."""
        made_of = hashlib.sha256(f"{self.told.model}\x00{PROMPT}\x00{self.told.chars}".encode()).hexdigest()
        return f"{NAME}-{VERSION}+{made_of[:6]}"

    def read(self, document: Document) -> tuple[Statement, ...]:
        """The statements; see `read_telling`."""
        return self.read_telling(document)[0]

    def read_telling(self, document: Document) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
        """The statements, and how many answers were dropped because their words are not printed.

        Raises UnreadableInput where the model cannot be asked.
        """
        relations, dropped = self.relations(document.text)
        statements = completed(document, relations, self.reading)
        if not dropped:
            return statements, ()
        what = (
            f"{dropped} of the model's {dropped + len(relations)} answers were dropped: not printed like that"
        )
        return statements, (Problem(where=document.input, what=what),)

    def relations(self, text: str) -> tuple[list[Relation], int]:
        """The attributions that the model marks in a text, in its order, and how many were dropped."""
        found: list[Relation] = []
        dropped = 0
        for part in _parts(text, self.told.chars):
            whole = text[part[0].start : part[-1].end]
            for answer in asked(whole, self.told):
                taken = {span for one in found for span in one.cue}
                one = relation_of(answer, text, part, taken)
                if one is not None:
                    found.append(one)
                elif relation_of(answer, text, part, ()) is None:
                    dropped += 1
        return found, dropped


def _parts(text: str, chars: int) -> Iterator[list[Span]]:
    """Whole paragraphs, so many that about `chars` characters are asked at once; a longer one by itself."""
    part: list[Span] = []
    for paragraph in paragraphs(text):
        if part and paragraph.end - part[0].start > chars:
            yield part
            part = []
        part.append(paragraph)
    if part:
        yield part


def make(options: Mapping[str, object]) -> LocalModel:
    """The reader, by what `plugin.local-model` is told. Raises UsageError; reaches nothing yet."""
    return LocalModel(told=told(options))
