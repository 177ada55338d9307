"""Words of the guided import, in the user's language."""

from PySide6.QtCore import QCoreApplication

from editor.app.guided.in_hand import Fault
from editor.app.guided.review_item import ItemKind
from editor.app.import_kind import ImportKind
from editor.importers.tracked.base_match import Suspicion


def tr(text: str) -> str:
    """`text` translated, in the context of imports."""
    return QCoreApplication.translate("import", text)


def counted(text: str, number: int) -> str:
    """`text` with its `%n` as a number."""
    return QCoreApplication.translate("import", text, "", number)


def kind_words(kind: ImportKind) -> str:
    return {
        ImportKind.BASE: tr("A base text"),
        ImportKind.COMPILATION: tr("A compilation of what all want"),
        ImportKind.COLOURS: tr("A text whose colours stand for delegations"),
        ImportKind.TRACKED: tr("Tracked changes"),
        ImportKind.LAYER: tr("A delegation’s whole text"),
        ImportKind.TABLE: tr("A table of proposals"),
    }[kind]


def kind_hint(kind: ImportKind, is_own: bool, is_tracked: bool) -> str:
    """What will become of a file of this kind, in a sentence or two."""
    if kind is ImportKind.COMPILATION and is_own:
        return tr("This program wrote it: it is read exactly, with what others wrote into it.")
    if kind is ImportKind.BASE and is_tracked:
        return tr("The text that is negotiated. The tracked changes in it are rejected.")
    if kind is ImportKind.LAYER and is_tracked:
        return tr(
            "Its tracked changes are accepted, and the text is compared with the base by words."
        )
    return {
        ImportKind.BASE: tr("The text that is negotiated; its paragraphs become provisions."),
        ImportKind.COMPILATION: tr(
            "The text without the marks becomes the base; what delegations are named for, their "
            "layers. All layers are off afterwards."
        ),
        ImportKind.COLOURS: tr(
            "Words in a colour are what its delegation adds, or, struck, deletes."
        ),
        ImportKind.TRACKED: tr(
            "Each change becomes a proposal of the delegation whose author made it, comments "
            "become reasons and positions."
        ),
        ImportKind.LAYER: tr(
            "It is compared with the base by words. A later text of the same delegation replaces "
            "the one before; what it no longer wants is kept as superseded."
        ),
        ImportKind.TABLE: tr(
            "A column for the provision, one for the proposed wording, if there are any for the "
            "reason and the delegation."
        ),
    }[kind]


def profile_words(profile: str) -> tuple[str, str]:
    """How a text in this house style is marked, and what that means."""
    known = {
        "verb-list": (
            tr("[add: Fiji]"),
            tr("A verb and the delegations in brackets beside the words"),
        ),
        "trailing-tag": (
            tr("[words - US; G77 delete]"),
            tr("Who wants the words comes after them, then who does not"),
        ),
        "parenthesis": (
            tr("(words - Jordan)  [words - India]"),
            tr("Round brackets add, square brackets delete; who, after a dash"),
        ),
        "leading-tag": (
            tr("[US/J: words]"),
            tr("Who wants the words stands before them, often in short codes"),
        ),
        "brackets": (
            tr("[words]  Option 1:"),
            tr("Brackets and options; nobody is named, they stay in the text"),
        ),
        "bold": (
            tr("bold  [words]  [Fiji]"),
            tr("Bold words are added, struck ones and square brackets delete; who, if beside"),
        ),
        "underlined": (
            tr("underlined  struck  [Fiji]"),
            tr("Underlined words are added, struck ones deleted; who, if named beside them"),
        ),
        "capitals": (
            tr("CAPITALS  [DELETE: words]"),
            tr("Words in capitals are added; nobody is named"),
        ),
    }
    return known.get(profile, (profile, ""))


def fault_words(fault: Fault) -> str:
    return {
        Fault.NO_FILE: tr("Choose a file, or drop some here."),
        Fault.NO_TEXT: tr(
            "The session has no text yet: one file has to be its base or compilation."
        ),
        Fault.TWO_TEXTS: tr("A session has one text: say what the other file is."),
    }[fault]


def suspicion_words(suspicion: Suspicion) -> str:
    if suspicion is Suspicion.OLDER_REVISION:
        return tr("another revision")
    return tr("an edit without tracking")


def item_words(kind: ItemKind) -> str:
    return {
        ItemKind.GUESS: tr("Guess"),
        ItemKind.LEFT: tr("Not understood"),
        ItemKind.BRACKET: tr("Bracket"),
        ItemKind.REMARK: tr("Remark"),
    }[kind]


def kind_plural(kind: ItemKind) -> str:
    return {
        ItemKind.GUESS: tr("Guesses"),
        ItemKind.LEFT: tr("Not understood"),
        ItemKind.BRACKET: tr("Brackets"),
        ItemKind.REMARK: tr("Remarks"),
    }[kind]
