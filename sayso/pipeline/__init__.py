"""The only place that knows the order: inputs → documents → statements."""

from sayso.pipeline.reading import Reading, make_reader, read_document, read_paths

__all__ = ["Reading", "make_reader", "read_document", "read_paths"]
