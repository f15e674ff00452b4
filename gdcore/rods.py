"""Two rods joined inside a closed box: the derivative as a machine."""

from dataclasses import dataclass
from typing import Self

from gdcore.arguments import Number, converted, is_exact, one_number, refuse


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
