"""Why something was left unread or put in the tray, and what an importer remarks, by code."""

from PySide6.QtCore import QCoreApplication

from editor.negotiation.adoption.reasons import Reason, Remainder


def unread_words(reason: str) -> str:
    """A few words for a reason; the code itself where a file brings one that is not ours."""
    known = {
        **_of_annotations(),
        **_of_brackets(),
        **_of_files(),
        **_of_tracked_changes(),
        **_of_tables(),
        **_of_corrections(),
        **_of_closed_readings(),
    }
    return known.get(reason, reason.replace("_", " ").capitalize())


def _of_annotations() -> dict[str, str]:
    """What is the matter with the marks of a paper."""
    return {
        "annotation_not_understood": _tr("The annotation was not understood"),
        "words_left_out": _tr("Somebody changed this paragraph; not all of its words were read"),
        "target_not_found": _tr("The proposal it amends was not found"),
        "changes_nothing": _tr("It would change nothing"),
        "fused_word": _tr("Two words run together; it was read as one of them"),
        "doubled_mark": _tr("A mark stands twice; it was read once"),
        "doubled_word": _tr("A word stands on both sides of an annotation; it was read once"),
        "word_restored": _tr("A base word is not printed; it was put back from its other form"),
        "words_of_nobody": _tr("These words are in no base text, and nobody is named for them"),
        "ambiguous": _tr("It can also be read like this"),
        "agreed_in_brackets": _tr("It is called agreed, and stands in brackets"),
        "words_repeated": _tr("The proposal would say a word twice in a row"),
        "stray_mark": _tr("A mark stands beside another and was left out"),
        "name_guessed": _tr("The name was guessed"),
        "convention_profile": _tr("The marks were read in this convention profile"),
        "legend_left_out": _tr("A legend of this paper only was left out"),
        "struck_words_deleted": _tr("Struck words were read as deleted"),
    }


def _of_brackets() -> dict[str, str]:
    """What is the matter with signs that come in pairs."""
    return {
        "bracket_not_closed": _tr("A bracket is not closed"),
        "stray_bracket": _tr("A bracket is one too many"),
        "bracket_over_paragraphs": _tr("A bracket encloses several paragraphs; lift it by hand"),
        "option_not_offered": _tr("An option is alone, or pages long; settle it by hand"),
        "bracket_put_in": _tr("This bracket was put in when the paper was read"),
        "bracket_taken_away": _tr("This bracket was taken away when the paper was read"),
        "critic_mark_alone": _tr(
            "A mark of a change is not closed, or not opened; left as printed"
        ),
    }


def _of_files() -> dict[str, str]:
    """What a reader left out of the text of a file."""
    return {
        "page_furniture": _tr("Running heads or page numbers were left out"),
        "open_point_left_out": _tr("Of our own list of open points; it was left out"),
        "note_without_anchor": _tr("Nothing in the text refers to this note"),
        "front_matter": _tr("Data before the text were left out"),
        "comment_left_out": _tr("A comment in the file was left out"),
        "note_defined_again": _tr("A note is defined twice; both texts are kept"),
        "letters_turned": _tr("Signs that print letters in another order were left out"),
        "hidden_text_left_out": _tr("Hidden text was left out"),
        "embedded_document_left_out": _tr("An embedded document was left out"),
        "comment_in_margin": _tr("It stands in the margin, beside the text"),
    }


def _of_tracked_changes() -> dict[str, str]:
    """Why a tracked change, or a comment beside it, is no proposal."""
    return {
        "insertion_not_attributed": _tr("Nobody is named for these inserted words; left out"),
        "deletion_not_attributed": _tr("Nobody is named for this deletion; the words are kept"),
        "tracked_insertion_accepted": _tr("These words were inserted with tracking; they are read"),
        "tracked_deletion_accepted": _tr("These words were deleted with tracking; not read"),
        "not_in_base": _tr("The words that it changes are not in the base text"),
        "words_differ_from_base": _tr("The words around the change differ from the base text"),
        "untracked_edit": _tr("The file has other words here, without tracking: base → file"),
        "changes_not_in_base": _tr(
            "The base is the text without its tracked changes; they are proposals only where the "
            "file is imported as tracked changes too"
        ),
        "older_revision": _tr("The file has another base text here: base → file"),
        "label_changed": _tr("It changes a label, which is not part of the words"),
        "inside_other_words": _tr("It changes words that another proposal puts in"),
        "not_neighbours": _tr("It joins provisions that do not follow each other"),
        "footnote_changed": _tr("It changes a footnote"),
        "footnote_inserted": _tr("It adds a footnote"),
        "footnote_deleted": _tr("It deletes a footnote"),
        "footnote_inserted_then_deleted": _tr("It adds a footnote and deletes it again"),
        "formatting_changed": _tr("It changes the look of words, which no proposal can do"),
        "picture_inserted": _tr("It adds a picture, which no proposal can do"),
        "picture_deleted": _tr("It deletes a picture, which no proposal can do"),
        "margin_changed": _tr("It changes a header or footer"),
        "comment_without_anchor": _tr("The comment stands beside no proposal"),
        "reason_added": _tr("A further reason came for a proposal that stood already"),
    }


def _of_tables() -> dict[str, str]:
    """Why a row of a table is no proposal."""
    return {
        "row_without_place": _tr("The row of the table names no provision that is here"),
        "column_unknown": _tr("It is not known what the column of the table is for"),
        "reason_of_nobody": _tr("The row of the table gives a reason, and not whose it is"),
        "name_unknown": _tr("It names somebody who is no delegation that is known"),
        "other_base": _tr("The table has another base text there"),
        "wording_unclear": _tr("These are neither a whole provision nor an instruction"),
        "words_not_found": _tr("The words it quotes do not stand there"),
        "words_found_again": _tr("The words it quotes stand there more than once"),
    }


def _of_corrections() -> dict[str, str]:
    """What a correction by hand could not carry over."""
    return {
        "proposal_split": _tr("The proposal it amends was split"),
        "target_gone": _tr("The proposal it amends is gone"),
        "words_corrected": _tr("The words it amends were corrected"),
        "provision_corrected": _tr("The provision it amends is no proposal any more"),
        "provisions_joined": _tr("Two provisions were joined, and it does not fit the joined one"),
        "reaches_over_split": _tr("The provision was split, and it reaches over the place"),
        "already_split": _tr("It splits a provision where it was split already"),
        "ruling_taken_back": _tr("The ruling whose text it amends was taken back"),
    }


def _of_closed_readings() -> dict[str, str]:
    """Why something could not be carried over to the next reading."""
    return {
        Reason.CLASHES: _tr("It clashes with words that were adopted"),
        Reason.ALTERNATIVE: _tr("What it was an alternative to was adopted"),
        Reason.RULED_OUT: _tr("The Chair decided against it, and that was adopted"),
        Reason.DELETED: _tr("The provision was deleted when the reading was closed"),
        Reason.REPLACED: _tr("The provision was replaced when the reading was closed"),
        Reason.JOINED: _tr("The provision was joined when the reading was closed"),
        Reason.MOVED: _tr("The provision was moved elsewhere when the reading was closed"),
        Reason.OVER_BREAK: _tr("The provision was split, and it is about both parts"),
        Reason.UNCLEAR: _tr("In the adopted text its place cannot be told from another's"),
        Reason.MISPLACED: _tr("Its words were not found in the adopted text"),
        Reason.TARGET_GONE: _tr("The proposal it amends could not be carried over"),
        Reason.CONTAINED: _tr("It is in the adopted text, though nobody proposed it any more"),
        Remainder.LEFT_BASE: _tr("The provision was deleted when the reading was closed"),
        Remainder.PRIVATE_POSITION: _tr("A private position on what was adopted"),
        Remainder.RULING: _tr("The Chair's words; nothing is left for them to settle"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("unread", text)
