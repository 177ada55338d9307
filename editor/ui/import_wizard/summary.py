"""What an import would bring, in a sentence."""

from editor.app.guided.review import Review, arrived
from editor.app.replaced import replaced_in
from editor.ui.import_wizard.import_words import counted, tr
from editor.ui.proposals.codes import codes_of

_MOST_NAMED = 8


def summary(review: Review) -> str:
    session, found = review.session, arrived(review.before, review.session)
    counts = sorted(found.by_delegation.items(), key=lambda each: session.rank_of[each[0]])
    named = [f"{codes_of(session, [key])} {number}" for key, number in counts]
    if len(named) > _MOST_NAMED:
        named = [*named[:_MOST_NAMED], tr("{n} more").format(n=len(named) - _MOST_NAMED)]
    new = len(session.base_order) - len(review.before.base_order)
    parts = [counted("%n provision(s)", new)] if new else []
    whose = f" ({', '.join(named)})" if named else ""
    parts.append(f"{counted('%n proposal(s)', found.proposals)}{whose}")
    words = tr("This brings in {what}.").format(what=", ".join(parts))
    if found.superseded:
        gone = counted("%n earlier proposal(s)", found.superseded)
        words += " " + tr("{gone} will be superseded.").format(gone=gone)
    for each in replaced_in(review.incoming):
        words += " " + tr("{gone} of {name} in {file} will be superseded by {later}.").format(
            gone=counted("%n proposal(s)", each.count),
            name=codes_of(session, [each.delegation]),
            file=each.file,
            later=each.later,
        )
    if not review.asks:
        words += " " + tr("Nothing was guessed, and nothing is left over.")
    return words
