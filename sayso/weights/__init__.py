"""What was learnt: one folder a model."""
