"""A session in a few lines, for the reader of a failed law."""

from editor.negotiation.amendment import Amendment
from editor.negotiation.session import Session


def narrated(session: Session) -> str:
    lines = [f"{each}: {session.provisions[each].text!r}" for each in session.base_order]
    lines += [
        f"{each.id} {each.code} {'on' if each.layer_on else 'off'} rank {each.rank}"
        for each in session.delegations.values()
    ]
    lines += [narrated_amendment(each) for each in session.amendments.values()]
    lines += [f"decided {each.amendment} {each.included}" for each in session.decisions.values()]
    lines += [
        f"{each.id} {each.how} on {sorted(each.members)} choice {each.choice} {each.text!r}"
        for each in session.rulings.values()
    ]
    return "\n".join(lines)


def narrated_amendment(each: Amendment) -> str:
    parts = [each.id, str(each.kind), each.provision]
    parts += [f"({edit.start},{edit.end},{edit.text!r})" for edit in each.edits]
    parts += [f"text {each.text!r}"] if each.text is not None else []
    parts += [f"after {each.after!r}"] if each.after is not None else []
    parts += [f"at {each.at}"] if each.at is not None else []
    parts += [f"joins {each.provisions}"] if each.provisions else []
    parts += [f"target {each.target}"] if each.target else []
    parts += [f"alternatives {each.alternatives}"] if each.alternatives else []
    parts += [f"by {said.delegation}#{said.ordinal}" for said in each.sponsorships]
    parts += [f"ranked {p.rank} by {p.delegation}" for p in each.positions]
    parts += [str(each.state)] if each.state != "proposed" else []
    return " ".join(parts)
