"""The parameters of HotColdWiggles."""

from typing import Annotated

from pydantic import Field

from scenes.settings.parameters import Parameters

MOST_MOVES = 100_000
"""So many moves are made at most."""

Step = Annotated[float, Field(gt=0, le=1e9)]


class HotColdWigglesParams(Parameters):
    """The parameters of HotColdWiggles: a first network to wiggle by hand, one that learns, and other steps."""

    weight: Annotated[float, Field(ge=-1e9, le=1e9, description="The weight before the first move.")] = 0.5
    input: Annotated[float, Field(ge=-1e3, le=1e3, description="The input of the network.")] = 0.5
    goal_pred: Annotated[float, Field(ge=-1e9, le=1e9, description="The prediction to reach.")] = 0.8
    step_amount: Annotated[float, Field(gt=0, le=1e9, description="How far each move takes the weight.")] = 0.001
    iterations: Annotated[
        int,
        Field(ge=0, le=MOST_MOVES, description="The number of moves.", json_schema_extra={"unit": "moves"}),
    ] = 1101
    first_weight: Annotated[float, Field(ge=-1e9, le=1e9, description="The weight of the first network.")] = 0.1
    first_input: Annotated[float, Field(ge=-1e3, le=1e3, description="The input of the first network.")] = 8.5
    first_goal_pred: Annotated[
        float, Field(ge=-1e9, le=1e9, description="The prediction that the first network should reach.")
    ] = 1
    first_step_amount: Annotated[
        float, Field(gt=0, le=1e9, description="How far the first network's weight is wiggled.")
    ] = 0.01
    other_steps: Annotated[
        tuple[Step, ...],
        Field(
            min_length=1,
            max_length=4,
            description="Other values of step_amount to try from the same start; section bounce shows the first.",
        ),
    ] = (0.2, 10)
