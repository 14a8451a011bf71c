"""Who stands behind "by" before the subject: "Pressed by the chairman, Olaf Rein, | the engineer said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from sayso.lang import load
from sayso.lang.patterns import either
from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.text import sentence_of

_either = partial(either, "opened_by")


def with_subject_behind(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions, where who is named behind "by" at the head of a sentence does not speak in it.

    In "Asked by the judge, Karin Moe, the witness said P" the witness says P, and the judge asks nothing that
    is told. Only where no comma parts the subject from its verb: of "Pressed by reporters, Olaf Rein, the
    engineer, said P" it is Rein's. All else is unchanged. Near-linear.
    """
    openings = _Openings(text, sentences, language)
    cut = [openings.cut(each) for each in found]
    speaking = {span.start for each in cut for span in each.relation.source[:1]}
    return [each for each in cut if not openings.asks(each, speaking)]


class _Openings:
    """The opening phrases of a text's sentences, each looked for once."""

    def __init__(self, text: str, sentences: Sequence[Span], language: str) -> None:
        self.text, self.sentences, self.language = text, sentences, language
        self.known: dict[int, re.Match[str] | None] = {}

    def before(self, at: int) -> re.Match[str] | None:
        """The phrase that opens the sentence around a place; None for none."""
        if not self.sentences:
            return None
        number = sentence_of(self.sentences, at)
        if number not in self.known:
            self.known[number] = _opening(self.language).match(self.text, *self.sentences[number])
        return self.known[number]

    def cut(self, each: Attribution) -> Attribution:
        """The attribution with a source that begins at the subject, where it reached back before that."""
        relation = each.relation
        if not (relation.source and relation.cue) or relation.voice != "source":
            return each
        first, last = relation.source[0].start, relation.source[-1].end
        opening = self.before(first)
        if opening is None or not first < opening.end() < last <= relation.cue[0].start:
            return each
        if "," in self.text[opening.end() : relation.cue[0].start]:
            return each
        return replace(each, relation=replace(relation, source=(Span(opening.end(), last),)))

    def asks(self, each: Attribution, speaking: set[int]) -> bool:
        """Whether it takes an answer for what was asked: "Asked by the judge, | the witness said P"."""
        relation = each.relation
        if not (relation.cue and relation.content):
            return False
        opening = self.before(relation.cue[0].start)
        if opening is None or not opening["asked"] or opening.end() not in speaking:
            return False
        behind = relation.content[0].start
        return relation.cue[0].start <= opening.end("asked") and behind >= opening.end()


@cache
def _opening(language: str) -> re.Pattern[str]:
    """Matches from the start of a sentence up to its subject, which has an article."""
    articles = "|".join(load(language, "asked")["determiners"])
    when = rf"(?:(?:{_either(language, 'leads')})\s+)?"
    done = rf"(?:(?P<asked>{_either(language, 'asking')})|[\w-]{{2,20}}(?:{_either(language, 'endings')}))"
    words = r"(?:\s+[\w’'-]{1,20}){0,4}?"
    whom = rf"(?:(?!\b(?:{_either(language, 'questions')})\b)[^,;:.?!“”\"\n]){{2,60}}"
    name = r"[A-Z][\w’'-]{0,30}(?:\s+[\w’'-]{1,30}){0,4}?"
    return re.compile(
        rf"(?i:{when}{done}){words}\s+(?:{_either(language, 'by')})\s+{whom},\s+(?:{name},\s+)?"
        rf"(?=(?:{articles})\s)"
    )
