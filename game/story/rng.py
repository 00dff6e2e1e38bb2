"""A 64-bit random generator whose whole state is one whole number (SplitMix64, Steele, Lea and Flood 2014)."""
from __future__ import annotations

_MASK = (1 << 64) - 1


def draw(rng: int, sides: int) -> tuple[int, int]:
    """Return the next state and a number from 0 to `sides` - 1."""
    state = (rng + 0x9E3779B97F4A7C15) & _MASK
    mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB & _MASK
    # Multiply and shift: no division bias worth measuring below 2**32 sides.
    return state, ((mixed ^ (mixed >> 31)) >> 32) * sides >> 32
