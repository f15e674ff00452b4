"""Exact trajectories of gradient descent and of hot and cold learning: numbers only, nothing drawn."""

from gdcore.cobweb import cobweb
from gdcore.descent import Descent, gradient_descent
from gdcore.error_curve import ErrorCurve
from gdcore.hot_and_cold import HotAndCold, hot_and_cold
from gdcore.measures import absolute_error, mean_error, pure_error, squared_error
from gdcore.misses import MEASURES, Misses, measured
from gdcore.outcome import Outcome
from gdcore.problem import Problem, State
from gdcore.resolution import resolved, way_from_goal
from gdcore.rods import LinkedRods, RodChange, RodMove
from gdcore.search_analysis import (
    Trial,
    arrival,
    cycle,
    moves_to_goal,
    predictions_made,
    search_until_known,
    tries,
)
from gdcore.steps import StepKind, share_left, step_kind
from gdcore.sweep import AlphaBorders, Verdict, alpha_borders, sweep, verdict
from gdcore.trajectory import Trajectory

__all__ = [
    "MEASURES",
    "AlphaBorders",
    "Descent",
    "ErrorCurve",
    "HotAndCold",
    "LinkedRods",
    "Misses",
    "Outcome",
    "Problem",
    "RodChange",
    "RodMove",
    "State",
    "StepKind",
    "Trajectory",
    "Trial",
    "Verdict",
    "absolute_error",
    "alpha_borders",
    "arrival",
    "cobweb",
    "cycle",
    "gradient_descent",
    "hot_and_cold",
    "mean_error",
    "measured",
    "moves_to_goal",
    "predictions_made",
    "pure_error",
    "resolved",
    "search_until_known",
    "share_left",
    "squared_error",
    "step_kind",
    "sweep",
    "tries",
    "verdict",
    "way_from_goal",
]
