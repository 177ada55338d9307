"""What belongs together: declared options, and the same wish in several places."""

from collections import defaultdict
from dataclasses import replace

from editor.importers.compilation.assemble import Assembly
from editor.importers.compilation.profile import Verb
from editor.importers.compilation.reading import ReadAmendment
from editor.importers.labels import bare_label
from editor.negotiation.amendment import AmendmentKind

_FREE_STANDING = frozenset({AmendmentKind.EDIT})


def link_options(assembly: Assembly) -> None:
    """`[option 1: …] [option 2: …]`: what different options want are alternatives."""
    for read, row in assembly.parts:
        options: dict[str, list[int]] = {}
        for annotation in read.printed.annotations:
            for number, clause in enumerate(annotation.clauses):
                index = assembly.by_clause.get((row, (annotation.serial, number)))
                if not clause.option or index is None:
                    continue
                if clause.option in options and not number and len(options) > 1:
                    _link(assembly, options)
                    options = {}
                options.setdefault(clause.option, []).append(index)
        _link(assembly, options)


def _link(assembly: Assembly, options: dict[str, list[int]]) -> None:
    for one, first in options.items():
        for other, second in options.items():
            if one < other:
                for index in first:
                    for rival in second:
                        assembly.link([index, rival])


def link_groups(assembly: Assembly) -> None:
    """The same wish of the same delegations in several provisions is a group; so are a split
    and the provision that is separated by it."""
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, amendment in enumerate(assembly.amendments):
        if amendment.kind in _FREE_STANDING and amendment.target is None:
            groups[_wish(assembly, amendment)].append(index)
    for key, index in _separations(assembly):
        groups[key].append(index)
    number = 0
    for members in groups.values():
        if len({assembly.amendments[each].provision for each in members}) < 2:
            continue
        number += 1
        for each in members:
            assembly.amendments[each] = replace(assembly.amendments[each], group=f"group {number}")


def _wish(assembly: Assembly, amendment: ReadAmendment) -> tuple[object, ...]:
    text = assembly.provisions[amendment.provision].text
    changes = tuple(
        (text[edit.start : edit.end].strip(" ,").lower(), edit.text.strip(" ,").lower())
        for edit in amendment.edits
    )
    return (changes, *sorted(each.written for each in amendment.sponsors))


def _separations(assembly: Assembly) -> list[tuple[tuple[object, ...], int]]:
    found: list[tuple[tuple[object, ...], int]] = []
    for read, row in assembly.parts:
        proposal = assembly.provisions[row].amendment if read.head.annotations else None
        for annotation in read.head.annotations:
            clause = annotation.clauses[0]
            if proposal is None or clause.verb is not Verb.PROPOSED:
                continue
            for label in clause.labels:
                names = tuple(each.written for each in clause.mentions)
                key = ("separated", bare_label(label), *names)
                found.append((key, proposal))
                found.extend((key, each) for each in _splits(assembly, label, names))
    return found


def _splits(assembly: Assembly, label: str, names: tuple[str, ...]) -> list[int]:
    """The prose proposals of these delegations about the provision with this label."""
    return [
        index
        for index, amendment in enumerate(assembly.amendments)
        if amendment.how == "prose"
        and bare_label(assembly.provisions[amendment.provision].label) == bare_label(label)
        and tuple(each.written for each in amendment.sponsors) == names
    ]
