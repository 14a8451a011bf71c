"""How well documents are read into statements."""
