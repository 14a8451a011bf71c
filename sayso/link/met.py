"""Words of others that somebody only meets with: "is looking into | reports that the mill burned"."""

from __future__ import annotations

import re
from functools import cache

from sayso.lang.loading import load
from sayso.link.words import listed
from sayso.model import Statement

LEAD_CHARS = 80  # before what is said, in which it may be told what is done with it
NOUN_CHARS = 40  # of what is said, where it begins with the noun: "will debate | the allegation that"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    leads = "|".join(
        sorted(map(re.escape, load(language, "stance")["open_leads"]["words"]), key=len, reverse=True)
    )
    nouns = "|".join(sorted(map(re.escape, listed(language, "pointing_nouns")), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w'’-])(?P<lead>{leads})(?:\s+[\w'’-]{{1,20}}){{0,3}}?\s+(?P<noun>{nouns})(?![\w'’-])",
        re.IGNORECASE,
    )


def is_only_met(statement: Statement, text: str, language: str = "en") -> bool:
    """Whether it is told what somebody does with the words, who by that neither says nor denies them.

    `text` is that of the document. The words are nobody's, or the reader takes him for their source who
    stands before what is done: "the prosecutor is investigating | the allegation". Those of another, who
    stands behind it, are his: "is investigating the union's allegation".
    """
    if statement.cue is None or not statement.content.spans:
        return False
    cue, said = statement.cue.spans[0].start, statement.content.spans[0].start
    start = max(0, said - LEAD_CHARS)
    for match in _pattern(language).finditer(text[start : said + NOUN_CHARS]):
        lead, noun = start + match.start("lead"), start + match.start("noun")
        if noun >= cue and all(span.end <= lead for span in statement.source.spans):
            return True
    return False
