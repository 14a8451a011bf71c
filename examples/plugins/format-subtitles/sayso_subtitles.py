"""Subtitles (SubRip, .srt) as a document: what is spoken, without numbers and times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sayso.errors import Problem
from sayso.ingest.extract import Extract

TIMES = re.compile(r"\d{1,3}:\d\d:\d\d[,.]\d{1,3} --> \d{1,3}:\d\d:\d\d[,.]\d{1,3}")
STYLE = re.compile(r"</?[bisu]>|</?font[^<>]{0,100}>|\{\\[a-z0-9]{1,10}\}")
END = (".", "!", "?", "…", "”", '"')


class Subtitles:
    """One file is one document. A caption that ends a sentence ends its line; others run on."""

    endings = (".srt",)
    media_type = "application/x-subrip"

    def extracts(self, data: bytes, name: str) -> Iterator[Extract]:
        """The spoken words; raises ValueError where there is no caption."""
        captions = list(_captions(data.decode("utf-8-sig", "replace")))
        if not captions:
            raise ValueError("there is no caption with its times in it")
        what = "the times of the captions are not kept"
        problems = (Problem(where=name, what=what),) if len(captions) > 1 else ()
        yield Extract(text=_joined(captions), input=name, problems=problems)


def _captions(text: str) -> Iterator[str]:
    """The words of each caption, on one line; blocks without times are left out."""
    for block in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip() for line in block.strip().split("\n")]
        at = next((n for n, line in enumerate(lines[:2]) if TIMES.match(line)), None)
        words = "" if at is None else " ".join(STYLE.sub("", line) for line in lines[at + 1 :] if line)
        if words.strip():
            yield " ".join(words.split())


def _joined(captions: list[str]) -> str:
    return "".join(words + ("\n" if words.endswith(END) else " ") for words in captions).rstrip()


def make(options: Mapping[str, object]) -> Subtitles:
    """The format; it is told nothing."""
    return Subtitles()
