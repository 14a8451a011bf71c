"""Factuality: how certain a proposition is, with which polarity, according to its own source."""

from functools import reduce

from sayso.model import Factuality, Span, Spans, factuality
from sayso.read.certainty.clause import clause_effects, opens_condition
from sayso.read.certainty.events import event_factuality
from sayso.read.certainty.rules import PLAIN, Effect, Rules, rules_of, under
from sayso.read.cues.reading import CueReading
from sayso.read.cues.words import QUOTES, Words

__all__ = ["event_factuality", "read_factuality", "value_of", "words_of"]


def read_factuality(
    text: str, proposition: Spans, cue: CueReading | None = None, language: str = "en"
) -> Factuality:
    """The factuality of a proposition (its spans in `text`) according to the statement's source.

    The modality and polarity of its main clause, composed with what the cue does to its content:
    "denied that it had not" is CT+, "doubts" PR-, "asked" U. Hearsay ("reportedly") lowers
    nothing: the unnamed say-so is certain of it. A plain proposition without a cue, also an empty
    one, is CT+. After FactBank (Saurí & Pustejovsky 2009).
    """
    rules = rules_of(language)
    words = words_of(text, proposition, language)
    if cue is not None and cue.negates and cue.certainty == "PR" and words.at(0) in rules.words["doubted"]:
        words = words.part(1)
    effects = clause_effects(words, rules)
    if cue is not None:
        effects = [Effect(cue.certainty, cue.negates), *effects, *_judged(words, cue, rules)]
    result = reduce(lambda inner, outer: under(outer, inner), reversed(effects), PLAIN)
    return factuality(result.certainty, result.negates)


def _judged(words: Words, cue: CueReading, rules: Rules) -> list[Effect]:
    """What the last word says of all before it: "considers | such a visit unlikely"."""
    last = next((token for token in reversed(words.tokens) if token.isalpha()), "")
    known = rules.predicates.get(last, ())
    judges = cue.lemma in rules.words["judging"] and last in rules.words["standing"] and len(words.tokens) > 1
    return [known[0].effect] if judges and known else []


def value_of(words: Words, rules: Rules) -> Effect:
    """Certainty and polarity of a clause by itself, under no cue."""
    return reduce(lambda inner, outer: under(outer, inner), reversed(clause_effects(words, rules)), PLAIN)


def words_of(text: str, spans: Spans, language: str = "en") -> Words:
    """The words of all spans in one row; a condition that the cue cut off keeps its comma."""
    rules = rules_of(language)
    parts = [Words.of(text, Span(*span)) for span in spans]
    if len(parts) > 1 and opens_condition(parts[0], parts[0].at(0) in QUOTES, rules):
        border = Span(parts[0].spans[-1].end, parts[0].spans[-1].end)
        parts.insert(1, Words([","], [","], [border]))
    return Words(
        [token for part in parts for token in part.tokens],
        [token for part in parts for token in part.printed],
        [span for part in parts for span in part.spans],
    )
