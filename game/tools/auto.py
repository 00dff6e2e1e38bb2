"""`longhand read --auto`: a story plays itself, and the transcript of a seed is the same for ever."""
from __future__ import annotations

import sys
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from game.session import Session
from game.stage import narration
from game.stage.history import chosen_words
from game.stage.moment import moment, plain
from game.story.engine import END
from game.story.state import Chosen, Faulted, Said
from game.tools import readers
from game.tools.crowd import dice, played
from game.tools.paper import Paper, forgive
from game.tools.temperaments import answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.story.model import Story
    from game.tools.temperaments import Temperament

Translate = Callable[[str], str]


def auto(story: Story, seeds: Sequence[int], tr: Translate, who: Temperament | None = None) -> int:
    """Print the play of one seed, or one line for each of several; return 1 if one did not end in a sign-off.

    `who` is the reader who plays; without one, the answers are given at random.
    """
    forgive(sys.stdout)
    paper = Paper(sys.stdout)
    if len(seeds) == 1:
        return transcribe(story, seeds[0], tr, paper, who)
    return max([_summarize(story, seed, paper, who) for seed in seeds], default=0)


def _summarize(story: Story, seed: int, paper: Paper, who: Temperament | None) -> int:
    boxes, end, fault = 0, "", ""
    for turn in played(story, who, seed) if who else readers.play(story, seed):
        boxes += sum(isinstance(event, Said) for event in turn.events)
        fault = next((event.message for event in turn.events if isinstance(event, Faulted)), "")
        end = turn.state.ended
    paper.say(f"seed {seed}: {end or fault or 'no sign-off'}, {boxes} boxes")
    return int(not end)


def transcribe(story: Story, seed: int, tr: Translate, paper: Paper, who: Temperament | None = None) -> int:
    """Print what a reader reads and says, by default one who chooses at random; return 1 if it does not end in a sign-off."""
    session, chance = Session(story, seed), dice(who, seed) if who else Random(seed)
    for _ in range(readers.MAX_TURNS):
        now = moment(story, session.state)
        paper.say(*narration.tell(now, tr))
        if now.kind == END:
            paper.say("", plain(story, story.signoffs.get(session.state.ended, "")), f"[{session.state.ended}]")
            return 0
        session.give(answer(who, story, session.state, chance) if who else readers.answer(story, session.state, chance))
        if session.fault:
            break
        paper.say(*(f"    > {chosen_words(story, event, tr)}"
                    for event in session.events if isinstance(event, Chosen)))
    print(session.fault or f"The play did not end after {readers.MAX_TURNS:,} turns.", file=sys.stderr)
    return 1

