"""How each file in sayso/weights was made; not part of the wheel."""
