"""Every part that can be replaced, built-in or foreign, on one screen.

    kind       entry points      built-in                     a foreign one is a function that makes
    reader     sayso.readers     sayso, rules                 a ReaderPart: Document → Statements
    format     sayso.formats     text, Markdown, HTML, …      a FormatPart: bytes → Extracts
    exporter   sayso.exporters   those of `sayso export`      an ExporterPart: a ledger → bytes

The function is given what the settings tell the plugin (`plugin.NAME.KEY`), as a mapping. A foreign part runs
only where the user enabled it by name: to install a package must not hand it a source's documents.
What it gives is held to the laws of `sayso.plugins.contract`, at each call; what breaks is a Problem for that
document, and the run goes on.
"""

from sayso.plugins.completing import completed
from sayso.plugins.enabled import NOTHING, Enabled, Option, Options
from sayso.plugins.finding import Installed, PluginError, installed, part
from sayso.plugins.guarding import (
    Guarded,
    GuardedExporter,
    guarded_exporter,
    guarded_reader,
    plugged_formats,
)
from sayso.plugins.protocols import ExporterPart, FormatPart, ReaderPart, TellingReaderPart
from sayso.plugins.table import GROUPS, KINDS, Kind, Row, rows

__all__ = [
    "GROUPS", "KINDS", "NOTHING", "Enabled", "ExporterPart", "FormatPart", "Guarded", "GuardedExporter",
    "Installed", "Kind", "Option", "Options", "PluginError", "ReaderPart", "Row", "TellingReaderPart",
    "completed", "guarded_exporter", "guarded_reader", "installed", "part", "plugged_formats", "rows",
]  # fmt: skip
