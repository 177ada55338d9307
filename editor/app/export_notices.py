"""One sentence for each reason why a Word file is not on the base document's own package."""

_INSTEAD = "The file is written in the program's own layout."

NOTICES: dict[str, str] = {
    "base_file_missing": f"The base document is not in the session any more. {_INSTEAD}",
    "base_file_unreadable": f"The base document in the session cannot be read. {_INSTEAD}",
    "base_file_is_strict": "The base document is in the Strict form of Word, which tracked changes "
    f"cannot be written into; save it as a usual Word document. {_INSTEAD}",
    "base_file_is_tracked": "The base document has tracked changes of its own that cannot be "
    f"rejected. {_INSTEAD}",
    "base_file_changes_rejected": "The base document has tracked changes of its own; they are "
    "rejected in this file, as they are in the base text.",
    "base_file_differs": "The base text is not what the base document says any more. " + _INSTEAD,
    "base_file_faulty": "The base document is built in a way that this text cannot be written "
    f"into; please report it. {_INSTEAD}",
}
"""Sentences by the code of a `Reason`."""
