"""One sentence for each thing that can be wrong: what happened, what was kept, what to do.

The command line prints them as they are; the window has them translated.
"""

from editor.errors import BugError, KnownError

SENTENCES: dict[str, str] = {
    "usage": "{text}.",
    "not_available_yet": "{feature} is not available yet; nothing was changed.",
    "missing": "There is no file {path}.",
    "exists": "{path} exists already and was left as it is; choose another name.",
    "not_a_session": "{path} is not a Rolling Text session; open it with the program that made "
    "it, or import it into a session.",
    "not_readable": "{path} cannot be read; check that you may open it.",
    "newer_version": "{path} was made by a newer version of Rolling Text; update the program to "
    "open it. The file was not changed.",
    "older_version": "{path} was made by an older version and is open for reading only; open it "
    "in the window once to bring it up to date.",
    "damaged": "{path} is damaged; `rolling-text check` says what is wrong and rescues what can "
    "be read.",
    "read_only": "{path} can only be read; save a copy elsewhere to work in it.",
    "already_open": "{path} is open already, by {owner} on {host} since {time}; close it there, "
    "or open it for reading only.",
    "locked": "{path} is being written by another program; the last action was not saved. Try "
    "again in a moment.",
    "disk_full": "The disk of {path} is full; the last action was not saved. Save a copy "
    "elsewhere.",
    "medium_gone": "{path} is not there any more; the last action was not saved. Save a copy "
    "elsewhere.",
    "bad_dump": "This is not a dump of a session: {fault}. Nothing was changed.",
    "newer_dump": "This dump was made by a newer version of Rolling Text; update the program.",
    "has_base": "{path} has its base text already; bring further documents in as layers.",
    "no_provision_found": "No provision was found in {name}; is it a compilation? A base text can "
    "be imported as such. Nothing was changed.",
    "no_annotation_found": "No annotation was found in {name}; import it as a base text or as a "
    "delegation's layer. Nothing was changed.",
    "empty": "{name} is empty; nothing was changed.",
    "changes_nothing": "This would change nothing.",
    "unknown_delegation": "There is no delegation {delegation} in this session.",
    "unknown_proposal": "There is no proposal {amendment} in this session.",
    "unknown_provision": "There is no provision {provision} in this session.",
    "unknown_ruling": "There is no ruling {ruling} in this session.",
    "ruling_without_choice": "Choose what is to stand before ruling.",
    "choice_outside_conflict": "The choice is not among the proposals in conflict.",
    "bridging_text_missing": "Write the bridging text first.",
    "cannot_split": "This proposal is one change and cannot be split.",
    "file_missing": "There is no file {name}.",
    "file_is_directory": "{name} is a folder; choose a file in it.",
    "file_unreadable": "{name} cannot be read: {reason}.",
    "file_too_large": "{name} is larger than {limit} MB and was not read; nothing was changed.",
    "file_is_pdf": "{name} is a PDF; save the text as Word or plain text and import that. "
    "Nothing was changed.",
    "file_is_image": "{name} is a picture; there is no text in it to import.",
    "file_is_rich_text": "{name} is rich text; save it as DOCX in Word and import that.",
    "file_is_html": "{name} is a web page; save it as DOCX or plain text and import that.",
    "file_is_old_word": "{name} is an old Word file (.doc); save it as DOCX in Word and import "
    "that.",
    "file_is_old_office": "{name} is an old Office file and not a Word document.",
    "file_is_encrypted": "{name} is protected by a password; remove the password in Word and "
    "import it again.",
    "file_is_other_archive": "{name} is not a Word document ({kind}); save it as DOCX.",
    "file_is_binary": "{name} is not a text; nothing was changed.",
    "text_encoding_unknown": "{name} is in no encoding we can tell; save it as UTF-8.",
    "text_nested_too_deeply": "{name} is nested too deeply at line {line} and was not read.",
    "archive_damaged": "{name} is damaged or cut short; ask for it again. Nothing was changed.",
    "archive_too_many_parts": "{name} has more than {limit} parts and was not read.",
    "archive_too_large": "{name} unpacks to more than {limit} MB and was not read.",
    "archive_part_too_large": "{name} holds a part of more than {limit} MB and was not read.",
    "archive_packed_too_tightly": "{name} is packed like a bomb and was not read.",
    "archive_part_encrypted": "{name} is encrypted in part and was not read.",
    "archive_part_repeated": "{name} holds the part {part} twice and was not read.",
    "archive_part_name_unsafe": "{name} holds a part with an unsafe name and was not read.",
    "word_damaged": "{name} is not a sound Word file ({part}); open and save it in Word, then "
    "import it again.",
    "word_doctype": "{name} declares entities, which Word files never do; it was not read.",
    "word_too_many_elements": "{name} has more than {limit} elements in {part} and was not read.",
    "word_nested_too_deeply": "{name} is nested too deeply in {part} and was not read.",
    "qt_does_not_start": "The window cannot start; `rolling-text doctor` says what is missing.",
}
"""Sentences by the code of a KnownError; braces are filled from its facts."""

_UNKNOWN = "Something is wrong with the input ({code}); nothing was changed."


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "…"


def sentence(error: KnownError | BugError) -> str:
    """The sentence for an error."""
    if isinstance(error, BugError):
        return f"A fault in the program: {error}. What was saved before is safe."
    template = SENTENCES.get(error.code)
    if template is None:
        details = ", ".join(f"{name}: {value}" for name, value in error.facts.items())
        return _UNKNOWN.format(code=f"{error.code} {details}".strip())
    return template.format_map(_Facts(error.facts))
