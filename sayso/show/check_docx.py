"""A Word draft given back with the findings as comments, each anchored at the words it is about."""

from __future__ import annotations

import io
from copy import deepcopy
from typing import Any

from sayso.model import Check, Document, Finding, Span
from sayso.show.check_report import KINDS
from sayso.show.report_characters import shown

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRUCK = (f"{W}del", f"{W}moveFrom")
WRITTEN = (f"{W}t", f"{W}noBreakHyphen")
CELLS = " | "  # between the cells of a row, as reading puts them on one line
AUTHOR, INITIALS = "sayso", "sayso"


def commented(data: bytes, draft: Document, check: Check) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of the same Word document with a comment for each finding, and the findings without a place.

    Runs are split where a finding begins or ends, with their properties, so that nothing looks other than
    before. A finding whose words are not found in the body is commented at its first words.
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    letters = _Letters(document)
    lost = []
    for finding in check.findings:
        runs = letters.runs_of(draft.text, finding)
        if not runs:
            lost.append(finding)
            runs = letters.first()
        if runs:
            document.add_comment(runs=runs, text=_words(finding), author=AUTHOR, initials=INITIALS)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), tuple(lost)


def _words(finding: Finding) -> str:
    head = f"{KINDS[finding.kind].capitalize()}. {finding.why}"
    if finding.signed:
        signed = finding.signed
        head += f"\nSigned off by {signed.by}, {signed.at[:10]}, against: {signed.against}"
    return shown(f"{head}\n{finding.id}")


class _Letters:
    """The printed characters of a body that are no white space, each with the run and place that it has."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.read()

    def read(self) -> None:
        """Walks the runs anew; done again after a run was split."""
        self.runs = [run for run in self.document.element.body.iter(f"{W}r") if _printed(run)]
        self.places: list[tuple[int, int]] = []
        parts = []
        for number, run in enumerate(self.runs):
            for at, char in enumerate(_text(run)):
                if not char.isspace():
                    self.places.append((number, at))
                    parts.append(char)
        self.text = "".join(parts)

    def first(self) -> list[Any]:
        """The first run that prints something; [] for none."""
        return self._as_runs(self.runs[self.places[0][0] : self.places[0][0] + 1]) if self.places else []

    def runs_of(self, text: str, finding: Finding) -> list[Any]:
        """The runs that hold just the words of a finding; [] where they are not found."""
        around = finding.sentence
        start = self._find(text, around)
        if start < 0:
            around = _cell(text, finding)
            start = self._find(text, around)
        if start < 0:
            return []
        lead = len(_bare(text[around.start : finding.spans[0].start]))
        length = len(_bare(text[finding.spans[0].start : min(finding.spans[-1].end, around.end)]))
        first, last = start + lead, min(start + lead + length, len(self.text)) - 1
        return self._cut(first, last) if 0 <= first <= last else []

    def _find(self, text: str, part: Span) -> int:
        """Where the words of a part of the draft begin in the body; -1 where they do not stand in it."""
        words = _bare(text[part.start : part.end])
        before = _bare(text[: part.start]).count(words) if words else 0
        start = -1
        for _ in range(before + 1):
            start = self.text.find(words, start + 1) if words else -1
            if start < 0:
                return -1
        return start

    def _cut(self, first: int, last: int) -> list[Any]:
        """Splits the runs at both ends, and gives those between."""
        number, at = self.places[last]
        if at + 1 < len(_text(self.runs[number])):
            _split(self.runs[number], at + 1)
        number, at = self.places[first]
        if at > 0:
            _split(self.runs[number], at)
        self.read()
        begins, ends = self.places[first][0], self.places[last][0]
        return self._as_runs(self.runs[begins : ends + 1])

    def _as_runs(self, elements: list[Any]) -> list[Any]:
        from docx.text.run import Run

        return [Run(element, self.document) for element in elements]


def _cell(text: str, finding: Finding) -> Span:
    """The part of a finding's sentence in the cell of a table in which its words begin."""
    at = finding.spans[0].start
    left = text.rfind(CELLS, finding.sentence.start, at)
    right = text.find(CELLS, at, finding.sentence.end)
    return Span(
        left + len(CELLS) if left >= 0 else finding.sentence.start,
        right if right >= 0 else finding.sentence.end,
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _text(run: Any) -> str:
    """What a run prints as text; tabs and breaks are white space and are left out."""
    return "".join(
        (child.text or "") if child.tag == f"{W}t" else "-" for child in run if child.tag in WRITTEN
    )


def _printed(run: Any) -> bool:
    """Whether its words stand in the document: not deleted, crossed out or hidden."""
    if any(parent.tag in STRUCK for parent in run.iterancestors()):
        return False
    properties = run.find(f"{W}rPr")
    gone = (
        () if properties is None else (properties.find(W + name) for name in ("strike", "dstrike", "vanish"))
    )
    return not any(one is not None and one.get(f"{W}val") not in {"0", "false", "off"} for one in gone)


def _split(run: Any, at: int) -> None:
    """Splits a run in two of the same properties behind its first `at` characters."""
    other = deepcopy(run)
    run.addnext(other)
    seen = 0
    for mine, theirs in zip(list(run), list(other), strict=True):
        if mine.tag == f"{W}rPr":
            continue
        length = len(mine.text or "") if mine.tag == f"{W}t" else int(mine.tag in WRITTEN)
        if seen + length <= at and not (seen >= at):
            other.remove(theirs)
        elif seen >= at:
            run.remove(mine)
        else:
            words = mine.text or ""
            mine.text, theirs.text = words[: at - seen], words[at - seen :]
            for half in (mine, theirs):
                half.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        seen += length
