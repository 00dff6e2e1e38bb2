"""What lives in a place moves, never flashes, stays behind people and words, and leaves no trace."""
from __future__ import annotations

import pygame
import pytest

from game.shell import Look
from game.shell.placefile import KINDS
from game.stage.view import Moment, Span
from game.story.state import Person, Stage
from shell.table import film_set, reader

SIZE = (960, 540)
ALL = {"motes": "[0, 0, 1920, 1080]", "steam": "[900, 600, 90]", "rain": "[200, 100, 700, 500]",
       "windows": "[[300, 200, 40, 60], [500, 200, 40, 60], [700, 200, 40, 60]]", "curtain": "[100, 600, 300, 400]",
       "tram": "[0, 0, 1920, 700]", "mist": "[0, 300, 1920, 300]", "glow": "[1400, 300, 300]",
       "drum": "[800, 500, 90]"}


def place(*kinds: str) -> dict[str, bytes]:
    """Make a place in which these kinds live."""
    rows = "".join(f"  - {{kind: {kind}, at: {ALL[kind]}, every: 13}}\n" for kind in kinds)
    return {"places/room/place.yaml": f"life:\n{rows}".encode()}


@pytest.fixture
def living(open_shell):
    """Open a window on a place in which some kinds live."""
    return lambda *kinds, look=None: open_shell(look, SIZE, reader(film_set(place(*kinds))))


def shown() -> bytes:
    """Give what is on the window."""
    return pygame.image.tobytes(pygame.display.get_surface(), "RGB")


def quiet(*people: str) -> Moment:
    """Make a moment without words."""
    return Moment("rest", "r", Stage("room", "lamp", tuple(Person(who, "", side) for who, side in zip(people, ("left", "right"), strict=False))))


def test_every_kind_is_tried() -> None:
    """The tests know every kind there is."""
    assert set(ALL) == set(KINDS)


@pytest.mark.parametrize("kind", ALL)
def test_kind_moves_and_leaves_no_trace(living, kind) -> None:
    """Every kind is seen to move, and what is under it comes back pixel for pixel."""
    shell = living(kind)
    shell.show(quiet(), 0.0)
    seen, now = set(), 0.0
    for _ in range(200):
        now += 0.15
        shell.draw(now)
        shell._canvas._breath = -1
        seen.add(shown())
    assert len(seen) > 3
    assert shell.problems == ()
    fresh = film_fresh(shell)
    assert pygame.image.tobytes(shell._canvas.still, "RGB") == pygame.image.tobytes(fresh, "RGB")
    shell._life.set(())
    shell.draw(now + 1.0)
    surface, mark = pygame.display.get_surface(), shell._plan.mark
    pygame.draw.circle(surface, (0, 0, 0), (mark.x, mark.y), mark.radius * 5)
    pygame.draw.circle(fresh, (0, 0, 0), (mark.x, mark.y), mark.radius * 5)
    assert shown() == pygame.image.tobytes(fresh, "RGB")


def film_fresh(shell) -> pygame.Surface:
    """Paint the place anew, as it is now."""
    fresh = pygame.Surface(SIZE).convert()
    shell._behind.paint(fresh, shell._canvas._whole, shell._life)
    return fresh


def test_nothing_lives_with_reduced_motion(living) -> None:
    """With reduced motion none of it is there."""
    shell = living(*ALL, look=Look(text_speed=0, reduced_motion=True))
    shell.show(quiet(), 0.0)
    before = [shown() for now in range(0, 40, 3) if not shell.draw(float(now))]
    assert len(set(before)) == 1
    assert len(before) > 10


def test_nothing_flashes(living) -> None:
    """All kinds together never swing by a tenth of full light more than three times a second over a fifth of the window."""
    shell = living(*ALL)
    shell.show(quiet("ana", "ben"), 0.0)
    now, frames = 0.0, []
    for _ in range(20 * 15):
        now += 1 / 15
        shell.draw(now)
        small = pygame.transform.smoothscale(pygame.display.get_surface(), (32, 18))
        frames.append([sum(small.get_at((x, y))[:3]) / 765 for y in range(18) for x in range(32)])
    for start in range(0, len(frames) - 15, 5):
        second = frames[start:start + 15]
        swung = sum(_swings([frame[cell] for frame in second]) > 3 for cell in range(32 * 18))
        assert swung <= 0.2 * 32 * 18


def _swings(levels: list[float]) -> int:
    """Count the times a level turns round by a tenth or more."""
    count, turned = 0, levels[0]
    for level in levels:
        if abs(level - turned) >= 0.1:
            count, turned = count + 1, level
    return count


def test_far_life_is_behind_people(living) -> None:
    """Mist drifts behind who stands there."""
    shell = living("mist")
    shell.show(quiet("ana"), 0.0)
    now = 0.0
    for _ in range(60):
        now += 0.1
        shell.draw(now)
    shown_at, still_at = pygame.display.get_surface().get_at, shell._canvas.still.get_at
    assert shown_at((250, 225))[:3] == still_at((250, 225))[:3] == (200, 160, 60)
    assert sum(shown_at((480, 225))[:3]) > 140


def test_life_is_behind_words(living) -> None:
    """Nothing moves where words stand."""
    shell = living(*ALL)
    shell.show(Moment("line", "l", Stage("room", "lamp"), spans=(Span("Yes. " * 40),)), 0.0)
    now = 0.0
    for _ in range(40):
        now += 0.1
        shell.draw(now)
    panel = shell._plan.covers[0]
    surface = pygame.display.get_surface()
    one, other = surface.subsurface(panel), shell._canvas.still.subsurface(panel)
    assert pygame.image.tobytes(one, "RGB") == pygame.image.tobytes(other, "RGB")
