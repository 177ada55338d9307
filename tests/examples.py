"""How many examples a law gets that costs more than others."""

from hypothesis import settings


def one_in(several: int) -> settings:
    """One in `several` of the examples of the profile that is loaded."""
    return settings(max_examples=settings().max_examples // several)
