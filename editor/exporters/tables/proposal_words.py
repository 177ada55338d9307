"""A proposal in one line."""

from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.entering import inserted_text
from editor.negotiation.notation.annotation import Annotation, Verb
from editor.negotiation.notation.annotation_text import annotation_text
from editor.negotiation.notation.quotation import exact
from editor.negotiation.notation.wording import verb_of, wording_of
from editor.negotiation.session import Session
from editor.text.edit import Edit


def proposal_words(session: Session, amendment: Amendment) -> str:
    """What a proposal wants: `replace “may” with “shall”`."""
    changes = [_change(_ground(session, amendment), edit) for edit in amendment.edits]
    return "; ".join(filter(None, (_whole(session, amendment), *changes)))


def _ground(session: Session, amendment: Amendment) -> str:
    target = session.amendments.get(amendment.target or "")
    ruling = session.rulings.get(amendment.target or "")
    provision = session.provisions.get(amendment.provision)
    if target is not None:
        return inserted_text(target)
    if ruling is not None:
        return ruling.text
    return provision.text if provision else ""


def _whole(session: Session, amendment: Amendment) -> str:
    text = exact(amendment.text or "").written
    labels = " + ".join(where(session, each) for each in amendment.provisions)
    match amendment.kind:
        case AmendmentKind.NEW_PROVISION:
            return f"add the provision {amendment.label} {text}".replace("  ", " ")
        case AmendmentKind.DELETE_PROVISION:
            return Verb.DELETE_PROVISION.value
        case AmendmentKind.REPLACE_PROVISION:
            return f"replace the provision with {text}"
        case AmendmentKind.MOVE:
            if not amendment.after:
                return Verb.MOVE_TO_START.value
            return f"{Verb.MOVE_AFTER} {where(session, amendment.after)}"
        case AmendmentKind.SPLIT:
            words = _ground(session, amendment)[: amendment.at or 0].rstrip()[-30:]
            return f"split the provision after “{words}”"
        case AmendmentKind.JOIN:
            return f"combine {labels}" + (f" as {text}" if amendment.text is not None else "")
        case _:
            return ""


def _change(text: str, edit: Edit) -> str:
    wording = wording_of(text, edit)
    return annotation_text(Annotation(verb_of(wording), wording.old, wording.new))[1:-1]


def where(session: Session, provision: str) -> str:
    """The label of a provision, or its first words."""
    row = session.provisions.get(provision)
    if row is None:
        return ""
    words = row.text.split()
    return row.label or f"“{' '.join(words[:5])}{'…' if len(words) > 5 else ''}”"
