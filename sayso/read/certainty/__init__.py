"""What a statement does, how its source knows, and how sure it is of each part."""
