"""Words for a cobweb: how it is read, what is written beside it, and what its path looks like."""

from gdcore import Descent, Outcome
from scenes.settings.theme import Theme
from scenes.stage.type.numbers import short, typst

COBWEB: dict[Outcome, str] = {
    Outcome.DIVERGES: "So the path is a square spiral that winds out, around the goal weight.",
    Outcome.MOVES_AWAY: "So the path is a staircase away from the goal weight.",
    Outcome.BOUNCES: "So the path is one square, round and round the goal weight.",
    Outcome.OVERSHOOTS: "So the path is a square spiral that winds in to the goal weight.",
    Outcome.SLIDES: "So the path is a staircase to the goal weight.",
    Outcome.LANDS: "So one step leads to the goal weight.",
}


def how_to_read(theme: Theme) -> str:
    """Return the line of context of a cobweb, as markup; its lines are named in their colours."""
    update, diagonal = (
        f'#text(fill: rgb("{colour}"))[{name}]'
        for colour, name in ((theme.slope, "update"), (theme.ink, "diagonal"))
    )
    return f"next weight over weight: up or down to the {update}, across to the {diagonal}"


def heading(descent: Descent) -> str:
    """Return what the table beside it lists, as markup."""
    return f"weight minus {'its start' if descent.curve.goal_weight is None else 'goal weight'}"


def more_steps(steps: int) -> str:
    """Return how many steps the table leaves out, as markup."""
    return f"#sym.dots.v #h(0.4em) {steps:,} more {'step' if steps == 1 else 'steps'}"


def multiplier(descent: Descent, formula: str) -> str:
    """Return the multiplier with its formula, which is in Typst's mathematics, as markup."""
    return f"multiplier $= {formula} =$ {typst(short(descent.multiplier))}"


def shape_of_cobweb(descent: Descent) -> str:
    """Return what the path through the cobweb looks like."""
    if len(descent.weight) == 1:
        return "The first step is more than a computer can hold, so there is no path."
    return COBWEB.get(descent.outcome, "So the path does not leave its start.")
