"""What "retain" and "delete" mean, said of a proposal or of base words."""

from dataclasses import dataclass

from editor.importers.tracked.comment_words import Said, Verb
from editor.negotiation.amendment import Amendment, AmendmentKind
from editor.negotiation.entering import inserted_text
from editor.negotiation.provision import Stance


@dataclass(frozen=True, slots=True)
class Effect:
    """The words that a proposal takes out, and those that it puts in."""

    removed: str
    added: str

    def mentions(self, quoted: str) -> bool:
        return quoted in self.removed or quoted in self.added


def effect_of(proposal: Amendment, text: str) -> Effect:
    """What a proposal does to `text`, in whose code points its edits are."""
    if proposal.kind in (AmendmentKind.DELETE_PROVISION, AmendmentKind.REPLACE_PROVISION):
        return Effect(text, proposal.text or "")
    if proposal.kind is AmendmentKind.NEW_PROVISION:
        return Effect("", proposal.text or "")
    removed = "".join(text[each.start : each.end] for each in proposal.edits)
    return Effect(removed, inserted_text(proposal))


def stance_on(effect: Effect, said: Said) -> Stance:
    """*Retain* opposes a deletion and *delete* an insertion; of what is put in and taken out at
    once, the quoted words tell which is meant, else the proposal as a whole."""
    if isinstance(said.verb, Stance):
        return said.verb
    quoted = said.quoted
    if said.verb is Verb.RETAIN:
        is_for = bool(quoted in effect.added if quoted else effect.added and not effect.removed)
    else:
        is_for = bool(quoted in effect.removed if quoted else effect.removed and not effect.added)
    return Stance.SUPPORT if is_for else Stance.OPPOSE


def stance_on_base(said: Said) -> Stance:
    """The same of words that nobody proposes to change."""
    if isinstance(said.verb, Stance):
        return said.verb
    return Stance.SUPPORT if said.verb is Verb.RETAIN else Stance.OPPOSE
