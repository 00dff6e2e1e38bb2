"""The sound on disk: what the manifest names is there, stems are equally long, levels are as written, the story's names exist."""

from __future__ import annotations

from pathlib import Path
import re
import struct
import wave

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SOUND = ROOT / "assets" / "sound"
MANIFEST = yaml.safe_load((SOUND / "sound.yaml").read_text(encoding="utf-8"))
LEVELS = yaml.safe_load((SOUND / "levels.yaml").read_text(encoding="utf-8"))
CUES = MANIFEST["cues"]
BUDGET = 40 * 2**20


def stem_files(cue: str) -> list[Path]:
    """Give the file of every stem and variant of a cue."""
    out = []
    for stem, about in CUES[cue]["stems"].items():
        names = [f"{stem}_{cents}" for cents in about.get("variants", ())] or [stem]
        out += [SOUND / "music" / cue / f"{name}.ogg" for name in names]
    return out


def vorbis(path: Path) -> tuple[int, int, int]:
    """Read channels, rate and length in samples from the first and the last page of an Ogg Vorbis file."""
    data = path.read_bytes()
    head = data.index(b"\x01vorbis")
    channels, rate = struct.unpack_from("<BI", data, head + 11)
    last = data.rindex(b"OggS")
    return channels, rate, struct.unpack_from("<q", data, last + 6)[0]


def said(kind: str) -> set[str]:
    """Collect the names after `music:` or `sound:` in the story."""
    found: set[str] = set()
    for path in (ROOT / "story").rglob("*.yaml"):
        for line in re.findall(rf"^\s*(?:- )?{kind}: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE):
            found |= {name.strip() for name in line.partition("#")[0].split(",")}
    return found


@pytest.mark.parametrize("cue", CUES)
def test_stems_are_equally_long_and_whole_bars(cue):
    """Every stem of a cue is stereo at the manifest's rate, and exactly as long as its bars say."""
    about = CUES[cue]
    lengths = {vorbis(path) for path in stem_files(cue)}
    assert lengths == {(2, MANIFEST["rate"], about["samples"])}
    if about.get("loop", True):
        assert about["samples"] == pytest.approx(about["bars"] * about["beats"] * 60 / about["tempo"] * MANIFEST["rate"], abs=0.5)


@pytest.mark.parametrize("cue", CUES)
def test_levels(cue):
    """A whole cue was measured at -18 LUFS within half a unit, peaks under -1.5 dB, and has air between 1 and 6 kHz."""
    level = LEVELS["cues"][cue]
    assert level["loudness"] == pytest.approx(-18, abs=0.5)
    assert level["true_peak"] < -1.5
    assert level["air"] > -24
    assert level["seam"] <= 1


@pytest.mark.parametrize("room", MANIFEST["rooms"])
def test_rooms(room):
    """A room is there, moves by six decibels at least, has a caption, and its events are known sounds."""
    about = MANIFEST["rooms"][room]
    channels, rate, length = vorbis(SOUND / "rooms" / f"{room}.ogg")
    assert (channels, rate) == (2, MANIFEST["rate"])
    assert length > 20 * rate
    assert LEVELS["rooms"][room]["movement"] >= 6
    assert LEVELS["rooms"][room]["true_peak"] < -1.5
    assert about["caption"]
    assert set(about.get("events", ())) <= set(MANIFEST["sounds"])


def test_small_sounds_and_voices_are_plain_waves():
    """Small sounds and vowels are 16 bit, one channel, at the manifest's rate; every take and vowel is there."""
    wanted = [SOUND / "small" / f"{name}.wav" for name in MANIFEST["sounds"]]
    for name, about in MANIFEST["sounds"].items():
        wanted += [SOUND / "small" / f"{name}_{take}.wav" for take in range(2, about.get("takes", 1) + 1)]
    speakers = MANIFEST["murmur"]["speakers"]
    voices = {one for who in speakers.values() for one in (who.values() if isinstance(who, dict) else [who])}
    wanted += [SOUND / "murmur" / f"{voice}-{n}.wav" for voice in voices for n in range(1, MANIFEST["murmur"]["vowels"] + 1)]
    for path in wanted:
        with wave.open(str(path)) as file:
            assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, MANIFEST["rate"]), path


def test_the_story_names_what_exists():
    """Every name after `music:` and `sound:` in the story is in the manifest."""
    music = {re.sub(r"_?detune|\d+$", "", name).split()[0] if " " in name else name for name in said("music")}
    known = {*CUES, *MANIFEST["names"], *MANIFEST["rooms"]}
    assert music <= known
    assert said("sound") <= set(MANIFEST["sounds"])


def test_names_mean_stems_that_are_there():
    """A name that stands for some stems of a cue names stems of that cue."""
    for name, about in MANIFEST["names"].items():
        assert set(about.get("stems", ())) <= set(CUES[about["cue"]]["stems"]), name


def test_every_ending_has_its_roof():
    """Each sign-off of the story has a piece of its own."""
    endings = yaml.safe_load((ROOT / "story" / "signoffs.yaml").read_text(encoding="utf-8"))
    assert {f"roof_{name}" for name in endings} <= set(CUES)


def test_nothing_lies_about_and_all_of_it_is_small():
    """Every file is named in the manifest, and all sound together keeps to its budget."""
    music = {path for cue in CUES for path in stem_files(cue)}
    assert set((SOUND / "music").rglob("*.*")) == music
    assert {path.stem for path in (SOUND / "rooms").iterdir()} == set(MANIFEST["rooms"])
    assert sum(path.stat().st_size for path in SOUND.rglob("*.*")) < BUDGET
