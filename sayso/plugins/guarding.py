"""Foreign parts at work: what they give is held to the laws, what they raise is a Problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import msgspec

from sayso.errors import Problem, UnreadableInput
from sayso.ingest.plugged import PluggedFormat
from sayso.model import Document, Statement
from sayso.plugins.enabled import Enabled
from sayso.plugins.finding import PluginError, installed, part
from sayso.plugins.laws import broken_by_foreign, broken_together
from sayso.plugins.protocols import Exported, ExporterPart, FormatPart, ReaderPart, TellingReaderPart

LONGEST_CHARS = 100
MOST = 10_000  # statements of one document


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """A foreign reader. `reading` begins with the plugin's name, so that no foreign one passes for ours."""

    name: str
    part: ReaderPart

    @property
    def reading(self) -> str:
        """The name of the foreign reader's version."""
        return self.part.reading

    def read(self, document: Document) -> tuple[Statement, ...]:
        """The statements that hold the laws; see `checked` for what was left out."""
        return self.checked(document)[0]

    def checked(self, document: Document) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
        """The statements that hold the laws, and a Problem that counts those that do not, with the reasons.

        Raises UnreadableInput where the foreign reader raises, or gives no statements at all.
        """
        told: Sequence[Problem] = ()
        try:
            if isinstance(self.part, TellingReaderPart):
                found, told = self.part.read_telling(document)
            else:
                found = self.part.read(document)
            statements, told = list(found), [one for one in told if isinstance(one, Problem)]
        except UnreadableInput as error:
            problem = error.problem
            raise UnreadableInput(self._problem(document, f"could not read it: {problem.what}")) from error
        except Exception as error:  # one document that a plugin breaks at must not end a night's run
            raise UnreadableInput(
                self._problem(document, f"broke at it ({type(error).__name__}: {str(error)[:200]})")
            ) from error
        try:
            typed = [msgspec.convert(msgspec.to_builtins(one), Statement) for one in statements]
        except (msgspec.ValidationError, TypeError, RecursionError) as error:
            raise UnreadableInput(self._problem(document, "gave something else than statements")) from error
        kept, left_out = self._lawful(document, typed)
        return kept, (*told, *left_out)

    def _lawful(
        self, document: Document, statements: Sequence[Statement]
    ) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
        taken = list(enumerate(statements[:MOST]))
        broken = {n: laws for n, one in taken if (laws := broken_by_foreign(document, one, self.reading))}
        kept = _whole([one for n, one in taken if n not in broken])
        together = broken_together(kept)
        if together:
            raise UnreadableInput(self._problem(document, f"gave statements that cannot be: {together[0]}"))
        lost = len(statements) - len(kept)
        if not lost:
            return tuple(kept), ()
        reasons = list(dict.fromkeys(chain.from_iterable(broken.values())))[:3] or [
            "what they stand in is gone"
        ]
        what = (
            f"{lost} of the statements that the plugin {self.name!r} gave were left out: {'; '.join(reasons)}"
        )
        return tuple(kept), (Problem(where=document.input, what=what, hint="tell who wrote the plugin"),)

    def _problem(self, document: Document, what: str) -> Problem:
        hint = "it was not read; tell who wrote the plugin, or read it with --reader sayso"
        return Problem(where=document.input, what=f"the plugin {self.name!r} {what}", hint=hint)


def _whole(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without those that stand in one which is left out."""
    kept = list(statements)
    while True:
        ids = {one.id for one in kept}
        whole = [one for one in kept if one.within is None or one.within in ids]
        if len(whole) == len(kept):
            return whole
        kept = whole


def guarded_reader(name: str, enabled: Enabled) -> Guarded:
    """The enabled foreign reader of this name. Raises PluginError where it cannot be had."""
    made = part("sayso.readers", name, enabled)
    if not isinstance(made, ReaderPart):
        raise PluginError(f"the plugin {name!r} is no reader: it lacks `reading` or `read`")
    reading = made.reading
    if not isinstance(reading, str) or not reading.startswith(name) or len(reading) > LONGEST_CHARS:
        raise PluginError(
            f"the plugin {name!r} must call its reading {name!r} and a version, not {reading!r}"
        )
    return Guarded(name=name, part=made)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardedExporter:
    """A foreign exporter; what it raises, or gives beside bytes, is a PluginError that names it."""

    name: str
    part: ExporterPart

    def write(self, material: Exported) -> Iterator[bytes]:
        """The export, in pieces."""
        try:
            for piece in self.part.write(material):
                if not isinstance(piece, bytes):
                    raise TypeError("it gave something else than bytes")
                yield piece
        except Exception as error:  # whatever a foreign package raises must not look like our own mistake
            what = f"the plugin {self.name!r} broke ({type(error).__name__}: {str(error)[:200]})"
            raise PluginError(f"{what}; what was written is not whole") from error


def guarded_exporter(name: str, enabled: Enabled) -> GuardedExporter:
    """The enabled foreign exporter of this name. Raises PluginError where it cannot be had."""
    made = part("sayso.exporters", name, enabled)
    if not isinstance(made, ExporterPart):
        raise PluginError(f"the plugin {name!r} is no exporter: it lacks suffix, media_type, loses or write")
    return GuardedExporter(name=name, part=made)


def plugged_formats(enabled: Enabled) -> tuple[PluggedFormat, ...]:
    """The enabled foreign formats, to be handed to the process that opens files; () for none.

    Raises PluginError for one that takes an ending which sayso reads itself, or that another one takes.
    """
    from sayso.ingest.formats import ENDINGS

    there = {one.name: one for one in installed("sayso.formats") if one.name in enabled.names}
    taken = dict.fromkeys((*ENDINGS, ".pdf", ".docx", ".warc", ".zip", ".gz"), "sayso itself")
    found = []
    for name, one in there.items():
        made = part("sayso.formats", name, enabled)
        if not isinstance(made, FormatPart):
            raise PluginError(f"the plugin {name!r} is no format: it lacks endings, media_type or extracts")
        for ending in made.endings:
            if ending in taken or not ending.startswith(".") or ending != ending.lower():
                by = taken.get(ending)
                raise PluginError(
                    f"the plugin {name!r} cannot have {ending!r}{f', which {by} reads' if by else ''}"
                )
            taken[ending] = repr(name)
        found.append(PluggedFormat(
            name=name, target=one.target, endings=tuple(made.endings), media_type=made.media_type,
            options=enabled.told(name),
        ))  # fmt: skip
    return tuple(found)
