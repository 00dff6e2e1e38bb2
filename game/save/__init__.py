"""Saves: what a play is on disk, and how it gets there without ever being lost."""
