"""What has been read of the annotations of one paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from editor.importers.compilation.annotations import Clause, Mention
from editor.importers.compilation.brackets import Annotation
from editor.importers.compilation.extent import Extent
from editor.importers.compilation.ground import ClauseKey, Ground
from editor.importers.compilation.profile import Verb
from editor.negotiation.provision import Stance

WISHES = frozenset(
    {
        Verb.ADD,
        Verb.DELETE,
        Verb.MODIFY,
        Verb.REPLACE,
        Verb.SPLIT_SENTENCE,
        Verb.NEW_SENTENCE,
        Verb.DELETE_SENTENCE,
    }
)
"""The verbs that want other words."""


@dataclass(frozen=True, slots=True)
class Said:
    """Delegations' stance on a wish (`about`), or on base words `words` where that is None."""

    about: ClauseKey | None
    clause: ClauseKey
    mentions: tuple[Mention, ...]
    stance: Stance
    words: frozenset[int] = frozenset()
    reason: str = ""


@dataclass(slots=True)
class Settled:
    """The ground of a paragraph, the extents of its clauses, and the stances on them. `also`
    holds alternative wordings, under the same clause as the extent they are alternatives to."""

    ground: Ground
    extents: dict[ClauseKey, Extent] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    also: list[Extent] = field(default_factory=list)

    def wishes(self) -> Iterator[tuple[Annotation, ClauseKey, Clause]]:
        """The clauses that want other words, stances on them left out."""
        for annotation in self.ground.annotations:
            for number, clause in enumerate(annotation.clauses):
                if clause.verb in WISHES and not is_opposition(annotation, number):
                    yield annotation, (annotation.serial, number), clause

    def clause(self, key: ClauseKey) -> Clause:
        annotation = next(each for each in self.ground.annotations if each.serial == key[0])
        return annotation.clauses[key[1]]


def is_opposition(annotation: Annotation, number: int) -> bool:
    """`[add 'w': A, remove: B]`: a second verb that undoes the first speaks against it."""
    return (
        number > 0
        and annotation.clauses[number].verb is Verb.DELETE
        and annotation.clauses[0].verb is not Verb.DELETE
    )
