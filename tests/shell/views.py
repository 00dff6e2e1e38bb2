"""One view of every kind, with the longest words each may meet."""
from __future__ import annotations

from game.screens.items import Item, ScreenView
from game.stage.view import ColumnView, Moment, OptionView, PageLine, PageView, Span
from game.story.state import Stage

LONG = ("The apartment is loud when it\u2019s quiet. Upstairs somebody is teaching a chair to walk; the parcel is the size of a "
        "deck of cards, and has been waiting, politely, by the door since a little after four in the afternoon.")
CARD = (("From", "Wendell Bassett, 71"), ("To", "Joan"), ("Asks", "Forty years. Nothing mushy."),
        ("Private", "She hums when she\u2019s lost."))
PAGE = PageView("wendell", "wendell", CARD, (
    PageLine("Dear Joan,"), PageLine("My warranty ran out in year eleven and you never sent me back.", struck=True),
    PageLine("Joan. Forty years, and you still leave the lid off the jam."),
    PageLine("When you don\u2019t know the way, I follow the sound of you.")))


def said(*words: str) -> tuple[Span, ...]:
    """Make spans of plain words."""
    return tuple(Span(each) for each in words)


def stage(place: str = "osters", hour: str = "night", ui: int = 1) -> Stage:
    """Make a stage."""
    return Stage(place=place, hour=hour, ui=ui)


OPTIONS = (OptionView("truth", said("I don\u2019t know. I\u2019d like to be someone who does."), lean=True),
           OptionView("somebody", said("There\u2019s somebody. Not my wife."), source="for Wendell Bassett"),
           OptionView("ear", said("She\u2019s in my ear."), locked="He would have to have said so before."),
           OptionView("joke", said("Does the fern count? It has been here longer than any of us, and nobody asks it.")))

HALF = (OptionView("let", said("\u2026"), by="samantha", by_name="Samantha", by_color="#F2C078"), OptionView("own", said("be this loud in the dark.")))
STRAINED = (OptionView("stay", (Span("I only wanted you to "), Span("[\u00a0\u00a0\u00a0\u00a0]", gap="stay"), Span(" here."))),
            OptionView("slow", said("Slow down. Please."), answered="This is slow."), OptionView("blank", said("an answer with no words in it"), wordless=True))
COLUMNS = tuple(ColumnView(name, tuple(said(f"{name}: the swifts, very high, still in the sun; thirty-one, and a bat.") for _ in range(3)), "samantha", "Samantha",
                           "#F2C078", "warm") for name in ("near", "bright", "far"))
FOLLOWED = tuple(OptionView(column.id, said("The one that sounds like home.")) for column in COLUMNS)
SPOTS = tuple(OptionView(f"spot{n}", said(f"A man with a kite in his lap, number {n}"), at=(x, 300 + 60 * n)) for n, x in enumerate((100, 400, 500, 900, 1800, 3400)))

MOMENTS: dict[str, Moment] = {
    "half": Moment("menu", "p", stage("apartment", "lamp", 3), presentation="half", opening=said("I didn\u2019t think I could"), options=HALF, spans=said("Go on."),
                   speaker="Samantha", voice="warm"),
    "strained": Moment("menu", "q", stage("apartment", "lamp", 4), options=STRAINED, spans=said(LONG), speaker="Samantha", voice="warm", can_keep=True),
    "threads": Moment("menu", "r", stage("park", "dusk", 5), presentation="threads", options=FOLLOWED, columns=COLUMNS),
    "pocket": Moment("menu", "s", stage("market", "noon"), presentation="pocket", options=SPOTS, picks_left=3),

    "narration": Moment("line", "a", stage(), spans=said(LONG)),
    "speech": Moment("line", "b", stage(), speaker="Renata", who="renata", color="#7FA06A",
                     spans=(Span("Don\u2019t mind me. "), Span("I\u2019m eavesdropping.", italic=True, rest=6))),
    "near": Moment("line", "c", stage(ui=3), speaker="Samantha", who="samantha", voice="warm", spans=said(LONG)),
    "machine": Moment("line", "d", stage("apartment", "lamp", 0), speaker="The installer", voice="machine", spans=said(LONG)),
    "machine menu": Moment("menu", "e", stage("apartment", "lamp", 0), voice="machine", spans=said("What then?"), options=OPTIONS),
    "menu": Moment("menu", "f", stage(), speaker="Renata", spans=said(LONG), options=OPTIONS, can_keep=True, picks_left=2),
    "bare menu": Moment("menu", "g", stage(), options=OPTIONS[:2]),
    "letter": Moment("menu", "h", stage("fairhand", "afternoon"), presentation="letter", page=PAGE, options=OPTIONS,
                     spans=said("How does it end?")),
    "letter line": Moment("line", "i", stage("fairhand", "afternoon"), page=PAGE, speaker="Odile", spans=said(LONG)),
    "card": Moment("card", "j", stage(), chapter="Body of the Letter", title="How Long Is a Comfortable Silence"),
    "rest": Moment("rest", "k", stage(), rest=12),
    "measure": Moment("measure", "l", stage("apartment", "lamp", 0), voice="machine", spans=said("Please be quiet.")),
    "linger": Moment("linger", "m", stage("roof", "dawn")),
    "margin": Moment("margin", "n", stage(), spans=said("You put in the part he didn\u2019t ask for.")),
    "end": Moment("end", "o", stage("roof", "dawn"), title="Your friend,", spans=said("Theodore")),
}

NOTICE = ("An unofficial, non-commercial fan work after the film Her (2013). Not endorsed by or connected with its makers. "
          "No words, images or music of the film are used.")


def buttons(*labels: str) -> tuple[Item, ...]:
    """Make buttons."""
    return tuple(Item(label, "button", label) for label in labels)


SCREENS: dict[str, ScreenView] = {
    "title": ScreenView("title", "Longhand", buttons("Go on", "Begin", "Load", "Settings", "Credits", "Quit"), 0, NOTICE,
                        over=False),
    "pause": ScreenView("pause", "Longhand", buttons("Go on", "Save", "Load", "Settings"), 0, "Amy: she has your boot."),
    "saves": ScreenView("saves", "Save", tuple(Item(str(n), "slot", f"Place {n}", "22 Nov, 21:04", (
        "An Agreed-Upon Wrong", "\u201cI don\u2019t know. I\u2019d like to be someone who does.\u201d")) for n in range(10)), 7),
    "settings": ScreenView("settings", "Settings", (
        Item("h", "heading", "Words"), Item("scale", "slider", "Size of the words", "100 %", fraction=0.2),
        Item("speed", "slider", "Letters a second", "at once"), Item("motion", "toggle", "Reduced motion", "off"),
        Item("contrast", "toggle", "High contrast", "on", fraction=1.0), Item("sample", "text", LONG), *buttons("Back")), 6),
    "log": ScreenView("log", "What was said", tuple(
        Item(str(n), "entry" if n % 3 else "text", LONG if n % 4 else "Yes.", "Renata" if n % 2 else "") for n in range(60)), 58),
    "confirm": ScreenView("confirm", "Save over what is here? The older copy is kept.", buttons("Leave it", "Save here"), 0),
    "map": ScreenView("map", "The Correspondence", (
        Item("a", "heading", "Body of the Letter"),
        *(Item(f"s{n}", "envelope", "How Long Is a Comfortable Silence" if n % 3 else "Incomprehensibilities", "You are here" if n == 4 else "",
               ("Ways unread: 12",), pictures=("paper/envelopes/opened_body", "paper/stamps/s12", "paper/envelopes/ways")) for n in range(7)),
        Item("dent", "envelope", "", enabled=False, pictures=("paper/envelopes/dent",)),
        Item("o", "text", "Opened: 7 of 8"), *buttons("Back")), 5),
    "envelope": ScreenView("envelope", "An Agreed-Upon Wrong", (
        Item("gist", "entry", LONG, "a Friday in September", ("Lines read: 12 of 130", "Ways unread: 12"),
             pictures=("paper/envelopes/opened_body", "paper/stamps/s12")), *buttons("Start again from here", "Read it again", "Back")), 1),
    "shelf": ScreenView("shelf", "The shelf", (
        Item("mug", "object", "The blue mug", "here", (LONG,)), Item("scarf", "object", "The scarf", "gone", ("A hook.",)),
        Item("felt", "object", "", "absent", enabled=False), *buttons("Back")), 1),
    "credits": ScreenView("credits", "Credits", (*(Item(str(n), "text", LONG) for n in range(20)), *buttons("Back")), 20),
    "problem": ScreenView("problem", "The story as edited cannot be played yet", (
        Item("0", "text", "story/1_setup/s01.yaml:8:7 E301: no character \u201cmraa\u201d. Did you mean \u201cmara\u201d?"),
        *buttons("Go on")), 1),
}
