"""Make saves for the tests."""
from __future__ import annotations

from typing import Any, get_origin

from game.save.codec import SaveFile
from game.save.codec.plain import defaults_of, fields_of, is_record
from game.story.state import Advance, Choose, Hold, Input, Line, Page, Person, Skip, Stage, State, Written


def filled(hint: Any) -> Any:
    """Make a plain value of a type that has no default, so that new fields of the state need no edit here."""
    if is_record(hint):
        return hint(*[filled(each) for name, each in fields_of(hint).items() if name not in defaults_of(hint)])
    return {int: 0, str: "", tuple: ()}.get(get_origin(hint) or hint, {})


def a_state(**known: Any) -> State:
    """Make a state in the middle of a play."""
    state: State = filled(State)
    stage = Stage(
        place="osters", hour="night", people=(Person(who="renata", mood="amused", side="right"),),
        music=("forks", "two_notes"), ui=2, line=Line("s12_renata/k3f9", picks=(1, "late")),
        page=Page("bassett", lines=(Written("w1"), Written("w2", struck=1))), margin="m1", look="mug", columns=(Line("s29_vestibule/n1", picks=(2,)), Line("s29_vestibule/f1")),
    )
    return state._replace(**{
        "scene": "s12_renata", "at": "s12_renata/c12_again", "calls": ("s12_renata/x1",),
        "values": {"theodore.openness": 7, "renata": "met", "ear_out": 1}, "counts": {"said:renata": 12},
        "made": {"c01_open": ("jam",), "c02_drawer": ("-",)}, "drafts": ("c08_marriage.always",),
        "hand": "c08_marriage.always", "sent": ("c13_bread.why",), "stage": stage, "rng": 2**64 - 1, "turn": 60, "elapsed": 9000, **known,
    })


def a_save(turn: int = 60, **known: Any) -> SaveFile:
    """Make a save; `turn` tells one from another."""
    journal: tuple[Input, ...] = (Advance(),) * 12 + (Choose("jam", 230), Hold("", 40), Hold("jam", 40), Skip())
    save = SaveFile(
        story="longhand", story_version=1, story_digest="d" * 16, title="Longhand", chapter="Enclosure",
        scene_title="An Agreed-Upon Wrong", last_line="Don't mind me. I'm eavesdropping.",
        saved_at="2026-01-01T12:00:00", elapsed=9000, seed=2**63 + 1, start="s01_forty_one_hands.start",
        state=a_state(turn=turn), last_choices=("Jam.", "Nothing.", "Jam."), note="before the fern",
        journal=journal, log=(Line("s12_renata/k3f8"), Line("s12_renata/k3f9", (1, "late"))),
        trail=("s12_renata/k3f8", "s12_renata/k3f9"), picture=("/9j/4AAQ", "SkZJRg=="),
    )
    return save._replace(**known)
