"""The parameters of DivergenceSpiral."""

from typing import Annotated

from pydantic import Field

from scenes.settings.parameters import Parameters


class DivergenceSpiralParams(Parameters):
    """The parameters of DivergenceSpiral: a network with one weight, whose input makes the bowl steep."""

    weight: Annotated[float, Field(ge=-1e6, le=1e6, description="The weight before the first step.")] = 0.5
    input: Annotated[
        float, Field(ge=-1e3, le=1e3, description="The input of the network. Beyond 1.414 the descent diverges.")
    ] = 2
    goal_pred: Annotated[float, Field(ge=-1e6, le=1e6, description="The prediction to reach.")] = 0.8
    iterations: Annotated[int, Field(ge=1, le=10_000, description="The number of steps in the log.")] = 20
    drawn_steps: Annotated[int, Field(ge=1, le=8, description="The number of steps that are drawn.")] = 5
    gentle_input: Annotated[
        float, Field(ge=-1e3, le=1e3, description="The input of the gentle bowl at the beginning.")
    ] = 0.5
