"""How good and how fast weighing is."""
