"""Bytes → Document: plain text, Markdown with front matter, HTML, JSON Lines, standard input."""

from sayso.ingest.defaults import Defaults
from sayso.ingest.reading import document_of_text, read_bytes, read_path

__all__ = ["Defaults", "document_of_text", "read_bytes", "read_path"]
