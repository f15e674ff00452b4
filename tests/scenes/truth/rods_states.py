"""How long the rods are, by another road than gdcore's."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

State = tuple[Fraction, Fraction]


def exactly(number: float) -> Fraction:
    return Fraction(Decimal(repr(number)))


def pushed(state: State, derivative: Fraction, inches: Fraction) -> State:
    """Return the lengths after the largest share of a push that leaves none below 0."""
    changes = inches, derivative * inches
    shares = [length / -change for length, change in zip(state, changes, strict=True) if length + change < 0]
    share = min([Fraction(1), *shares])
    return state[0] + share * changes[0], state[1] + share * changes[1]


def states_of(p: Any) -> list[State]:
    """Return the lengths before the first push and after every push that the scene makes."""
    states = [(exactly(p.blue), exactly(p.red))]
    for push in p.pushes:
        states.append(pushed(states[-1], exactly(p.derivative), exactly(push)))
    return states if len(states) > 2 else [*states, states[0]]


def at_the_end_of(section: str, p: Any) -> tuple[State | None, State, Fraction]:
    """Return where the arrows begin (None where there are none), the lengths, and the derivative in force."""
    states, derivative = states_of(p), exactly(p.derivative)
    if section == "other_wirings" and p.other_derivatives:
        derivative = exactly(p.other_derivatives[-1])
        return states[0], pushed(states[0], derivative, exactly(p.pushes[0])), derivative
    if section in ("box", "graph", "other_wirings"):
        return None, states[0], derivative
    if section == "push":
        return states[0], states[1], derivative
    return states[-2], states[-1], derivative


# what is told and shown ---------------------------------------------------------------------------------------
