"""A reader that asks a language model on this machine who says what; only words that are printed count."""

from sayso_local_model.reader import LocalModel, make

__all__ = ["LocalModel", "make"]
