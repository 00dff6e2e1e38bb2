"""Longhand: an interactive story and the engine that plays it."""
