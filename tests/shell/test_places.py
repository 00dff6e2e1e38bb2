"""A place in layers with people in it: parallax, focus, faces, and nothing that moves when nothing may."""
from __future__ import annotations

import pygame
import pytest

from game.screens.items import ScreenView
from game.shell import Look, turns
from game.shell.behind import Place
from game.shell.looks import frame
from game.stage.view import Moment, OptionView, Span
from game.story.state import Person, Stage
from shell.table import film_set, layer, reader

LIVE = Look(text_speed=0)


def stage(*people: tuple[str, str, str], place: str = "room", hour: str = "lamp") -> Stage:
    """Make a stage with people: who, mood, side."""
    return Stage(place, hour, tuple(Person(*each) for each in people))


def rest(*people: tuple[str, str, str], name: str = "r", **where: str) -> Moment:
    """Make a moment without words."""
    return Moment("rest", name, stage(*people, **where))


def line(who: str = "", *people: tuple[str, str, str], name: str = "l") -> Moment:
    """Make a line somebody says."""
    return Moment("line", name, stage(*people), speaker=who.title(), who=who, spans=(Span("Yes."),))


def settled(shell, view, now: float) -> float:
    """Show a view and let every change come to its end."""
    shell.show(view, now)
    for _ in range(120):
        now += 0.05
        shell.draw(now)
    return now


def shot(shell) -> bytes:
    """Give the finished picture, without what drifts over it."""
    return pygame.image.tobytes(shell._canvas.still, "RGB")


@pytest.fixture
def room(open_shell):
    """Open a window on the film set."""
    return lambda look=LIVE, extra=None, size=(960, 540): open_shell(look, size, reader(film_set(extra)))


def test_layers_lie_one_before_the_other(room) -> None:
    """Far, middle and near are drawn where they belong."""
    shell = room()
    settled(shell, rest(), 0.0)
    still = shell._canvas.still
    assert [still.get_at(at)[:3] for at in ((480, 50), (480, 500), (900, 500))] == [(60, 40, 40), (120, 70, 50), (20, 10, 10)]
    assert shell.problems == ()


def test_pointer_moves_near_more_than_far(room) -> None:
    """When the pointer goes to a corner the near layer moves most, and the picture comes to rest."""
    shell = room()
    now = settled(shell, rest(), 0.0)
    edges = [_edge(shell)]
    pygame.event.clear()
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(959, 270), rel=(1, 1), buttons=(0, 0, 0)))
    shell.poll(now)
    for _ in range(100):
        now += 1 / 30
        shell.draw(now)
    edges.append(_edge(shell))
    assert edges[1] < edges[0]
    assert shell._behind.pace() == 0.0


def _edge(shell) -> int:
    """Find the left edge of the near layer."""
    still = shell._canvas.still
    return next(x for x in range(700, 960) if still.get_at((x, 530))[:3] == (20, 10, 10))


def test_voice_pulls_the_focus(room) -> None:
    """A spoken line shows the soft layers, narration among people keeps them, a rest brings the sharp ones back."""
    shell = room()
    ana = ("ana", "", "left")
    now = 0.0
    for view, far in ((rest(ana), 60), (line("ana", ana), 64), (line("", ana, name="m"), 64), (rest(ana, name="s"), 60)):
        now = settled(shell, view, now)
        assert shell._canvas.still.get_at((480, 10))[0] == far


def test_place_without_soft_layers_is_blurred(room) -> None:
    """A place that has only sharp pictures goes out of focus all the same."""
    files = {name: data for name, data in film_set().items() if "_soft" not in name}
    shell = room(extra=None)
    shell._pictures.read = reader(files)
    shell.reload(0.0)
    now = settled(shell, rest(), 0.0)
    sharp = shot(shell)
    settled(shell, line("ana", name="x"), now)
    assert shell._behind.place.soft
    assert shot(shell) != sharp


def test_people_stand_where_they_should(room) -> None:
    """Left and right are left and right; who stands at the right is turned round to face the other."""
    shell = room()
    settled(shell, rest(("ana", "", "left"), ("ben", "", "right")), 0.0)
    still = shell._canvas.still
    assert still.get_at((250, 450))[:3] == (200, 160, 60)
    assert still.get_at((710, 450))[:3] == (60, 120, 160)
    assert _lower_eye(still, 250) > 0
    assert _lower_eye(still, 710) < 0


def _lower_eye(still: pygame.Surface, middle: int) -> int:
    """Tell on which side of the middle of a face the lower eye is."""
    dark = [(x, y) for x in range(middle - 90, middle + 90) for y in range(150, 420) if sum(still.get_at((x, y))[:3]) < 40]
    return max(dark, key=lambda at: at[1])[0] - sum(x for x, _ in dark) // len(dark)


def test_missing_mood_and_light_have_the_next_like_them(room) -> None:
    """Nobody disappears for want of a mood or a light, and nobody is warned for it."""
    shell = room()
    now = settled(shell, rest(("ana", "calm", "left")), 0.0)
    calm = shot(shell)
    now = settled(shell, rest(("ana", "amused", "left"), name="b"), now)
    assert pygame.display.get_surface().get_at((250, 450))[:3] == (200, 160, 60)
    settled(shell, rest(("ben", "amused", "right"), name="c"), now)
    assert shot(shell) != calm
    assert shell.problems == ()


def test_missing_person_has_a_name_plate(room) -> None:
    """Who has no picture is a card with a name and one line among the problems."""
    shell = room()
    now = settled(shell, rest(), 0.0)
    empty = shot(shell)
    now = settled(shell, rest(("mr_nobody", "", "right"), name="b"), now)
    assert shot(shell) != empty
    settled(shell, rest(("mr_nobody", "grave", "right"), name="c"), now)
    assert [problem for problem in shell.problems if "mr_nobody" in problem] == list(shell.problems)
    assert len(shell.problems) == 1


def test_mood_changes_over_a_while(room) -> None:
    """Between two moods there is a picture that is neither, and it ends as the second."""
    shell = room()
    now = settled(shell, rest(("ana", "", "left")), 0.0)
    shell.show(rest(("ana", "grave", "left"), name="b"), now)
    eye = (228, 285)
    seen = []
    for _ in range(12):
        now += 0.05
        shell.draw(now)
        seen.append(max(shell._canvas.still.get_at((x, y))[1] for x in range(200, 300) for y in range(200, 320)))
    assert seen[0] < seen[-1] == 250
    assert any(170 < level < 245 for level in seen), (eye, seen)


def test_people_come_and_go(room) -> None:
    """Who is hidden fades away, and who is shown again comes back the same."""
    shell = room()
    now = settled(shell, rest(), 0.0)
    empty = shot(shell)
    now = settled(shell, rest(("ana", "", "left"), name="b"), now)
    assert shell._canvas.still.get_at((250, 450))[:3] == (200, 160, 60)
    settled(shell, rest(name="c"), now)
    assert shot(shell) == empty
    assert not shell._troupe.anybody


def test_speaker_is_nearer_and_brighter(room) -> None:
    """Of two people the one who speaks is larger, and the other a little darker."""
    shell = room(Look(text_speed=0, reduced_motion=True))
    both = (("ana", "", "left"), ("ben", "", "right"))
    now = settled(shell, line("", *both), 0.0)
    before = [shell._canvas.still.get_at(at)[:3] for at in ((250, 200), (710, 200))]
    settled(shell, line("ana", *both, name="b"), now)
    after = [shell._canvas.still.get_at(at)[:3] for at in ((250, 200), (710, 200))]
    assert after[0] == before[0]
    assert sum(after[1]) < sum(before[1])


def test_eyes_close_now_and_then(room) -> None:
    """In a quarter of a minute somebody blinks, and opens their eyes again."""
    shell = room()
    now = settled(shell, rest(("ana", "", "left")), 0.0)
    closed = []
    for _ in range(300):
        now += 0.05
        shell.draw(now)
        closed.append(not any(sum(shell._canvas.still.get_at((x, y))[:3]) < 40 for x in range(210, 260, 3) for y in range(200, 330, 3)))
    assert any(closed)
    assert sum(closed) < 30


def test_nothing_moves_with_reduced_motion(room) -> None:
    """Nobody breathes, blinks or leans, and the camera does not follow the pointer."""
    shell = room(Look(text_speed=0, reduced_motion=True))
    now = settled(shell, rest(("ana", "", "left")), 0.0)
    before = shot(shell)
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(1, 1), buttons=(0, 0, 0)))
    shell.poll(now)
    for step in range(100):
        assert shell.draw(now + step) is False
    assert shot(shell) == before


def test_people_leave_no_trace_as_they_breathe(room) -> None:
    """After a minute of life the window shows what a fresh painting would."""
    shell = room()
    now = settled(shell, rest(("ana", "", "left"), ("ben", "", "right")), 0.0)
    for _ in range(400):
        now += 0.15
        shell.draw(now)
    lived = shot(shell)
    shell._canvas._rebuild(shell._canvas._whole)
    assert shot(shell) == lived


def test_hour_without_pictures_has_those_it_is_given(room) -> None:
    """place.yaml says which hour stands in for another."""
    shell = room(extra={"places/room/place.yaml": b"hours: {rain: lamp}\n"})
    settled(shell, rest(hour="rain"), 0.0)
    assert shell._canvas.still.get_at((480, 50))[:3] == (60, 40, 40)


def test_pause_shows_the_place_out_of_focus_without_people(room) -> None:
    """Behind a screen stands the soft place; people come back with the play."""
    shell = room()
    now = settled(shell, rest(("ana", "", "left")), 0.0)
    with_ana = shot(shell)
    now = settled(shell, ScreenView("pause", "Longhand", (), over=True), now)
    assert shell._canvas.still.get_at((5, 5))[:3] != (60, 40, 40)
    settled(shell, rest(("ana", "", "left")), now)
    assert shell._canvas.still.get_at((250, 450)) == (200, 160, 60, 255)
    assert len(with_ana) == len(shot(shell))


def test_broken_layer_costs_only_itself(room) -> None:
    """A layer that cannot be opened is named, and the others are shown."""
    shell = room(extra={"places/room/lamp/mid.png": b"not a picture"})
    settled(shell, rest(), 0.0)
    assert shell._canvas.still.get_at((480, 500))[:3] == (60, 40, 40)
    assert len(shell.problems) == 1
    assert "places/room/lamp/mid.png" in shell.problems[0]


def test_last_dawn_brightens_to_the_day(room) -> None:
    """A layered place brightens to its layers by day."""
    shell = room(extra={"places/room/day/far.png": layer((250, 220, 180))})
    shell.show(Moment("linger", "m", stage()), 0.0)
    for level in (0.5, 1.0):
        shell.brighten(level, 1.0)
    assert shell._canvas.still.get_at((480, 50))[:3] == (250, 220, 180)


def test_people_make_room_for_a_tall_menu(room) -> None:
    """Before a menu that would hide their faces people step aside, and come back after it."""
    shell = room(size=(1920, 1080))
    both = (("ana", "", "left"), ("ben", "", "right"))
    options = tuple(OptionView(str(number), (Span("Something that could be said. " * 3),)) for number in range(6))
    now = settled(shell, line("", *both), 0.0)
    usual = dict(shell._behind._offsets())
    now = settled(shell, Moment("menu", "m", stage(*both), options=options), now)
    aside = dict(shell._behind._offsets())
    settled(shell, line("", *both, name="z"), now)
    assert aside["ana"][0] < usual["ana"][0] - 100
    assert aside["ben"][0] > usual["ben"][0] + 100
    assert shell._behind._offsets() == usual


# --- close-ups ------------------------------------------------------------------------------------------------------
def looked(name: str, *people: tuple[str, str, str]) -> Moment:
    """Make a line said while something is held up to be looked at."""
    return Moment("line", f"look {name}", stage(*people)._replace(look=name), spans=(Span("Yes."),))


def test_close_up_hangs_over_the_place(room) -> None:
    """A close-up fills its frame, the place round it is dark, and nobody stands there; then the place is as it was."""
    ana = ("ana", "calm", "left")
    shell = room(extra={"looks/sample.png": layer((40, 90, 200))})
    now = settled(shell, line("", ana), 0.0)
    corner, ground = (shell._canvas.still.get_at(place) for place in ((10, 10), (20, 500)))
    now = settled(shell, looked("sample", ana), now)
    at = frame((960, 540))
    assert shell._canvas.still.get_at((at.x + at.w // 2, at.y + at.h // 2))[:3] == (40, 90, 200)
    assert sum(shell._canvas.still.get_at((10, 10))[:3]) < 110
    settled(shell, line("", ana), now)
    assert [shell._canvas.still.get_at(place) for place in ((10, 10), (20, 500))] == [corner, ground]


def test_close_up_dissolves(room) -> None:
    """The way to a close-up and back is as long as from one place to another."""
    here = Place("room", "lamp")
    for one, other in ((here, here._replace(look="mug")), (here._replace(look="mug"), here), (here._replace(look="a"), here._replace(look="b"))):
        assert turns.seconds(one, other, in_play=True) == turns.seconds(here, Place("roof", "dawn"), in_play=True)


def test_missing_close_up_is_a_card_with_its_name(room) -> None:
    """What has no picture is named on a card in the frame, and the play goes on."""
    shell = room()
    settled(shell, looked("nothing"), 0.0)
    at, paper = frame((960, 540)), shell._theme.color("paper")
    middle = [shell._canvas.still.get_at((x, at.y + at.h // 2))[:3] for x in range(at.x, at.right)]
    assert paper in middle
    assert shell.problems == ()
