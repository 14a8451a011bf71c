"""The rule-based finder of attributions: the yardstick, and what reads without weights."""
