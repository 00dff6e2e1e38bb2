"""Leave a scene unread: with what its header says of that, and to the scene that silence leads to.

Where a scene ends depends on what is said in it. A reader who skips it has said nothing, so the way out is the one
that a reader finds who is silent throughout, with the effects of `on_skip` in force; nothing else of that reading is kept.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from game.story.model import Choice, Goto, Noted
from game.story.state import Advance, Hold

if TYPE_CHECKING:
    from game.story.model import Story, Value
    from game.story.play import Play
    from game.story.state import Event, Input, State

Step: TypeAlias = "Callable[[Story, State, Input], tuple[State, tuple[Event, ...]]]"

MOST = 1_000
"""Stops after which silence is held to lead nowhere: then the first way out that is written is taken."""
MARGIN, END = "margin", "end"
_ALWAYS = ("number", 1)


def skipped(play: Play, step: Step) -> str:
    """Change a play as its scene's `on_skip` says, and give where it goes on; "" if it cannot be skipped."""
    if play.at in (MARGIN, END):
        return ""
    scene = play.story.scenes[play.scene]
    before = dict(play.values)
    play.apply(scene.on_skip)
    for name in play.story.machines:
        if play.values[name] != before[name]:
            _enter(play, name, before[name])
    return way_out(play.story, play.freeze(), step) or _first_way(play.story, play.scene)


def _enter(play: Play, machine: str, before: Value) -> None:
    """Do what else happens when a machine comes into its state: the interface may change with it."""
    rules = (rule for rules in play.story.rules.values() for rule in rules if rule.machine == machine)
    for op in next((rule.enter for rule in rules if rule.to == play.values[machine] and before in rule.sources), ()):
        play.quiet(op)


def way_out(story: Story, state: State, step: Step) -> str:
    """Give the node, or ! and the sign-off, that silence leads to from here; "" if it leads nowhere."""
    name = state.scene
    # With a margin that always comes, the play stops between the scenes, and says there where it goes on.
    last = story.scenes[name]._replace(margin=(Noted(name, _ALWAYS),))
    story = story._replace(scenes={**story.scenes, name: last})
    for _ in range(MOST):
        if state.at == MARGIN:
            return state.then
        op = story.code[story.ids[state.at]] if state.at in story.ids else None
        after, _ = step(story, state, Hold() if isinstance(op, Choice) else Advance())
        if after is state:
            return ""
        state = after
    return ""


def _first_way(story: Story, scene: str) -> str:
    starts = [at for node, at in story.nodes.items() if node.partition(".")[0] == scene]
    others = [at for at in story.nodes.values() if at > max(starts)]
    code = story.code[min(starts): min(others, default=len(story.code))]
    return next((op.node for op in code if isinstance(op, Goto) and op.node.partition(".")[0] != scene), "")
