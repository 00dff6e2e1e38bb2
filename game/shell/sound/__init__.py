"""Play the score, the rooms, the small sounds and the voices' murmur; silent, and never in the way, where that cannot be."""
