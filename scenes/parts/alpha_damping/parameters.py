"""The parameters of AlphaDamping."""

from typing import Annotated

from pydantic import Field

from scenes.settings.parameters import Parameters


class AlphaDampingParams(Parameters):
    """The parameters of AlphaDamping: a network that diverges, the alpha that calms it, and others to compare."""

    weight: Annotated[float, Field(ge=-1e6, le=1e6, description="The weight before the first step.")] = 0.5
    input: Annotated[float, Field(ge=-1e3, le=1e3, description="The input of the network.")] = 2
    goal_pred: Annotated[float, Field(ge=-1e6, le=1e6, description="The prediction to reach.")] = 0.8
    alpha: Annotated[float, Field(description="The learning rate; too large a value diverges.")] = 0.1
    iterations: Annotated[int, Field(ge=1, le=10_000, description="The number of steps.")] = 20
    alphas: Annotated[
        tuple[Annotated[float, Field(gt=0)], ...],
        Field(min_length=1, max_length=6, description="The learning rates to compare, each in a lane of its own."),
    ] = (10, 1, 0.1, 0.01, 0.001, 0.0001)
