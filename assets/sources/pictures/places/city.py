"""Build the city that roofs and windows look out on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kit.rigs import Hour
from kit.skyline import Ring, facade, low_roofs, mist, skyline
from kit.sky import Air

RINGS: tuple[Ring, ...] = (
    (300, 50, 5, 60, 120, 26, 40),
    (480, 90, 12, 70, 215, 26, 46),
    (800, 140, 22, 90, 290, 30, 56),
    (1300, 240, 34, 100, 360, 36, 70),
    (2200, 380, 44, 120, 470, 50, 100),
    (3800, 600, 50, 140, 620, 70, 140),
)
BODIES = ("#6a5266", "#56506a", "#84605f", "#4f6470")


def city(
    hour: Hour,
    air: Air,
    *,
    seed: int,
    keep_low: Callable[[float, float], bool] | None = None,
    bodies: Sequence[str] = BODIES,
    banks: float = 0.8,
    spread: float = 1.5,
) -> None:
    """Set the city about the eye; `banks` is how thick the mist between its rings is."""
    cells = ((3.0, 3.5), (2.8, 3.4), (3.6, 3.4), (3.2, 3.6))
    paints = [facade(body, air, hour.windows, cell) for body, cell in zip(bodies, cells, strict=True)]
    skyline(RINGS, paints, seed=seed, ground=air.ground, yaw=0.08, spread=spread, keep_low=keep_low)
    low_roofs(220, facade(bodies[0], air, hour.windows, (3.4, 3.6)), seed=seed + 1, ground=air.ground)
    for number, (distance, top) in enumerate(((390, -62), (640, -45), (1040, -35), (1750, -20), (3000, 0))):
        if banks:
            mist(distance, top, banks, air, number + 1)
