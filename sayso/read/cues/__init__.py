"""Cues: the words that attribute, found by a lexicon and read for what they do."""
