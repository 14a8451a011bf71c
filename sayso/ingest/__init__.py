"""Bytes → Document: texts, pages, PDF, Word, feeds, mails, web archives, and archives of these."""

from sayso.ingest.caps import CAPS, Caps
from sayso.ingest.capture import Capture
from sayso.ingest.captures import capture_bytes, capture_paths
from sayso.ingest.defaults import Defaults
from sayso.ingest.formats import is_plain
from sayso.ingest.reading import document_of_text, read_bytes, read_path

__all__ = [
    "CAPS",
    "Caps",
    "Capture",
    "Defaults",
    "capture_bytes",
    "capture_paths",
    "document_of_text",
    "is_plain",
    "read_bytes",
    "read_path",
]
