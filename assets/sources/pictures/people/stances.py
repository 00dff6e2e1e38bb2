"""How each figure is held."""

from __future__ import annotations

from people import seated, whole
from people.whole import Stance

STANCES = {
    ("theodore", "behind"): Stance(whole.theodore_behind, turn=160, look=16, nod=3, nape=whole.theodore_nape),
    ("amy", "behind"): Stance(whole.amy_behind, turn=-160, look=-16, nod=-3, top=0.215),
    ("theodore", "desk"): Stance(
        lambda: seated.desk_back(whole.trunk(whole.Build(), -0.72)),
        turn=156,
        look=10,
        nod=12,
        tall=0.88,
        nape=whole.theodore_nape,
    ),
    ("theodore", "floor"): Stance(
        seated.theodore_floor,
        turn=38,
        look=-6,
        nod=5,
        tall=1.10,
        mood="away",
        hands=lambda: seated.held(seated.SKINS["theodore"]),
    ),
    ("amy", "floor"): Stance(
        seated.amy_floor,
        turn=36,
        look=-4,
        nod=2,
        top=0.215,
        tall=1.14,
        mood="calm",
        hands=lambda: seated.held(seated.SKINS["amy"]),
    ),
}
