"""Factuality: how certain a proposition is, with which polarity, according to its own source."""

from functools import reduce

from sayso.model import Factuality, Span, Spans, factuality
from sayso.read.cue_reading import CueReading
from sayso.read.cue_words import Words
from sayso.read.factuality_clause import clause_effects
from sayso.read.factuality_events import event_factuality
from sayso.read.factuality_rules import PLAIN, Effect, rules_of, under

__all__ = ["event_factuality", "read_factuality"]


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
    effects = clause_effects(_words(text, proposition), rules)
    if cue is not None:
        effects = [Effect(cue.certainty, cue.negates), *effects]
    result = reduce(lambda inner, outer: under(outer, inner), reversed(effects), PLAIN)
    return factuality(result.certainty, result.negates)


def _words(text: str, spans: Spans) -> Words:
    """The words of all spans of a proposition in one row."""
    parts = [Words.of(text, Span(*span)) for span in spans]
    return Words(
        [token for part in parts for token in part.tokens],
        [token for part in parts for token in part.printed],
        [span for part in parts for span in part.spans],
    )
