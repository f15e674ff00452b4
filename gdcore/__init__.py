"""Exact trajectories of gradient descent and of hot and cold learning: numbers only, nothing drawn."""

from gdcore.cobweb import cobweb
from gdcore.descent import Descent, gradient_descent
from gdcore.error_curve import ErrorCurve
from gdcore.hot_and_cold import HotAndCold, hot_and_cold
from gdcore.measures import absolute_error, mean_error, pure_error, squared_error
from gdcore.outcome import Outcome
from gdcore.rods import LinkedRods
from gdcore.steps import StepKind, share_left, step_kind
from gdcore.sweep import AlphaBorders, Verdict, alpha_borders, sweep, verdict

__all__ = [
    "AlphaBorders",
    "Descent",
    "ErrorCurve",
    "HotAndCold",
    "LinkedRods",
    "Outcome",
    "StepKind",
    "Verdict",
    "absolute_error",
    "alpha_borders",
    "cobweb",
    "gradient_descent",
    "hot_and_cold",
    "mean_error",
    "pure_error",
    "share_left",
    "squared_error",
    "step_kind",
    "sweep",
    "verdict",
]
