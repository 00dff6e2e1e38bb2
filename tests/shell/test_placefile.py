"""place.yaml: what it says is taken, what it says wrongly costs only itself."""
from __future__ import annotations

import pytest

from game.shell.placefile import LAYERS, SPOTS, Living, PlaceFile, Spot, read_place

WHOLE = """
layers: {far: 0.2, near: 1.5}
hours: {rain: lamp}
light: {lamp: lamp, ash: ash}
people: {left: [600, 1080, 800], door: [1500, 940, 500]}
life:
  - {kind: steam, at: [700, 800, 60], hours: [lamp]}
  - {kind: windows, at: [[1, 2, 3, 4], [5, 6, 7, 8]], strength: 0.5, color: "#FFCC88", every: 20}
"""


def read(text: str) -> tuple[PlaceFile, list[str]]:
    """Read a text as place.yaml."""
    problems: list[str] = []
    return read_place(lambda _: text.encode(), "home", problems), problems


def test_whole_file_is_taken() -> None:
    """Every part of a place.yaml arrives; what it leaves out is as usual."""
    place, problems = read(WHOLE)
    assert problems == []
    assert place.layers == {"far": 0.2, "mid": LAYERS["mid"], "near": 1.5}
    assert (place.hours, place.lights) == ({"rain": "lamp"}, {"lamp": "lamp", "ash": "ash"})
    assert (place.people["left"], place.people["door"], place.people["right"]) == (
        Spot(600, 1080, 800), Spot(1500, 940, 500), SPOTS["right"])
    assert place.living("lamp")[0] == Living("steam", ((700.0, 800.0, 60.0),), ("lamp",))
    assert place.living("ash") == (Living("windows", ((1, 2, 3, 4), (5, 6, 7, 8)), (), 0.5, (255, 204, 136), 20.0),)


def test_other_words_mean_the_same() -> None:
    """A colour is a color, a period an every, and a radius may stand apart."""
    place, problems = read("life: [{kind: glow, at: [1, 2], radius: 30, colour: '#102030', period: 9, speed: 0.5}]")
    assert problems == []
    assert place.life == (Living("glow", ((1, 2, 30),), (), 1.0, (16, 32, 48), 9.0, 0, 0.5),)


def test_place_without_a_file_is_as_usual() -> None:
    """No file is no problem."""
    def none(path: str) -> bytes:
        raise FileNotFoundError(path)
    problems: list[str] = []
    assert read_place(none, "home", problems) == PlaceFile()
    assert problems == []


@pytest.mark.parametrize("text, said", [
    ("layers: {far: fast}", 'layers, far: "fast" is no number'), ("people: {left: [1, 2]}", "expected a list of 3 numbers"),
    ("people: {left: [1, 2, 0]}", "a height of 0"), ("life: [steam]", "life, entry 1"), ("people: nobody", "expected a map"),
    ("life: [{kind: snow, at: [1, 2, 3]}]", '"snow" is none of motes'), ("life: [{kind: rain, at: [1, 2, 3]}]", "list of 4"),
    ("life: [{kind: glow, at: [1, 2, 3], flash: 1}]", '"flash" means nothing'), ("layers: {far: 1e9}", "too large"),
    ("life: [{kind: glow, at: [1, 2, 3], color: red}]", "colour"), ("life: [{kind: glow}]", "list of 3 numbers")])
def test_mistake_costs_only_itself(text, said) -> None:
    """A mistake is named with its place in the file; everything else is kept."""
    place, problems = read(text + "\nlight: dawn\n")
    assert len(problems) == 1
    assert said in problems[0]
    assert place.lights == {"any": "dawn"}
