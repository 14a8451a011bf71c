"""Promises, schedules and forecasts: their windows, what became of them, and who keeps his word."""
