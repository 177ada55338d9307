"""The words and keys of every action, apart from what it does: language and keys can change
while the program runs."""

from typing import NamedTuple


class ActionText(NamedTuple):
    """`name` is the attribute in `Actions`; texts are to be translated in context "action"."""

    name: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()


def _text(name: str, text: str, tip: str, *keys: str) -> ActionText:
    return ActionText(name, text, tip, keys)


ACTION_TEXTS = (
    _text(
        "new_session",
        "New…",
        "Start a negotiation from a base text or a compilation",
        "Ctrl+N",
    ),
    _text("open_session", "Open…", "Open a session file", "Ctrl+O"),
    _text(
        "open_sample",
        "Open the Sample",
        "Open your copy of the sample session",
    ),
    _text(
        "fresh_sample",
        "Fresh Sample",
        "Set your copy of the sample back to how it came",
    ),
    _text(
        "import_file",
        "Import…",
        "Bring in a compilation or a delegation's text",
        "Ctrl+I",
    ),
    _text(
        "export_file",
        "Export…",
        "Write the composed text to a file",
        "Ctrl+Shift+E",
    ),
    _text(
        "print_view",
        "Print…",
        "Look at the sheets of what is on the page, and print them",
        "Ctrl+P",
    ),
    _text(
        "save_copy",
        "Save a Copy…",
        "Write the session to another file as well",
        "Ctrl+Shift+S",
    ),
    _text(
        "entitle",
        "Title and Reading…",
        "Name the negotiation and its reading",
    ),
    _text(
        "close_session",
        "Close",
        "Close the session and show the start page",
        "Ctrl+W",
    ),
    _text(
        "quit",
        "Quit",
        "Close the program; everything is saved already",
        "Ctrl+Q",
    ),
    _text(
        "undo",
        "Undo",
        "Take the last action back, also one of an earlier day",
        "Ctrl+Z",
    ),
    _text(
        "redo",
        "Redo",
        "Do again what was taken back",
        "Ctrl+Y",
        "Ctrl+Shift+Z",
    ),
    _text("find", "Find", "Find words on the page", "Ctrl+F"),
    _text("find_next", "Find Next", "Go to the next place found", "F3"),
    _text(
        "find_previous",
        "Find Previous",
        "Go to the place found before",
        "Shift+F3",
    ),
    _text(
        "go_to",
        "Go to Provision…",
        "Go to a provision by its label",
        "Ctrl+G",
    ),
    _text(
        "view_base",
        "Base",
        "The text under amendment, without any proposal",
        "Ctrl+1",
    ),
    _text(
        "view_redline",
        "Redline",
        "Every change with the name of who wants it",
        "Ctrl+2",
    ),
    _text(
        "view_brackets",
        "Brackets",
        "The composed text with open conflicts in square brackets",
        "Ctrl+3",
    ),
    _text(
        "view_clean",
        "Clean",
        "The composed text as it would be read",
        "Ctrl+4",
    ),
    _text(
        "zoom_in",
        "Larger",
        "Show the page larger (Ctrl+wheel)",
        "Ctrl++",
        "Ctrl+=",
    ),
    _text(
        "zoom_out",
        "Smaller",
        "Show the page smaller (Ctrl+wheel)",
        "Ctrl+-",
    ),
    _text("zoom_reset", "Actual Size", "Show the page at 100 %", "Ctrl+0"),
    _text(
        "theme_system",
        "As the System",
        "Light or dark, as the system says",
    ),
    _text("theme_light", "Light", "Always light"),
    _text("theme_dark", "Dark", "Always dark"),
    _text(
        "next_pane",
        "Next Pane",
        "Go to the next part of the window",
        "F6",
    ),
    _text(
        "previous_pane",
        "Previous Pane",
        "Go to the part of the window before",
        "Shift+F6",
    ),
    _text(
        "next_proposal",
        "Next Proposal",
        "Go to the next provision with proposals",
        "Alt+Right",
    ),
    _text(
        "previous_proposal",
        "Previous Proposal",
        "Go to the provision with proposals before",
        "Alt+Left",
    ),
    _text(
        "next_conflict",
        "Next Conflict",
        "Go to the next open conflict",
        "F8",
    ),
    _text(
        "previous_conflict",
        "Previous Conflict",
        "Go to the open conflict before",
        "Shift+F8",
    ),
    _text(
        "next_open",
        "Next Open Provision",
        "Go to the next provision that is not agreed",
        "Alt+Down",
    ),
    _text(
        "previous_open",
        "Previous Open Provision",
        "Go to the provision before that is not agreed",
        "Alt+Up",
    ),
    _text(
        "next_hint",
        "Next Hint",
        "Go to the next words that may read wrong where changes meet",
        "F7",
    ),
    _text(
        "previous_hint",
        "Previous Hint",
        "Go to the words before that may read wrong where changes meet",
        "Shift+F7",
    ),
    _text(
        "move_up",
        "Earlier",
        "Put the chosen proposal before its neighbour",
        "Alt+Shift+Up",
    ),
    _text(
        "move_down",
        "Later",
        "Put the chosen proposal after its neighbour",
        "Alt+Shift+Down",
    ),
    _text(
        "speak_as",
        "Speaking As…",
        "Choose whose proposal typing becomes; type a code or a name to find it",
        "Ctrl+Shift+K",
    ),
    _text(
        "set_status",
        "Status…",
        "Say where the negotiation of this provision stands",
        "Ctrl+Shift+A",
    ),
    _text(
        "record_position",
        "Record a Position…",
        "What a delegation says of the base words selected, or of the whole provision",
        "Ctrl+Shift+O",
    ),
    _text("relabel", "Label…", "Mend the printed label of this provision"),
    _text("join_next", "Join with the Next", "This provision and the next were one"),
    _text("split_here", "Split at the Caret", "This provision was two"),
    _text("all_on", "All Layers On", "Switch all layers on", "Ctrl+Alt+A"),
    _text(
        "all_off",
        "All Layers Off",
        "Switch all layers off: the page is the base",
        "Ctrl+Alt+N",
    ),
    _text(
        "add_delegation",
        "Add Delegation…",
        "Add a State, a group or an observer",
        "Ctrl+Shift+D",
    ),
    _text(
        "show_trays",
        "Set Aside…",
        "What was not understood, what is asleep, what is parked",
        "Ctrl+T",
    ),
    _text(
        "show_report",
        "Import Report…",
        "What was understood of the imported papers, and what was guessed",
        "Ctrl+Shift+R",
    ),
    _text(
        "show_log",
        "Log…",
        "Who did what and when, also what was undone",
        "Ctrl+Shift+L",
    ),
    _text(
        "give_name",
        "Your Name…",
        "The name beside what you do in the log; it is never exported",
    ),
    _text(
        "show_palette",
        "Find an Action…",
        "Type what you want to do, and do it",
        "Ctrl+Shift+P",
    ),
    _text(
        "show_keys",
        "Keyboard Shortcuts",
        "All actions and their keys",
        "F1",
    ),
    _text("about", "About Rolling Text", "Version and licences"),
    _text("show_menu", "Menu", "All actions", "F10"),
)
