"""What a person typed, made into a search that can neither fail nor reach an operator.

Words are joined by AND, words in quotation marks stand next to each other. Everything else that is typed
is taken for words: signs, column names and operators of the search engine mean nothing.
"""

import re
from typing import NamedTuple

from sayso.store.words import is_run, tokens

MOST_TERMS = 32
LONGEST_QUERY_CHARS = 2_000
_TERM = re.compile(r'["“”«»]([^"“”«»]*)(?:["“”«»]|$)|([^\s"“”«»]+)')


class Term(NamedTuple):
    """Tokens that must stand next to each other. `open`: the last one may go on (one character of a run)."""

    tokens: tuple[str, ...]
    open: bool = False


def terms_of(query: str) -> tuple[Term, ...]:
    """The terms of a query, at most 32; () where no word is in it, which finds nothing."""
    found = []
    for match in _TERM.finditer(query[:LONGEST_QUERY_CHARS]):
        term = _term(match.group(1) if match.group(1) is not None else match.group(2))
        if term.tokens and term not in found:
            found.append(term)
    return tuple(found[:MOST_TERMS])


def _term(words: str) -> Term:
    """The words as a phrase; where its last word is a run, that may go on in the text."""
    every = list(tokens(words))
    if len(every) > 1 and _ends_run(every[-1].text) and every[-2].end == every[-1].end:
        every.pop()
    return Term(tuple(token.text for token in every), bool(every) and _ends_run(every[-1].text))


def _ends_run(token: str) -> bool:
    return len(token) == 1 and is_run(token)


def match_of(terms: tuple[Term, ...]) -> str:
    """The terms in FTS5's own language; tokens are letters and digits, so that nothing needs escaping."""
    return " AND ".join(f'"{" ".join(term.tokens)}"{" *" if term.open else ""}' for term in terms)
