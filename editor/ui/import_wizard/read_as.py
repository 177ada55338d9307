"""What was made of the words that an item of the review is about."""

from editor.app.guided.review import Review
from editor.app.guided.review_item import ItemKind, ReviewItem
from editor.ui.import_wizard.import_words import tr
from editor.ui.import_wizard.marked_text import Mark
from editor.ui.page.spans import Look
from editor.ui.proposals.codes import codes_of
from editor.ui.proposals.kind_words import kind_words
from editor.ui.proposals.words import proposal_words
from editor.ui.trays.unread_words import unread_words

_MOST_PROPOSALS = 6
_MARKS = {Look.INSERTED: Mark.ADDED, Look.DELETED: Mark.STRUCK, Look.STRUCK: Mark.STRUCK}


def why(item: ReviewItem) -> str:
    if item.kind is ItemKind.GUESS:
        return tr("{sure} sure").format(sure=f"{item.confidence:.0%}".replace("%", "\u00a0%"))
    return unread_words(item.code)


def reading(review: Review, item: ReviewItem) -> list[tuple[str, Mark]]:
    """What was made of the words, and what else they may mean."""
    session = review.session
    row = session.amendments.get(item.row)
    if item.kind is ItemKind.GUESS and row is not None:
        kind = kind_words(session, row)
        pieces = [(f"{codes_of(session, row.sponsors, ', ')}: ", Mark.PLAIN)]
        pieces += [(f"{kind}. ", Mark.PLAIN)] if kind else []
        pieces += [(e.text, _MARKS.get(e.look, Mark.PLAIN)) for e in proposal_words(session, row)]
        others = (tr("Or: {words}").format(words=each) for each in item.others)
        return [*pieces, *((f"\n{each}", Mark.PLAIN) for each in others)]
    if item.kind is ItemKind.GUESS:
        return [(tr("It was kept as a note."), Mark.PLAIN)]
    if item.kind is ItemKind.BRACKET:
        return _paragraph(review, item)
    if item.kind is ItemKind.LEFT and review.is_done(item):
        return [(tr("It is settled."), Mark.PLAIN)]
    words = [unread_words(item.code)]
    if item.kind is ItemKind.LEFT and item.provision in session.provisions:
        words.append(session.provisions[item.provision].text)
    elif item.kind is ItemKind.REMARK:
        words.append(item.raw)
    return [("\n".join(filter(None, words)), Mark.PLAIN)]


def _paragraph(review: Review, item: ReviewItem) -> list[tuple[str, Mark]]:
    """What the paragraph of a bracket reads as: its base text, then who wants what."""
    session = review.session
    provision, proposals = review.read_at(item)
    pieces = [(provision.text if provision else item.raw, Mark.PLAIN)]
    for row in proposals[:_MOST_PROPOSALS]:
        pieces.append((f"\n{codes_of(session, row.sponsors, ', ')}: ", Mark.PLAIN))
        pieces += [(e.text, _MARKS.get(e.look, Mark.PLAIN)) for e in proposal_words(session, row)]
    if len(proposals) > _MOST_PROPOSALS:
        more = tr("{n} more").format(n=len(proposals) - _MOST_PROPOSALS)
        pieces.append((f"\n{more}", Mark.PLAIN))
    return pieces
