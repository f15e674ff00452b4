"""The parameters of BowlDescent."""

from typing import Annotated

from pydantic import Field

from scenes.settings.parameters import Parameters


class BowlDescentParams(Parameters):
    """The parameters of BowlDescent: a network with one weight, and how it learns."""

    weight: Annotated[float, Field(ge=-1e9, le=1e9, description="The weight before the first step.")] = 0
    input: Annotated[float, Field(ge=-1e3, le=1e3, description="The input of the network.")] = 1.1
    goal_pred: Annotated[float, Field(ge=-1e9, le=1e9, description="The prediction to reach.")] = 0.8
    alpha: Annotated[float, Field(description="The learning rate; too large a value diverges.")] = 1
    iterations: Annotated[
        int, Field(ge=0, le=10_000, description="The number of steps.", json_schema_extra={"unit": "steps"})
    ] = 4
