"""Evidence by hand and words by hand: what a person's judgements say to an assessment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import msgspec

from sayso.assess.case import Hand
from sayso.model import Assessment, Judgement, Likelihood

LIKELIHOODS: frozenset[str] = frozenset(get_args(Likelihood))


def hand_of(judgement: Judgement) -> Hand | None:
    """The evidence that a judgement of the matter "evidence" adds; None where its value is none.

    The value: `kind` (satellite, customs, document, interview, other), `reference`, `stance` (supports,
    denies), `strength` (weak, moderate, strong), `text`; what is missing has its default.
    """
    if judgement.what != "evidence":
        return None
    try:
        return msgspec.convert({**judgement.value, "id": judgement.id, "by": judgement.by}, Hand)
    except msgspec.ValidationError:
        return None


def word_of(judgements: Iterable[Judgement]) -> tuple[str, str] | None:
    """The word that was set last, and who set it; None for none. The value: `{"word": "likely"}`.

    A word of ICD 203, or the person's own.
    """
    found: tuple[str, str] | None = None
    for judgement in judgements:
        word = judgement.value.get("word")
        if judgement.what == "word" and isinstance(word, str) and word.strip():
            found = (word.strip(), judgement.by)
    return found


def with_word(assessment: Assessment, judgements: Iterable[Judgement]) -> Assessment:
    """The assessment with the word that a person set, which is shown as theirs; as it is where nobody did.

    Neither probability nor likelihood changes: they stay what the evidence amounts to.
    """
    set_word = word_of(judgements)
    if set_word is None:
        return assessment
    return msgspec.structs.replace(assessment, word=set_word[0], word_by=set_word[1])
