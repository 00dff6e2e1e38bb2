"""The settings page: sliders and switches that act at once."""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from game.screens.items import Item
from game.screens.lists import ListScreen
from game.screens.requests import Act, Request
from game.settings import Range, Settings, ranges

if TYPE_CHECKING:
    from collections.abc import Sequence

Translate = Callable[[str], str]


class Row(NamedTuple):
    """One setting on the page; `unit` says how a number is shown."""

    name: str
    label: str
    unit: str = ""


class SettingsScreen(ListScreen):
    """Shows settings as they are and asks for changes; what it shows comes back from the game."""

    name = "settings"

    def __init__(self, settings: Callable[[], Settings], sample: str, tr: Translate) -> None:
        super().__init__()
        self.settings = settings
        self.sample = sample
        self.tr = tr
        self.title = tr("Settings")
        self.rows = _rows(tr)
        self.focus = 0

    def items(self) -> tuple[Item, ...]:
        """List the settings, then a line to try them on."""
        values = self.settings()._asdict()
        return (*(self._item(row, values[row.name]) for row in self.rows),
                Item("sample", "text", self.sample), Item("back", "button", self.tr("Back")))

    def _item(self, row: Row, value: int | bool) -> Item:
        if isinstance(value, bool):
            return Item(row.name, "toggle", row.label, self.tr("on") if value else self.tr("off"), fraction=float(value))
        limits = ranges()[row.name]
        shown = self.tr("at once") if row.unit == "cps" and value == 0 else f"{value}%" if row.unit == "%" else str(value)
        return Item(row.name, "slider", row.label, shown, fraction=(value - limits.low) / (limits.high - limits.low))

    def chosen(self, item: Item) -> Request | None:
        """Switch a switch; go back."""
        if item.id == "back":
            return Request(Act.CLOSE)
        return Request(Act.SET, f"{item.id}={int(item.fraction == 0)}") if item.role == "toggle" else None

    def adjusted(self, item: Item, step: int) -> Request | None:
        """Move a slider one step, or set a switch."""
        if item.role == "toggle":
            return Request(Act.SET, f"{item.id}={int(step > 0)}")
        if item.role != "slider":
            return None
        limits = ranges()[item.id]
        return Request(Act.SET, f"{item.id}={_inside(limits, self._value(item) + step * limits.step)}")

    def placed(self, item: Item, at: float) -> Request | None:
        """Move a slider to where it was pressed."""
        limits = ranges()[item.id]
        steps = round(at * (limits.high - limits.low) / limits.step)
        return Request(Act.SET, f"{item.id}={_inside(limits, limits.low + steps * limits.step)}")

    def _value(self, item: Item) -> int:
        value = self.settings()._asdict()[item.id]
        return value if isinstance(value, int) else 0


def changed(settings: Settings, change: str) -> Settings:
    """Carry out `name=value`; a value is kept in its range."""
    name, _, text = change.partition("=")
    values = settings._asdict()
    before = values[name]
    values[name] = text if isinstance(before, str) else bool(int(text)) if isinstance(before, bool) else int(text)
    return Settings(**values)


def _inside(limits: Range, value: int) -> int:
    return max(limits.low, min(limits.high, value))


def _rows(tr: Translate) -> Sequence[Row]:
    return (Row("text_scale", tr("Text size"), "%"), Row("text_speed", tr("Text speed, letters a second"), "cps"),
            Row("panel_opacity", tr("Panel behind the text"), "%"), Row("full_screen", tr("Full screen")),
            Row("reduced_motion", tr("Reduced motion")), Row("high_contrast", tr("High contrast")),
            Row("still_pauses", tr("Rest in pauses")), Row("one_press_holds", tr("Holds with one press")))
