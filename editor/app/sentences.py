"""One sentence for each thing that can be wrong: what happened, what was kept, what to do.

The command line prints them as they are; the window has them translated.
"""

from datetime import datetime

from editor.errors import BugError, KnownError

SENTENCES: dict[str, str] = {
    "usage": "{text}.",
    "missing": "There is no file {path}.",
    "no_display": "There is no display here for a window; `rolling-text --help` lists what can be "
    "done without one.",
    "exists": "{path} exists already and was left as it is; choose another name.",
    "not_a_session": "{path} is not a Rolling Text session; open it with the program that made "
    "it, or import it into a session.",
    "not_readable": "{path} cannot be read; check that you may open it.",
    "newer_version": "{path} was made by a newer version of Rolling Text; update the program to "
    "open it. The file was not changed.",
    "older_version": "{path} was made by an older version of Rolling Text and cannot be opened for "
    "reading only; open it in the window to work in it, and it is brought up to date. The file was "
    "not changed.",
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
    "bad_dump": "This is not a sound dump: at {path}, {fault} ({value}). Nothing was changed.",
    "newer_dump": "This dump has schema {schema}, of a newer version of Rolling Text; update the "
    "program. Nothing was changed.",
    "has_base": "{path} has its base text already; bring further documents in as layers.",
    "no_provision_found": "No provision was found; is it a compilation? A base text can be "
    "imported as such. Nothing was changed.",
    "no_looks": "In {name} no words are set apart by colour or line. Nothing was changed.",
    "whose_looks": "Say whose these are in {name}, each as --colour COLOUR=DELEGATION: {looks}. "
    "Nothing was changed.",
    "no_such_profile": "There is no convention profile {profile}; there are {known}. Nothing was "
    "changed.",
    "no_annotation_found": "No annotation was found; import it as a base text or as a "
    "delegation's layer. Nothing was changed.",
    "no_name_found": "“{written}” does not name a delegation; nothing was changed.",
    "several_names": "“{written}” names several delegations ({names}); give one layer each. "
    "Nothing was changed.",
    "whose_changes": "{name} has tracked changes by {authors}; say which delegation they are. "
    "Nothing was changed.",
    "whose_text": "{name} has no tracked changes; say whose text it is. Nothing was changed.",
    "other_base": "{name} is not marked against this base text: {count} differences, the first "
    "at “{where}”. Nothing was changed; compare its final text instead, or carry its changes "
    "over.",
    "compare_needs_one": "{name} has several authors and can only be compared as the text of one "
    "delegation. Nothing was changed.",
    "changes_nothing": "This would change nothing.",
    "proposal_not_standing": "Nobody makes proposal {amendment} any more, so it cannot be adopted.",
    "adopted_in_conflict": "What is to be adopted is in conflict ({proposals}); settle that "
    "first. Nothing was changed.",
    "unknown_delegation": "There is no delegation {delegation} in this session.",
    "unknown_proposal": "There is no proposal {amendment} in this session.",
    "unknown_provision": "There is no provision {provision} in this session.",
    "unknown_ruling": "There is no ruling {ruling} in this session.",
    "ruling_without_choice": "Choose what is to stand before ruling.",
    "choice_outside_conflict": "The choice is not among the proposals in conflict.",
    "bridging_text_missing": "Write the bridging text first.",
    "cannot_split": "This proposal is one change and cannot be split.",
    "edits_overlap": "The changes of this proposal overlap; give each place one change.",
    "does_not_fit": "The proposal does not fit the text like that; it was left as it was.",
    "not_neighbours": "Only provisions that follow each other can be joined.",
    "outside_text": "These words are not in the text of the provision.",
    "no_position_there": "The delegation has taken no position on these words.",
    "no_base_words": "No base words are selected; a position on a proposal is recorded on its "
    "card.",
    "words_of_several": "Select words of one provision; a position is on one.",
    "before_first_word": "New words cannot stand before the first word of a further place of this "
    "proposal; put them after it, or split the proposal into single changes first.",
    "sponsor_missing": "Say first which delegation proposes it.",
    "unknown_tray_item": "This is not in the tray any more.",
    "chair_stays": "The Chair cannot be taken out.",
    "one_chair": "There is one Chair; no other delegation can be of that kind, nor the Chair of "
    "another.",
    "cannot_merge": "A delegation cannot be merged with itself, nor the Chair into another.",
    "code_missing": "Give the delegation a code.",
    "code_taken": "Another delegation has the code {wanted}; choose another one.",
    "member_of_itself": "A group cannot be its own member.",
    "in_brackets": "These words are in conflict; settle the conflict, or write beside the "
    "brackets.",
    "words_of_others": "These are words of another proposal; switch it off, or write beside them.",
    "beside_words_of_others": "This cannot be written beside the words of another proposal; "
    "switch that one off first.",
    "would_conflict": "This would conflict with another proposal; switch that one off first, or "
    "enter it as a rival proposal.",
    "proposed_by_others": "Another delegation proposes this provision; speak as that delegation "
    "to change it.",
    "cannot_split_here": "The provision cannot be split here.",
    "caret_in_no_base_words": "The caret is in no words of the base text; put it where the second "
    "provision begins.",
    "not_of_the_base": "This provision is proposed; only those of the base text can be joined or "
    "split.",
    "nothing_follows": "This is the last provision; nothing follows to be joined with it.",
    "other_follows": "“{following}” stands right after it, and only provisions of the base text "
    "that follow each other can be joined.",
    "tray_item_without_place": "These words name no provision, and stay set aside; go to the "
    "provision that they are about first.",
    "no_proposals": "There are no proposals.",
    "no_open_conflict": "Nothing is in conflict.",
    "nothing_open": "No provision is open any more.",
    "no_hints": "There is no hint: nothing that was changed looks wrong.",
    "no_status_here": "Only provisions have a status, and this is none.",
    "provision_gone": "This provision does not stand here any more; write where its words went.",
    "provision_agreed": "This provision is agreed, and was left as it is; to change its words, "
    "set its status to Reopened first.",
    "view_not_edited": "This view cannot be edited; change to Redline or Clean.",
    "nothing_to_delete": "There is nothing to delete here.",
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
    "text_too_long": "{name} comes to more than {limit} million characters and was not read; "
    "nothing was changed.",
    "text_nested_too_deeply": "{name} is nested too deeply at line {line} and was not read.",
    "reading_too_long": "{name} was not read to its end in {seconds} seconds; save it anew in the "
    "program it comes from, or bring it in as plain text. Nothing was changed.",
    "reading_failed": "{name} could not be read: it is damaged in a way that stops the reader, or "
    "asks for too much memory. Ask for it again. Nothing was changed.",
    "archive_damaged": "{name} is damaged or cut short; ask for it again. Nothing was changed.",
    "archive_too_many_parts": "{name} has more than {limit} parts and was not read.",
    "archive_too_large": "{name} unpacks to more than {limit} MB and was not read.",
    "archive_part_too_large": "{name} holds a part of more than {limit} MB and was not read.",
    "archive_packed_too_tightly": "{name} is packed like a bomb and was not read.",
    "archive_part_encrypted": "{name} is encrypted in part and was not read.",
    "archive_part_repeated": "{name} holds the part {part} twice and was not read.",
    "archive_part_name_unsafe": "{name} holds a part with an unsafe name and was not read.",
    "word_damaged": "{name} is not a sound document ({part}); open and save it in Word or "
    "LibreOffice, then import it again.",
    "word_doctype": "{name} declares entities, which no word processor does; it was not read.",
    "word_too_many_elements": "{name} has more than {limit} elements in {part} and was not read.",
    "table_damaged": "{name} is not a sound table; open and save it in the program that made it, "
    "then import it again. Nothing was changed.",
    "table_too_large": "{name} has more than {limit} cells and was not read.",
    "no_table_found": "No table of proposals was found in {name}: one column must be headed as the "
    "provision or its base text, another as the proposed wording or a delegation. Nothing was "
    "changed.",
    "no_delegation_in_table": "{name} does not say whose proposals it holds; name the delegation, "
    "or add a column for it. Nothing was changed.",
    "export_folder_missing": "There is no folder for {path}; nothing was written.",
    "export_read_only": "{path} may not be written; choose another place.",
    "export_disk_full": "The disk is full: {path} was not written. What was there is as it was.",
    "export_in_use": "{path} is open in another program; close it there and export again.",
    "export_name_too_long": "{path} is too long a name; choose a shorter one.",
    "export_not_a_file": "{path} is not a file; choose another name.",
    "export_onto_session": "{path} is a negotiation of this program and was not replaced; choose "
    "another name.",
    "export_ending": "{form} is not written as {ending}; the name has to end in {endings}. Nothing "
    "was written.",
    "export_needs_names": "{form} says who wants what and cannot be without names; nothing was "
    "written.",
    "export_needs_folder": "{path} is a file; name a delegation, or a folder for one file each. "
    "Nothing was written.",
    "export_failed": "{path} was not written ({said}).",
    "system": "{path}: {said}.",
    "qt_does_not_start": "The window cannot start ({said}); `rolling-text doctor` says what is "
    "missing.",
}
"""Sentences by the code of a KnownError; braces are filled from its facts."""

_FAULT_OF_OURS = "A fault in the program: {said}. What was saved before is safe."


def sentence(error: KnownError | BugError) -> str:
    """The sentence for an error, in English."""
    return filled(template(error), error)


def template(error: KnownError | BugError) -> str:
    """The sentence for an error, its facts still to be filled in."""
    return SENTENCES[error.code] if isinstance(error, KnownError) else _FAULT_OF_OURS


def filled(wording: str, error: KnownError | BugError) -> str:
    """`wording`, the template or a translation of it, with the facts of the error."""
    if isinstance(error, KnownError):
        facts = {name: _said(fact) for name, fact in error.facts.items()}
        if "time" in facts:
            facts["time"] = _by_the_clock_here(facts["time"])
        return wording.format_map(facts)
    return wording.format(said=error)


def _by_the_clock_here(time: str) -> str:
    """A moment in ISO 8601 as a clock beside the reader shows it; other words as they are."""
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return time
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _said(fact: object) -> str:
    """A fact inside a sentence: on one line, without the full stop of the sentence it was."""
    return " ".join(str(fact).split()).rstrip(".") or "—"
