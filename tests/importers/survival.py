"""What a damaged file may come to: a refusal in words, or a session that is sound."""

import random
import traceback

from editor.app.sentences import sentence
from editor.errors import KnownError
from editor.exporters.dump import dump
from editor.importers.dump import restored
from editor.negotiation.composition import compose
from editor.negotiation.integrity import faults
from editor.negotiation.session import Session
from tests.importers.mutations import mutated
from tests.importers.specimens import specimens, talks
from tests.importers.ways_in import brought_in
from tests.performance.bench_engine import all_on, write_all


def what_went_wrong(_content: bytes, seed: str) -> str:
    """What went wrong with the damaged file of a seed, brought in one of its ways; "" if all is
    well. Runs in the process that reads files, within its limits."""
    chance = random.Random(int(seed))
    specimen = specimens()[int(seed) % len(specimens())]
    content = mutated(specimen.content, chance)
    way = chance.choice(specimen.ways)
    try:
        session = brought_in(way, content, specimen.name, talks(), specimen.profile)
        wrong = _unsound(session)
    except KnownError as error:
        wrong = "" if sentence(error).endswith(".") else f"no sentence: {sentence(error)}"
    except Exception:
        wrong = traceback.format_exc()
    return f"seed {seed}, {specimen.name} as {way}: {wrong}" if wrong else ""


def _unsound(session: Session) -> str:
    for fault in faults(session):
        return f"unsound: {fault}"
    on = all_on(session)
    write_all(compose(on))
    if restored(dump(on)) != on:
        return "the dump says something else"
    return ""
