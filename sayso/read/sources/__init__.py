"""Sources: who is printed, what kind they are, and whom they stand for."""
