"""Where a clause about who speaks ends: "Residents who complained | that the wells were dry | were held"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.lang import load
from sayso.model import Span
from sayso.read.mending.completion import Attribution
from sayso.read.rules.view import View, view_of
from sayso.text import sentence_of

MOST_BETWEEN = 4  # words from "who" to its verb: "who had earlier"


def without_main_verb(
    text: str, sentences: Sequence[Span], found: Sequence[Attribution], language: str
) -> list[Attribution]:
    """The attributions in relative clauses that begin a sentence, without the verb of the sentence itself.

    The sentence has to have one, and the last verb of what is said there is it. Linear in the length of a
    sentence for each such cue.
    """
    return [_ended(text, sentences, each, language) for each in found] if sentences else list(found)


def _ended(text: str, sentences: Sequence[Span], each: Attribution, language: str) -> Attribution:
    relation = each.relation
    if relation.voice != "source" or len(relation.source) != 1 or len(relation.content) != 1:
        return each
    if not relation.cue:
        return each
    source, cue, content = relation.source[0], relation.cue[-1], relation.content[0]
    sentence = sentences[sentence_of(sentences, cue.start)]
    behind = not text[content.end : sentence.end].strip(" .\n")
    if not behind or content.start < cue.end or not sentence.start <= source.start < cue.start:
        return each
    view = view_of(text, sentence, language)
    if not _opens(view, source, cue, language):
        return each
    end = _main_verb(view, view.index(content.start), view.index(content.end - 1))
    if end is None:
        return each
    kept = Span(content.start, view.part(end - 1, end).end)
    return replace(each, relation=replace(relation, content=(kept,)))


def _opens(view: View, source: Span, cue: Span, language: str) -> bool:
    """Whether the sentence begins with who speaks and his "who", or his "who" is given as the source."""
    who, verb = load(language, "completion")["who"], view.index(cue.start)
    first, behind = view.index(source.start), view.index(source.end - 1) + 1
    relative = first if view.at(first) in who else behind
    near = view.at(relative) in who and relative < verb <= relative + MOST_BETWEEN
    return near and not any(view.finite(i) or view.at(i) == "," for i in range(relative))


def _begins_group(view: View, i: int) -> bool:
    """Whether a finite verb stands there, and no auxiliary before it: "burned | were", not "had | been"."""
    grammar = load(view.language, "cues_grammar")
    helping = {*grammar["be"], *grammar["have"], *grammar["do"], *grammar["modals"]}
    apart = view.at(i) in helping and view.at(i - 1) not in helping
    return view.finite(i) and (apart or not view.finite(i - 1))


def _main_verb(view: View, first: int, last: int) -> int | None:
    """The last finite verb, where another stands before it and nothing between them opens a clause."""
    verbs = [i for i in range(first, last + 1) if _begins_group(view, i)]
    if len(verbs) < 2:
        return None
    main = verbs[-1]
    before = view.at(main - 1)
    opened = (
        view.among(main - 1, "that", "relatives", "coordinators", "subordinators", "pronouns")
        or before == ","
    )
    led = any(view.among(i, "relatives", "subordinators", "coordinators") for i in range(verbs[-2] + 1, main))
    return None if opened or led or main - 1 <= first else main
