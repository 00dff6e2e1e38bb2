"""The story core: YAML in, states and events out; no clock, no files, no pictures."""
