"""The parameters of RodsInABox."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from scenes.settings.parameters import Parameters


def _not_0(value: float) -> float:
    if not value:
        raise PydanticCustomError("not_0", "input should not be 0")
    return value


Inches = Annotated[float, Field(ge=0.01, le=1000, json_schema_extra={"unit": "inches"})]
Push = Annotated[float, Field(ge=-1000, le=1000, json_schema_extra={"not": {"const": 0}}), AfterValidator(_not_0)]
Derivative = Annotated[float, Field(ge=-1000, le=1000)]


class RodsInABoxParams(Parameters):
    """The parameters of RodsInABox: how far the rods stick out, how they are joined, and how blue is pushed."""

    blue: Annotated[Inches, Field(description="How far the blue rod sticks out of the box.")] = 2
    red: Annotated[Inches, Field(description="How far the red rod sticks out of the box.")] = 4
    derivative: Annotated[Derivative, Field(description="How far red moves for every inch that blue moves.")] = 2
    pushes: Annotated[
        tuple[Push, ...],
        Field(
            min_length=1,
            max_length=4,
            description="How far blue is pushed, push by push; negative is into the box, and none may be 0.",
            json_schema_extra={"unit": "inches"},
        ),
    ] = (-1, 1)
    other_start: Annotated[
        Inches,
        Field(description="How far the red rod sticks out when the first push is made from another start."),
    ] = 5
    other_derivatives: Annotated[
        tuple[Derivative, ...],
        Field(max_length=4, description="The derivatives of other boxes, which are wired differently."),
    ] = (-1, 0)
