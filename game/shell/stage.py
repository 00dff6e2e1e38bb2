"""Show the play and its screens on a window, and hear what the player wants.

The clock is always handed in, in seconds; nothing here sleeps or reads the time.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeAlias

import pygame

from game.screens.intents import Intent
from game.screens.items import ScreenView
from game.shell import lists, moments, paper, snapshots, turns, weather
from game.shell.canvas import TURN, Canvas, Typing
from game.shell.fonts import Fonts
from game.shell.behind import Behind, Props
from game.shell.inputs import INPUTS, Hands, Resized, Scrolled, Wanted
from game.shell.manner import Now
from game.shell.life import Life
from game.shell.paint import Painter
from game.shell.nameplate import maker
from game.shell.overlay import Overlay
from game.shell.pads import Pads
from game.shell.people import Troupe
from game.shell.pictures import Pictures
from game.shell.plan import Plan, Setting
from game.shell.planes import Builder
from game.shell.silk import Silk
from game.shell.sky import Skies
from game.shell.text import Setter
from game.shell.theme import Look, Reader, bold, load_theme
from game.shell.window import Window
from game.stage import camera, layout
from game.stage.presence import AWAY, presence
from game.stage.view import Moment, PageView

View: TypeAlias = Moment | ScreenView

POLL = 0.033
"""Seconds between two looks at the keyboard when nothing moves."""
QUICK_POLL = 0.008
"""The same for a while after a key or the mouse was used."""
QUICK_FOR = 2.0


class Shell:
    """The window with everything on it."""

    def __init__(self, read: Reader, look: Look, *, size: tuple[int, int] = (1280, 720), full_screen: bool = False,
                 title: str = "Longhand", translate: Callable[[str], str] = str, announce: Callable[[str], object] = str) -> None:
        """Open the window; raise NoDisplay if there is none. `read` gives asset bytes or raises OSError.

        `announce` hears every short message as well.
        """
        self._window = Window(title, size, full_screen, read)
        self._read = read
        self._look = look
        self._say = translate
        self._announce = announce
        self.hands = Hands(pads=Pads())
        self._view: View | None = None
        self._now = Now()
        self._pictures = Pictures(read)
        self._overlay = Overlay()
        self._seen: pygame.Surface | None = None
        """What the play looked like when a screen came over it, small."""
        self._due = self._came = 0.0
        self._picked = -1
        self._touched = -QUICK_FOR
        self._plan, self._voice = Plan(), AWAY
        self._open()
        self._behind = Behind(self._props())
        self._measure()

    # --- making
    def _load(self) -> None:
        self._open()
        self._measure()

    def _open(self) -> None:
        theme = load_theme(self._read)
        self._theme = bold(theme) if self._look.high_contrast else theme
        self._fonts = Fonts(self._read, self._theme)
        self._skies = Skies(self._read)
        self._pictures.forget()
        self._setter = Setter(self._fonts)

    def _measure(self) -> None:
        size = self._window.size
        frame = layout.frame(*size, self._look.text_scale)
        self._setting = Setting(frame, self._setter, self._theme, self._look, self._say)
        lens, amber = camera.lens(*size), self._theme.color("amber")
        self._life = Life(size, lambda living: weather.make(living, lens, amber))
        still = self._look.reduced_motion
        self._silk = Silk(frame, self._theme, still)
        self._canvas = Canvas(size, Painter(frame, self._theme, self._look, self._pictures.sheet), self._life, self._silk, still)
        self._behind.equip(self._props())

    def _props(self) -> Props:
        size = self._window.size
        self._pictures.forget()
        lens = camera.lens(*size)
        plate = maker(self._fonts, self._theme)
        self._troupe = Troupe(self._pictures, lens, plate)
        return Props(Builder(self._pictures, self._skies, lens, size), self._troupe, self._look.reduced_motion, plate)

    @property
    def problems(self) -> tuple[str, ...]:
        """List what was wrong with themes, fonts and pictures; something plain stands in for each."""
        return (*self._theme.problems, *self._fonts.problems, *self._skies.problems, *self._pictures.problems,
                *self._troupe.problems)

    @property
    def size(self) -> tuple[int, int]:
        """Give the size of the window in pixels."""
        return self._window.size

    @property
    def full_screen(self) -> bool:
        """Tell whether the window fills the screen."""
        return self._window.full_screen

    # --- changing
    def restyle(self, look: Look, now: float) -> None:
        """Take other wishes from the player; the words stay where they are."""
        if look == self._look:
            return
        before, self._look = self._look, look
        if look == replace(before, text_speed=look.text_speed, goes_on=look.goes_on):
            self._setting = replace(self._setting, look=look)
            if look.goes_on != before.goes_on:
                self._again(now)
            return
        self.reload(now)

    def reload(self, now: float) -> None:
        """Read themes, fonts and pictures anew."""
        shown = self._shown()
        self._load()
        self._compose(now, shown)

    def toggle_full_screen(self, now: float) -> None:
        """Go to full screen or back."""
        shown = self._shown()
        self._window.toggle()
        self._measure()
        self._compose(now, shown)

    def brighten(self, level: float, now: float) -> None:
        """Let it dawn, 0 to 1, while the last hold lasts; steps too small to see cost nothing."""
        if self._behind.brighten(level):
            self._again(now)

    def toast(self, words: str, now: float) -> None:
        """Show a short message at the top for a few seconds; it waits for nobody."""
        self._overlay.say(words, now)
        self._announce(words)
        self._refresh(now)

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window another size, in pixels."""
        self._window.resize(size)

    def _refresh(self, now: float) -> None:
        before = self._plan
        self._canvas.freeze(self._window.surface, turns.touched(before, self._make()), now, TURN)
        self._again(now)

    def _again(self, now: float) -> None:
        self._compose(now, self._shown())

    def _shown(self) -> int:
        return self._canvas.shown if not self._canvas.typing_done else 10**6

    # --- showing
    def show(self, view: View, now: float, focus: int = -1) -> None:
        """Show a moment or a screen. `focus` is the option of a menu (-2: its hold mark); a screen has its own.

        The same view again, with another focus, is cheap; another view fades in, another place dissolves.
        """
        focus = view.focus if isinstance(view, ScreenView) else focus
        old = self._view
        if view == old and focus == self._now.focus:
            return
        same = old is not None and turns.identity(view) == turns.identity(old)
        pan = self._aim(old, self._picked if not same else focus)
        self._view = view
        self._came = self._came if same else now
        kept = self._now if same else Now()
        follow = not turns.reads(view) if not same else focus != kept.focus or kept.follow
        self._now = kept._replace(focus=focus, follow=follow, pan=pan)
        if same:
            self._again(now)
        else:
            self._change(old, view, now)

    def _aim(self, view: View | None, place: int) -> float:
        """Go along a wide picture to what is looked at, unless the pointer only passes over it; give how far."""
        at = turns.spot(view, place)
        if at is not None and not self.hands.pointing:
            return self._behind.go_along(at)
        return self._now.pan

    def _change(self, old: View | None, view: View, now: float) -> None:
        before, was = self._plan, self._behind.place
        if isinstance(old, Moment) and isinstance(view, ScreenView):
            self._seen = snapshots.small(self._window.surface)
        moved = self._behind.go(view, now)
        self._voice = presence(view, self._voice) if isinstance(view, Moment) else self._voice
        seconds = turns.seconds(was, self._behind.place, isinstance(view, Moment)) if old is not None else 0.0
        if was[:2] != self._behind.place[:2]:
            self._behind.arrive(now + seconds)
        self._plan = self._make()
        all_changed = moved or self._plan.dim != before.dim
        region = self._setting.frame.window if all_changed else turns.touched(before, self._plan)
        self._canvas.freeze(self._window.surface, region, now, seconds)
        self._paint(turns.typing(self._plan, self._look, now + seconds * 0.7), 0, at_once=moved)

    def _compose(self, now: float, shown: int) -> None:
        if self._view is None:
            return
        self._plan = self._make()
        typed = self._plan.typed
        done = typed is None or shown >= turns.letters(self._plan)
        typing = turns.typing(self._plan, self._look, now)
        if not done and typing.speed:
            typing = typing._replace(start=now - shown / typing.speed)
        self._paint(typing, shown)

    def _paint(self, typing: Typing, shown: int, at_once: bool = False) -> None:
        letters = shown if typing.speed else typing.letters
        self._life.set(() if self._look.reduced_motion else self._behind.life)
        panel = moments.ribbon_rest(self._view, self._plan, self._setting)
        self._behind.make_room(camera.makes_room(self._setting.frame.window, panel), at_once)
        self._silk.set(self._voice, panel)
        self._canvas.compose(self._behind, self._plan, typing, min(letters, typing.letters))
        self._now = self._now._replace(offset=self._plan.offset)
        self.hands.attend(self._view, self._plan)
        self._window.listen(self.hands.typing)
        self._due = 0.0

    def _make(self) -> Plan:
        return Plan() if self._view is None else self._overlay.lay(self._plan_of, self._setting, self._view, self._now.focus, self.hands)

    def _plan_of(self, setting: Setting) -> Plan:
        if isinstance(self._view, Moment):
            return moments.plan_moment(self._view, setting, self._now)
        return lists.plan_screen(self._view, setting, self._now) if self._view is not None else Plan()

    # --- typing
    @property
    def letters(self) -> int:
        """Give how many letters of the line have come, over all its pages."""
        return self._canvas.shown + (self._plan.typed.block.before(self._plan.typed.first) if self._plan.typed else 0)

    def typing_done(self, now: float) -> bool:
        """Tell whether all the words of the moment have come, its last page too."""
        return self._canvas.typing_done and self._now.page + 1 >= self._plan.pages

    def finish_typing(self, now: float) -> None:
        """Show the rest of the page at once, or turn to the next if it is full."""
        if not self._canvas.typing_done:
            self._canvas.finish()
        elif self._now.page + 1 < self._plan.pages:
            self._now = self._now._replace(page=self._now.page + 1)
            self._plan = self._make()
            self._canvas.freeze(self._window.surface, turns.touched(self._plan, self._plan), now, TURN)
            self._paint(turns.typing(self._plan, self._look, now + TURN), 0)
        self._due = 0.0

    # --- the loop
    def poll(self, now: float) -> list[Wanted]:
        """Give what the player wanted since the last time."""
        wanted: list[Wanted] = []
        device = self.hands.last
        for event in pygame.event.get():
            wanted += self._notice(event, now)
            for each in self.hands.read(event):
                if isinstance(each, Scrolled):
                    self.scroll(each.steps, now)
                elif not self._keep(each, now):
                    self._picked = turns.picked(each, self._now.focus, self._picked)
                    wanted.append(each)
        if self._window.settled(now):
            wanted.append(self._resize(now))
        elif device != self.hands.last:  # prompts name what was used last
            self._again(now)
        return wanted

    def _notice(self, event: pygame.Event, now: float) -> list[Wanted]:
        if event.type in INPUTS:
            self._touched = now
        if event.type == pygame.MOUSEMOTION and self._look.parallax:
            self._behind.point(*event.pos)
            self._due = min(self._due, now + camera.PATIENCE)
        elif event.type in {pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED}:
            self._canvas.awake = False
            return [each for each in self.hands.forget() if not isinstance(each, Scrolled)]
        elif event.type in {pygame.WINDOWFOCUSGAINED, pygame.WINDOWRESTORED}:
            self._canvas.awake = True
            self._due = 0.0
        elif event.type in {pygame.WINDOWEXPOSED, pygame.VIDEOEXPOSE}:
            self._canvas.repaint()
        elif event.type == pygame.WINDOWSIZECHANGED:
            self._window.resized(now)
        return []

    def _keep(self, wanted: Wanted, now: float) -> bool:
        """Scroll by a key, if that is what was wanted; tell whether it was."""
        if not isinstance(wanted, Intent):
            return False
        if isinstance(self._view, Moment):
            rows = {Intent.HOME: -1, Intent.END: 1}.get(wanted)
            if rows is None or not self._plan.hidden:
                return False
            self._scroll_page(rows, now)
            return True
        steps = turns.scrolls(self._view, self._plan, wanted)
        if steps:
            self.scroll(steps, now)
        return steps != 0

    def scroll(self, steps: int, now: float) -> None:
        """Move the list, or the letter page if the list is whole; positive is down."""
        if self._plan.most <= 0:
            self._scroll_page(steps, now)
            return
        offset = self._plan.offset + steps * self._setting.frame.em(90)
        self._now = self._now._replace(offset=min(self._plan.most, max(0, offset)), follow=False)
        self._again(now)

    def _scroll_page(self, steps: int, now: float) -> None:
        back = min(self._plan.hidden, max(0, self._now.back - steps))
        if back != self._now.back:
            self._now = self._now._replace(back=back)
            self._again(now)

    def _resize(self, now: float) -> Resized:
        shown = self._shown()
        self._measure()
        self._compose(now, shown)
        return Resized(*self._window.size)

    def draw(self, now: float) -> bool:
        """Bring the window up to date, if it is time; tell whether anything is still moving."""
        if self._overlay.ended(now):
            self._refresh(now)
        step = turns.step(self._view, self._look, now - self._came)
        if step != self._now.step:
            self._now = self._now._replace(step=step)
            self._again(now)
        if now >= self._due or self._canvas.fresh:
            self._window.show(self._canvas.draw(self._window.surface, now))
            pace = self._canvas.pace()
            self._due = now + max(pace, 1 / self._look.frame_cap) if pace else now + 3600.0
        return self._canvas.pace() > 0

    def next_deadline(self, now: float) -> float:
        """Give when to come back: the next frame, or the next look at the keyboard."""
        poll = QUICK_POLL if now - self._touched < QUICK_FOR else POLL
        settled = self._window.deadline()
        toast = self._overlay.deadline(now + poll)
        return max(now, min(self._due, now + poll, toast, settled if settled is not None else now + poll))

    def expect(self, place: str, hour: str) -> None:
        """Have the pictures of a place opened before they are needed."""
        self._behind.expect(place, hour)

    def copy(self, words: str) -> None:
        """Put words on the clipboard, for a screen reader; a machine without one is left alone."""
        with suppress(pygame.error):
            pygame.scrap.put_text(words)

    # --- pictures
    def thumbnail(self) -> bytes:
        """Give the play as it was last shown, as a small JPEG; b"" if it was not."""
        if isinstance(self._view, Moment):
            return snapshots.jpeg(snapshots.small(self._window.surface))
        return snapshots.jpeg(self._seen) if self._seen else b""

    def grab(self, width: int = 0) -> bytes:
        """Give the window as PNG bytes, scaled to a width in pixels if one is given."""
        surface = self._window.surface
        if width:
            surface = pygame.transform.smoothscale(surface, (width, max(1, width * surface.get_height()
                                                                        // surface.get_width())))
        return turns.png(surface)

    def letter(self, pages: Sequence[PageView], footer: str = "", width: int = 1400) -> bytes:
        """Give the pages of a letter as PNG bytes, to be kept as a file."""
        return turns.png(paper.sheet_picture(pages, self._setting, footer, width))

    def close(self) -> None:
        """Close the window."""
        self._pictures.close()
        self._window.close()
