"""Model, light, render and finish the pictures of the game."""
