"""Names without pictures are found where they stand, and stories without pictures are left alone."""
from __future__ import annotations

from game.content.assets import Known, known, look, unseen
from game.content.paths import AssetReader

NAMES = ("places/roof/dawn/far.webp", "places/roof/place.yaml", "places/canal/day.webp", "people/ana/lamp/calm.webp",
         "people/ana/day/grave.webp", "people/ana/day/grave_blink.webp", "paper/objects/mug.webp",
         "paper/objects/mug_small.webp", "looks/mug.webp")
YAML = {"places.yaml": b"places:\n  hall: {any: [lamp, hall], light: [0.5, 0.5]}\n  roof: {day: [lamp]}\n",
        "places/roof/place.yaml": b"hours: {noon: dawn}\nlife: []\n"}


def warnings(scene: str, pictures: Known | None = None) -> list[str]:
    """Say what is wrong with a scene."""
    files = {"scenes/one.yaml": f"scene: one\n{scene}".encode(), "tests/a.yaml": b"- place: nowhere, never\n"}
    return [str(problem) for problem in unseen(files, pictures or known(NAMES, YAML))]


def test_pictures_and_palettes_are_known() -> None:
    """Layers, single pictures, palettes and lent hours all count; an eye that blinks is no mood."""
    assert known(NAMES, YAML) == Known(
        {"roof": frozenset({"dawn", "day", "noon"}), "canal": frozenset({"day"}), "hall": frozenset({"any"})},
        {"ana": frozenset({"calm", "grave"})}, frozenset({"mug"}), frozenset({"mug"}))


def test_unknown_place_and_hour_are_named_where_they_stand() -> None:
    """The first place a name stands at is told, with the name that was probably meant."""
    found = warnings("place: roof, dawn\nbegin:\n  - place: rooof, dawn\n  - place: rooof, dawn\n  - place: roof, down\n")
    assert [each.split(" ", 2)[:2] for each in found] == [["scenes/one.yaml:4:12", "W601:"], ["scenes/one.yaml:6:12", "W601:"]]
    assert 'Did you mean "roof"?' in found[0]
    assert 'Did you mean "dawn"?' in found[1]


def test_any_hour_serves() -> None:
    """A place with a light for any hour has one for every hour."""
    assert warnings("place: hall, midnight\n") == []


def test_unknown_person_and_mood_are_named() -> None:
    """Somebody without a picture, and a mood without one, are told apart."""
    found = warnings("begin:\n  - show: ana (grave), left\n  - show: anna, left\n  - show: ana (cross), right\n")
    assert len(found) == 2
    assert 'no picture of "anna". Did you mean "ana"?' in found[0]
    assert 'no picture of "ana" being cross' in found[1]


def shelf(*names: str) -> list[str]:
    """Say what is wrong with a shelf of objects."""
    rows = "".join(f"  {name}: {{name: A thing}}\n" for name in names)
    return [str(problem) for problem in unseen({"objects.yaml": f"objects:\n{rows}".encode()}, known(NAMES, YAML))]


def test_undrawn_object_is_named() -> None:
    """An object without a drawing is told with the one that was probably meant; a shelf of none but such is not."""
    assert shelf("mug", "mugg")[0].startswith('objects.yaml:3:3 W603: There is no drawing of the object "mugg". Did you mean "mug"?')
    assert shelf("mug") == shelf("anchor", "rope", "lamp") == []


def test_unknown_close_up_is_named() -> None:
    """A close-up without a picture is told with the one that was probably meant; `none`, and an option named look, are none."""
    found = warnings("begin:\n  - look: mug\n  - look: none\n  - look: mugg\n  - choice: c\n    options:\n      - look: Let her look.\n")
    assert [each.split(": There")[0] for each in found] == ["scenes/one.yaml:5:11 W604"]
    assert 'There is no close-up of "mugg"; a card with its name stands in. Did you mean "mug"?' in found[0]
    assert warnings("begin:\n  - look: anchor\n") == []


def test_every_object_of_ours_is_drawn(root) -> None:
    """Nothing stands on our shelf that has no drawing."""
    files = {"objects.yaml": (root / "story" / "objects.yaml").read_bytes()}
    assert [str(each) for each in unseen(files, look(AssetReader([root / "assets"])))] == []


def test_story_without_pictures_is_left_alone() -> None:
    """Where nothing named has a picture, pictures are not what the story is about."""
    assert warnings("place: lighthouse, night\nbegin:\n  - show: mara, left\n") == []


def test_our_own_story_has_a_light_everywhere(root) -> None:
    """Every place and hour of the story is known by its pictures or its palette."""
    files = {str(path.relative_to(root / "story")): path.read_bytes() for path in (root / "story").rglob("*.yaml")}
    found = [str(each) for each in unseen(files, look(AssetReader([root / "assets"]))) if each.code == "W601"]
    assert found == []


def test_sounds_are_known_by_the_manifest() -> None:
    """Cues, stems with names of their own and rooms are music; small sounds are sounds; a misspelt one is found, with its place."""
    manifest = b"cues: {walk: {}}\nnames: {walk_low: {cue: walk}}\nrooms: {rain: {}}\nsounds: {bell: {}}\n"
    there = known((), {"sound/sound.yaml": manifest})
    assert there.music == {"walk", "walk_low", "rain"}
    assert there.sounds == {"bell"}
    scene = b"scene: one\nmusic: rain, walk detune 9\nbegin:\n  - music: rian, rain\n  - sound: bell\n  - sound: bel\n"
    found = unseen({"a/one.yaml": scene}, there)
    assert [(problem.code, problem.where.line) for problem in found] == [("W605", 4), ("W605", 6)]
    assert "rain" in found[0].hint
