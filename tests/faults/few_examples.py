"""Hypothesis profile for planted faults: the same examples each time, and no shrinking."""

from hypothesis import HealthCheck, Phase, settings

settings.register_profile(
    "faults",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
