"""Two rods joined inside a closed box: the derivative as a machine."""

from dataclasses import dataclass
from typing import Self

from gdcore.arguments import Number, Scalar, converted, is_exact, one_number, refuse


@dataclass(frozen=True)
class RodChange:
    """How far two rods have moved, in inches; negative is into the box.

    Attributes:
        blue: The change of blue's length.
        red: The change of red's length.
    """

    blue: Number
    red: Number

    @property
    def ratio(self) -> Number | None:
        """Red's change over blue's, the derivative of red with respect to blue; None if blue has not moved."""
        return self.red / self.blue if self.blue else None


@dataclass(frozen=True)
class LinkedRods:
    """A blue rod and a red one, wired so that red moves `derivative` times as far as blue.

    Args:
        blue: How far the blue rod sticks out, in inches.
        red: How far the red rod sticks out, in inches.
        derivative: The change of red's length per change of blue's; negative moves red the other way.

    Raises:
        ValueError: An argument is not a finite number.

    Source: lab, part 6.
    """

    blue: Number
    red: Number
    derivative: Number

    def __post_init__(self) -> None:
        names = ("blue", "red", "derivative")
        values = [one_number(name, getattr(self, name)) for name in names]
        exact = is_exact(*values)
        for name, value in zip(names, values, strict=True):
            object.__setattr__(self, name, converted(name, value, exact))

    def push(self, inches: Number) -> Self:
        """Return the rods after blue's length has changed by `inches`; negative is into the box.

        Raises:
            ValueError: `inches` is not a finite number, or a rod's length outgrows a double.
        """
        change = one_number("inches", inches)
        try:
            blue, red = self.blue + change, self.red + self.derivative * change
        except OverflowError:  # a whole number or a Fraction beside floats
            raise refuse("inches", inches, "one that keeps both lengths within a double") from None
        return type(self)(blue, red, self.derivative)

    def allowed(self, inches: Number) -> Number:
        """Return as much of a push by `inches` as is possible with neither rod inside the box, shorter than 0.

        A rod that is inside already may come out, but goes no farther in. Exact where rods and push are Fractions
        or ints; in floats the last rounding may leave a length that is as good as 0 just below it.

        Raises:
            ValueError: `inches` is not a finite number.
        """
        change: Scalar = one_number("inches", inches)
        blue: Scalar = self.blue
        red: Scalar = self.red
        room: Number = abs(change)
        if change < 0:
            room = min(room, max(blue, 0))
        if self.derivative and (self.derivative < 0) == (change > 0):
            room = min(room, max(red, 0) / abs(self.derivative))
        return room if change > 0 else -room

    def change_to(self, after: "LinkedRods") -> RodChange:
        """Return how far both rods have moved if they are `after` now."""
        return RodChange(after.blue - self.blue, after.red - self.red)

    def move(self, inches: Number) -> "RodMove":
        """Return the push by `inches`, or by as much of it as is allowed."""
        return RodMove(self, inches, self.push(self.allowed(inches)))


@dataclass(frozen=True)
class RodMove:
    """A push, made as far as both rods stay out of the box.

    Attributes:
        before: The rods before it.
        asked: The change of blue's length that was asked for.
        after: The rods after it.
    """

    before: LinkedRods
    asked: Number
    after: LinkedRods

    @property
    def change(self) -> RodChange:
        """How far both rods have moved."""
        return self.before.change_to(self.after)

    @property
    def smaller(self) -> bool:
        """Whether the push had to be made smaller than asked."""
        return self.change.blue != self.asked
