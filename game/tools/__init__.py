"""The command line: check, read, walk, ids, strings, shoot. Each is small because it calls the core."""
