"""How good, how fast: one folder a task, floors pinned."""
