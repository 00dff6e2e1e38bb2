"""Build one place a module: `build(hour)` models it, `CAMERA` looks at it."""
