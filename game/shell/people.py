"""Stand people in a place: their picture in its light, breathing, blinking, one face becoming another.

A picture is assets/people/WHO/LIGHT/MOOD.webp, facing right; in the right half it is turned
round. Its eyes closed are
MOOD_blink.webp. A mood that is missing is calm, a light that is missing is the next one like it.
"""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

import pygame

from game.shell.nameplate import Maker
from game.shell.pictures import Pictures, Wish
from game.shell.plan import bounds
from game.shell.placefile import SPOTS, Spot
from game.stage import acting, timeline
from game.stage.camera import WIDE, Lens
from game.stage.layout import Rect
from game.story.state import Person

PREMULTIPLIED = pygame.BLEND_PREMULTIPLIED
CALM = "calm"
LIGHTS: Mapping[str, tuple[str, ...]] = {
    "lamp": ("claret", "ash", "dawn", "day"), "day": ("ash", "dawn", "lamp", "claret"),
    "claret": ("lamp", "dawn", "ash", "day"), "dawn": ("ash", "lamp", "day", "claret"),
    "ash": ("dawn", "day", "lamp", "claret")}
"""For each light, those that look most like it."""
CHANGE = 0.45
"""Seconds one face takes to become another, or somebody to come or go."""
NEARER = 1.03
"""How much larger somebody is who speaks."""
SHADE = (206, 200, 200)
"""How bright somebody is who listens: each colour of 255."""
CHEST = 0.65
"""The share of a picture, from its top, that rises with a breath; what is below stands still."""
FACTOR = 0.8
"""How far people move when the camera does, next to a layer of factor 1, if they stand near."""


class Look(NamedTuple):
    """How somebody is to be seen."""

    who: str
    mood: str
    side: str
    light: str
    voice: int = 0
    """1 if they speak, -1 if somebody else there does."""


class Frame(NamedTuple):
    """A picture on the window, premultiplied and cut: with open eyes, and with closed ones if there is such a picture."""

    picture: pygame.Surface
    at: tuple[int, int]
    closed: pygame.Surface | None
    foot: int
    """The window row the feet are cut at."""


class Actor:
    """One person on the stage."""

    def __init__(self, who: str) -> None:
        """Begin with nothing to be seen."""
        self.who = who
        self.seed = crc32(who.encode())
        self.look: Look | None = None
        self.frame: Frame | None = None
        self.old: Frame | None = None
        self.since = 0.0
        self.level = 1.0
        self.spot = SPOTS["left"]
        self.rise = 0
        self.closed = False

    def become(self, look: Look | None, frame: Frame | None, now: float, seconds: float) -> None:
        """Turn into another picture; None is to leave."""
        if seconds > 0:
            self.old = self.frame if self.level >= 0.5 or self.old is None else self.old
            self.since, self.level = now, 0.0
        else:
            self.old, self.level = None, 1.0
        self.look, self.frame = look, frame

    def settle(self) -> None:
        """Be what one was to become."""
        self.old, self.level = None, 1.0

    @property
    def gone(self) -> bool:
        """Tell whether nothing of them is left to be seen."""
        return self.frame is None and self.old is None

    def rect(self) -> Rect:
        """Give what they may cover, breath and all."""
        frames = [frame for frame in (self.frame, self.old) if frame]
        if not frames:
            return Rect(0, 0, 0, 0)
        x, y = min(frame.at[0] for frame in frames), min(frame.at[1] for frame in frames)
        right = max(frame.at[0] + frame.picture.get_width() for frame in frames)
        foot = max(frame.at[1] + frame.picture.get_height() for frame in frames)
        high = _most_rise(foot - y)
        return Rect(x, y - high, right - x, foot - y + high)

    def breast(self) -> Rect:
        """Give what of them moves by itself: all that is above the chest."""
        whole = self.rect()
        return whole._replace(h=round(whole.h * CHEST) + 2 * _most_rise(whole.h) + 2)

    def tick(self, now: float) -> bool:
        """Go on living; tell whether they look different now."""
        before = self.rise, self.closed, self.level
        if self.level < 1:
            self.level = timeline.fade(self.since, CHANGE, now)
            self.old = None if self.level >= 1 else self.old
        self.closed = acting.blinks(now, self.seed) and self.frame is not None and self.frame.closed is not None
        high = self.frame.picture.get_height() if self.frame else 0
        self.rise = round(acting.swell(now, self.seed) * _most_rise(high))
        return before != (self.rise, self.closed, self.level)

    def draw(self, surface: pygame.Surface, offset: tuple[int, int]) -> None:
        """Draw them, within the clip."""
        old, new = acting.crossed(self.level)
        for frame, share in ((self.old, old), (self.frame, new)):
            if frame is not None and share > 0:
                shown = frame.closed if self.closed and frame.closed and frame is self.frame else frame.picture
                shown = shown if share >= 1 else thinned(shown, share)
                _breathe(surface, shown, (frame.at[0] + offset[0], frame.at[1] + offset[1]), self.rise)


def _most_rise(height: int) -> int:
    return round(height * acting.SWELL)


def thinned(picture: pygame.Surface, share: float) -> pygame.Surface:
    """Give a premultiplied picture with less of it there."""
    thin, level = picture.copy(), round(255 * share)
    thin.fill((level, level, level, level), special_flags=pygame.BLEND_RGBA_MULT)
    return thin


def _breathe(surface: pygame.Surface, picture: pygame.Surface, at: tuple[int, int], rise: int) -> None:
    """Draw a picture `rise` rows higher than it is, its foot where it was: some rows are drawn twice."""
    wide, high = picture.get_size()
    chest = round(high * CHEST)
    for band in range(rise):
        top, foot = chest * band // rise, chest * (band + 1) // rise
        surface.blit(picture, (at[0], at[1] + top - (rise - band)), (0, top, wide, foot - top + 1), special_flags=PREMULTIPLIED)
    top = chest if rise else 0
    surface.blit(picture, (at[0], at[1] + top), (0, top, wide, high - top), special_flags=PREMULTIPLIED)


class Troupe:
    """Everybody on the stage."""

    def __init__(self, pictures: Pictures, lens: Lens, nameplates: Maker) -> None:
        """Start with an empty stage; who has no picture has a name plate made by `nameplates`."""
        self._pictures = pictures
        self._lens = lens
        self._nameplates = nameplates
        self._actors: dict[str, Actor] = {}
        self._raw: dict[tuple[str, str, str], tuple[str, pygame.Surface | None]] = {}
        self._blinks: dict[str, pygame.Surface | None] = {}
        self.problems: list[str] = []

    def set(self, people: Sequence[Person], light: str, spots: Mapping[str, Spot], speaker: str, now: float,
            seconds: float = CHANGE) -> None:
        """Put these people on the stage; who is not among them leaves. Without seconds nothing fades."""
        heard = speaker in {person.who for person in people}
        for person in people:
            voice = (1 if person.who == speaker else -1) if heard else 0
            self._place(Look(person.who, person.mood or CALM, person.side or "left", light, voice), spots, now, seconds)
        for who in self._actors.keys() - {person.who for person in people}:
            if self._actors[who].frame is not None:
                self._actors[who].become(None, None, now, seconds)
        self._sweep()

    def _place(self, look: Look, spots: Mapping[str, Spot], now: float, seconds: float) -> None:
        actor = self._actors.setdefault(look.who, Actor(look.who))
        spot = spots.get(look.side, spots["left"])
        if actor.look == look and actor.spot == spot:
            return
        actor.spot = spot
        actor.become(look, self._frame(look, spot), now, seconds)

    def _sweep(self) -> None:
        """Let go of the pictures of who has left."""
        self._actors = {who: actor for who, actor in self._actors.items() if not actor.gone}
        looks = {(actor.look.who, actor.look.light, actor.look.mood) for actor in self._actors.values() if actor.look}
        self._raw = {key: raw for key, raw in self._raw.items() if key in looks}
        paths = {path for path, _ in self._raw.values()}
        self._blinks = {path: raw for path, raw in self._blinks.items() if path in paths}

    def settle(self) -> None:
        """End every change at once."""
        for actor in self._actors.values():
            actor.settle()
        self._sweep()

    @property
    def changing(self) -> bool:
        """Tell whether somebody comes, goes, or changes their face."""
        return any(actor.level < 1 for actor in self._actors.values())

    @property
    def anybody(self) -> bool:
        """Tell whether somebody is there."""
        return bool(self._actors)

    # --- pictures
    def _frame(self, look: Look, spot: Spot) -> Frame | None:
        key = (look.who, look.light, look.mood)
        if key not in self._raw:
            self._raw[key] = self._found(look)
        path, raw = self._raw[key]
        if raw is None:
            return self._stand_in(look, spot)
        if path not in self._blinks:
            self._pictures.fetch(Wish(f"{path}_blink"))
        return self._fitted(raw, self._blinks.get(path), look, spot)

    def _found(self, look: Look) -> tuple[str, pygame.Surface | None]:
        """Open the picture of somebody: their mood or calm, in this light or the next one like it."""
        for path in paths(look):
            raw = self._pictures.take(Wish(path))
            if raw is not None:
                return path, raw
        problem = f"people/{look.who}: no picture of {look.who}; a name plate stands in"
        if problem not in self.problems:
            self.problems.append(problem)
        return "", None

    def _fitted(self, raw: pygame.Surface, closed: pygame.Surface | None, look: Look, spot: Spot) -> Frame:
        high = self._lens.length(spot.height * (NEARER if look.voice > 0 else 1.0))
        size = (max(1, high * raw.get_width() // raw.get_height()), high)
        turned, dim = spot.x > WIDE / 2, look.voice < 0
        whole = prepared(raw, size, turned, dim)
        box = whole.get_bounding_rect()
        x, foot = self._lens.point(spot.x, spot.foot)
        at = (x - size[0] // 2 + box.x, foot - size[1] + box.y)
        shut = prepared(closed, size, turned, dim).subsurface(box).copy() if closed else None
        return Frame(whole.subsurface(box).copy(), at, shut, foot)

    def _stand_in(self, look: Look, spot: Spot) -> Frame:
        plate = self._nameplates(look.who, self._lens.length(spot.height * 0.13))
        x, foot = self._lens.point(spot.x, min(spot.foot, 800.0))
        return Frame(plate, (x - plate.get_width() // 2, foot - plate.get_height()), None, foot)

    def _open_eyes(self) -> None:
        """Take the pictures with closed eyes that have come meanwhile."""
        for actor in self._actors.values():
            look = actor.look
            path = self._raw.get((look.who, look.light, look.mood), ("", None))[0] if look else ""
            wish = Wish(f"{path}_blink")
            if not look or not path or path in self._blinks:
                continue
            self._pictures.fetch(wish)
            if self._pictures.ready(wish):
                self._blinks[path] = self._pictures.take(wish)
                actor.frame = self._frame(look, actor.spot)

    # --- frames
    def tick(self, now: float) -> Iterator[tuple[str, Rect]]:
        """Go on living; give who has to be drawn anew, and where with the camera upright."""
        self._open_eyes()
        leaving = []
        for who, actor in self._actors.items():
            rect = actor.breast() if actor.level >= 1 else actor.rect()
            if actor.tick(now):
                yield who, rect
            if actor.gone:
                leaving.append(who)
        for who in leaving:
            del self._actors[who]

    def draw(self, surface: pygame.Surface, offsets: Mapping[str, tuple[int, int]] | None = None,
             meeting: Rect | None = None) -> None:
        """Draw everybody, the far ones first, who speaks last; only those who meet a rectangle, if one is given."""
        for actor in sorted(self._actors.values(), key=_depth):
            offset = (offsets or {}).get(actor.who, (0, 0))
            if meeting is None or actor.rect().moved(*offset).meets(meeting):
                actor.draw(surface, offset)

    def rect(self, offsets: Mapping[str, tuple[int, int]]) -> Rect:
        """Give what everybody together may cover."""
        return bounds(actor.rect().moved(*offsets.get(who, (0, 0))) for who, actor in self._actors.items())

    def spots(self) -> Iterable[tuple[str, float, float]]:
        """Give who stands how near, as the factor they move by, and where across."""
        return [(actor.who, FACTOR * min(1.2, actor.spot.height / 860), actor.spot.x) for actor in self._actors.values()]


def _depth(actor: Actor) -> tuple[float, int]:
    return actor.spot.height, actor.look.voice if actor.look else -1


def paths(look: Look) -> Iterator[str]:
    """Give where a picture of somebody may be, the best first."""
    for light in (look.light, *LIGHTS.get(look.light, tuple(LIGHTS))):
        for mood in dict.fromkeys((look.mood, CALM)):
            yield f"people/{look.who}/{light}/{mood}"


def prepared(raw: pygame.Surface, size: tuple[int, int], turned: bool, dim: bool) -> pygame.Surface:
    """Scale a premultiplied picture, turn it round, take some of its light."""
    made = pygame.transform.smoothscale(raw, size)
    made = pygame.transform.flip(made, flip_x=True, flip_y=False) if turned else made
    if dim:
        made.fill((*SHADE, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return made.convert_alpha()
