"""How good and how fast linking is: copies, origins."""
