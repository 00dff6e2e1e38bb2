"""Read light.yaml and hang the lights of one hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
import math
from pathlib import Path
from typing import Any

import bpy
from mathutils import Vector
import yaml

from kit.nodes import linear
from kit.shapes import link
from kit.sky import Air, direction, make_world

LIGHT = Path(__file__).parent.parent / "light.yaml"


@dataclass(frozen=True)
class Hour:
    """The light of a place at an hour, as light.yaml has it."""

    place: str
    name: str
    paint: Mapping[str, str]
    glow: Mapping[str, float]
    sky: Mapping[str, Any]
    lights: tuple[Mapping[str, Any], ...] = ()
    air: Mapping[str, float] = field(default_factory=dict)
    windows: Mapping[str, Any] = field(default_factory=dict)
    finish: Mapping[str, Any] = field(default_factory=dict)
    lens: Mapping[str, float] = field(default_factory=dict)
    samples: Mapping[str, int] = field(default_factory=dict)


def load(place: str) -> dict[str, Hour]:
    """Give the hours of a place; what an hour does not say, its place says."""
    table = yaml.safe_load(LIGHT.read_text(encoding="utf-8"))["places"][place]
    return {name: _hour(place, name, table, spec) for name, spec in table["hours"].items()}


def _hour(place: str, name: str, table: Mapping[str, Any], spec: Mapping[str, Any]) -> Hour:
    def both(key: str) -> dict[str, Any]:
        return {**table.get(key, {}), **spec.get(key, {})}

    return Hour(
        place,
        name,
        both("paint"),
        both("glow"),
        both("sky"),
        tuple(spec.get("lights", ())),
        both("air"),
        both("windows"),
        both("finish"),
        both("lens"),
        both("samples"),
    )


def hang(hour: Hour) -> Air:
    """Hang sky and lights; give the air for far things."""
    air = Air(make_world(hour.sky), **hour.air)
    for spec in hour.lights:
        _light(spec)
    return air


def _aim(thing: Any, toward: Vector) -> None:
    thing.rotation_euler = toward.to_track_quat("-Z", "Y").to_euler()


def _light(spec: Mapping[str, Any]) -> None:
    kind = str(spec["kind"]).upper()
    data = bpy.data.lights.new("light", kind)
    data.energy, data.color = spec["power"], linear(spec.get("colour", "#ffffff"))[:3]
    thing = bpy.data.objects.new("light", data)
    if kind == "SUN":
        data.angle = math.radians(spec.get("angle", 1.5))
        _aim(thing, -direction(*spec["from"]))
        thing.visible_glossy = bool(spec.get("mirrored", True))
        link(thing)
        return
    thing.location = spec["at"]
    if kind == "POINT":
        data.shadow_soft_size = spec.get("size", 0.08)
    else:
        _aim(thing, Vector(spec["to"]) - Vector(spec["at"]))
    if kind == "SPOT":
        data.spot_size, data.spot_blend = math.radians(spec.get("cone", 60)), 0.6
        data.shadow_soft_size = spec.get("size", 0.08)
    if kind == "AREA":
        data.shape, data.size = "RECTANGLE", spec["size"][0]
        data.size_y, data.spread = spec["size"][1], math.radians(spec.get("spread", 180))
        thing.visible_camera = False
    thing.visible_glossy = bool(spec.get("mirrored", kind != "AREA"))
    link(thing)
