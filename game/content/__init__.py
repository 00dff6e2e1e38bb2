"""Find and read what the program is given: stories, assets, languages."""
