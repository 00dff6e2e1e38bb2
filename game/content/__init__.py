"""Files that the game reads: stories, assets, languages."""
