"""The settings page: sliders, switches and lists of values that act at once, in sections."""
from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.requests import Act, Request
from game.settings import Range, Settings, ranges

Translate = Callable[[str], str]
Values = Sequence[tuple[str, str]]
"""What can be chosen, and what it is called."""

CUSTOM = "custom"
SIZES: Sequence[tuple[int, int]] = ((1280, 720), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160))
"""Sizes of the window to choose from, in pixels."""


class Row(NamedTuple):
    """One setting on the page; `unit` says how a number is shown, `values` what a list offers."""

    name: str
    label: str
    unit: str = ""
    values: Values = ()


class Section(NamedTuple):
    """Settings that belong together."""

    heading: str
    rows: tuple[Row, ...]


class SettingsScreen(ListScreen):
    """Shows settings as they are and asks for changes; what it shows comes back from the game."""

    name = "settings"

    def __init__(self, settings: Callable[[], Settings], sample: str, languages: Values, tr: Translate) -> None:
        super().__init__()
        self.settings = settings
        self.sample = sample
        self.tr = tr
        self.title = tr("Settings")
        self.sections = sections(languages, tr)
        self.rows = {row.name: row for section in self.sections for row in section.rows}
        self.focus = 1

    def items(self) -> tuple[Item, ...]:
        """List the settings under their headings, with a line to try them on; then the pages behind this one."""
        listed: list[Item] = []
        for number, section in enumerate(self.sections):
            listed.append(Item(f"heading{number}", "heading", section.heading))
            listed += [self._item(row) for row in section.rows]
            if number == 0:
                listed.append(Item("sample", "text", self.sample))
        return (*listed, Item("controls", "button", self.tr("Keys and buttons")),
                Item("subjects", "button", self.tr("What to be asked about before a scene")),
                Item("reset", "button", self.tr("Everything as it came")), Item("back", "button", self.tr("Back")))

    def _item(self, row: Row) -> Item:
        settings = self.settings()
        value = value_of(settings, row.name)
        if isinstance(value, bool):
            return Item(row.name, "toggle", row.label, self.tr("on") if value else self.tr("off"), fraction=float(value))
        if isinstance(value, str):
            return Item(row.name, "choice", row.label, dict(row.values).get(value, value))
        limits = ranges()[row.name]
        return Item(row.name, "slider", row.label, self._shown(row, value),
                    fraction=(value - limits.low) / (limits.high - limits.low))

    def _shown(self, row: Row, value: int) -> str:
        if row.unit == "cps" and value == 0:
            return self.tr("at once")
        if row.unit == "tenths":
            return self.tr("{seconds} s").format(seconds=value / 10)
        return f"{value}%" if row.unit == "%" else str(value)

    def chosen(self, item: Item) -> Request | None:
        """Switch a switch, take the next value of a list, open a page, go back."""
        if item.id in _PAGES:
            return _PAGES[item.id]
        if item.role == "choice":
            return self._next(item, 1)
        return Request(Act.SET, f"{item.id}={int(item.fraction == 0)}") if item.role == "toggle" else None

    def adjusted(self, item: Item, step: int) -> Request | None:
        """Move a slider one step, set a switch, or take the next or the last value of a list."""
        if item.role == "toggle":
            return Request(Act.SET, f"{item.id}={int(step > 0)}")
        if item.role == "choice":
            return self._next(item, step)
        if item.role != "slider":
            return None
        limits = ranges()[item.id]
        return Request(Act.SET, f"{item.id}={_inside(limits, self._value(item) + step * limits.step)}")

    def placed(self, item: Item, at: float) -> Request | None:
        """Move a slider to where it was pressed."""
        limits = ranges()[item.id]
        steps = round(at * (limits.high - limits.low) / limits.step)
        return Request(Act.SET, f"{item.id}={_inside(limits, limits.low + steps * limits.step)}")

    def _next(self, item: Item, step: int) -> Request:
        values = [value for value, _ in self.rows[item.id].values]
        now = value_of(self.settings(), item.id)
        at = values.index(now) if now in values else -step
        return Request(Act.SET, f"{item.id}={values[(at + step) % len(values)]}")

    def _value(self, item: Item) -> int:
        value = value_of(self.settings(), item.id)
        return value if isinstance(value, int) else 0


_PAGES: Mapping[str, Request] = {"back": Request(Act.CLOSE), "controls": Request(Act.OPEN, "controls"), "subjects": Request(Act.OPEN, "subjects"),
          "reset": Request(Act.RESET)}


def value_of(settings: Settings, name: str) -> int | bool | str:
    """Give what a row shows: a setting, or the size of the window as "1280x720"."""
    if name == "window_size":
        size = (settings.window_width, settings.window_height)
        return f"{size[0]}x{size[1]}" if size in SIZES else CUSTOM
    value = settings._asdict()[name]
    return value if isinstance(value, (int, str)) else ""


def changed(settings: Settings, change: str) -> Settings:
    """Carry out `name=value`."""
    name, _, text = change.partition("=")
    if name == "window_size":
        wide, _, high = text.partition("x")
        return settings._replace(window_width=int(wide), window_height=int(high), full_screen=False)
    values = settings._asdict()
    before = values[name]
    values[name] = text if isinstance(before, str) else bool(int(text)) if isinstance(before, bool) else int(text)
    return Settings(**values)


def reset(settings: Settings) -> Settings:
    """Give everything as it came, but for the language, and for what is no wish: the first card was read."""
    return Settings(language=settings.language, welcomed=settings.welcomed)


def _inside(limits: Range, value: int) -> int:
    return max(limits.low, min(limits.high, value))


def sections(languages: Values, tr: Translate) -> tuple[Section, ...]:
    """List every setting, in sections."""
    return (Section(tr("Words"), _words(languages, tr)), Section(tr("Pace"), _pace(tr)), Section(tr("Picture"), _picture(tr)),
            Section(tr("Sound"), _sound(tr)), Section(tr("Reading aloud"), _aloud(tr)), Section(tr("Playing"), _playing(tr)))


def _words(languages: Values, tr: Translate) -> tuple[Row, ...]:
    faces = (("literata", "Literata"), ("atkinson", "Atkinson Hyperlegible Next"), ("opendyslexic", "OpenDyslexic"))
    speech = (Row("language", tr("Language"), values=languages),) if len(languages) > 1 else ()
    return (*speech, Row("text_scale", tr("Text size"), "%"), Row("face", tr("Typeface"), values=faces),
            Row("line_spacing", tr("Line spacing"), "%"), Row("panel_opacity", tr("Panel behind the text"), "%"),
            Row("high_contrast", tr("High contrast")))


def _pace(tr: Translate) -> tuple[Row, ...]:
    return (Row("text_speed", tr("Text speed, letters a second"), "cps"), Row("own_pace", tr("Follow the pace I read at")),
            Row("auto_advance", tr("Go on by itself")), Row("auto_pace", tr("How long a line stays then"), "%"),
            Row("still_pauses", tr("Rest in pauses")))


def _picture(tr: Translate) -> tuple[Row, ...]:
    sizes = tuple((f"{wide}x{high}", f"{wide} × {high}") for wide, high in SIZES)
    return (Row("full_screen", tr("Full screen")), Row("window_size", tr("Window"), values=(*sizes,)),
            Row("reduced_motion", tr("Reduced motion")), Row("parallax", tr("Depth that moves")),
            Row("plain_presentation", tr("Plain presentation")), Row("frame_cap", tr("Frames a second, at most")))


def _sound(tr: Translate) -> tuple[Row, ...]:
    return (Row("muted", tr("Silence everything")), Row("master_volume", tr("Everything"), "%"), Row("music_volume", tr("Music"), "%"),
            Row("room_volume", tr("Rooms and weather"), "%"), Row("sound_volume", tr("Small sounds"), "%"),
            Row("murmur_volume", tr("Voices' murmur"), "%"), Row("mono", tr("The same in both ears")),
            Row("captions", tr("Name sounds in words")))


def _aloud(tr: Translate) -> tuple[Row, ...]:
    ways = (("off", tr("off")), ("speech", tr("the machine's voice")), ("clipboard", tr("onto the clipboard")))
    return (Row("voicing", tr("Read everything aloud"), values=ways), Row("voice_rate", tr("Words a minute")),
            Row("voice_volume", tr("How loud"), "%"))


def _playing(tr: Translate) -> tuple[Row, ...]:
    return (Row("one_press_holds", tr("Holds with one press")), Row("one_switch", tr("One key, the focus moves by itself")),
            Row("scan_pace", tr("How long the focus stays"), "tenths"), Row("prompts", tr("Name the keys")),
            Row("show_because", tr("Show where lines came from")))
