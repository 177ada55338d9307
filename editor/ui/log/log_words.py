"""What an entry of the log says, in the terms of the field."""

from PySide6.QtCore import QCoreApplication

from editor.app.log_detail import LogDetail
from editor.negotiation.provision import ProvisionStatus
from editor.ui.page.decoration import status_words

COMMANDS: dict[str, str] = {
    "create": "Session made",
    "BringIn": "Imported: {words}",
    "SwitchLayers": "Layers switched",
    "SwitchLayers.on": "Layer on",
    "SwitchLayers.off": "Layer off",
    "ChooseLayers": "Only these layers on",
    "Decide": "Decided on a proposal",
    "Decide.in": "Taken into the text: {change}",
    "Decide.out": "Left out of the text: {change}",
    "Decide.layers": "Follows the layers again: {change}",
    "Rule": "Conflict settled",
    "Rule.option": "Conflict settled for one proposal",
    "Rule.base": "Conflict settled: the base stays",
    "Rule.bracket": "Conflict settled: all in square brackets",
    "Rule.bridge": "Conflict settled with the Chair’s text: “{new}”",
    "Rule.order": "Order decided",
    "Unrule": "Ruling taken back",
    "Propose": "Proposed: {change}",
    "Dictate": "Typed: {change}",
    "DictateProvision": "Typed a new provision: {change}",
    "DictateSeveral": "Typed over several provisions",
    "FinishDictation": "Typing finished: {change}",
    "Amend": "Amendment to a proposal: {change}",
    "SetState": "Proposal set aside, or brought back",
    "SetState.proposed": "Brought back: {change}",
    "SetState.withdrawn": "Withdrawn: {change}",
    "SetState.parked": "Parked: {change}",
    "SetState.superseded": "Superseded: {change}",
    "DeclareAlternatives": "Alternatives declared",
    "DeclareAlternatives.rivals": "Declared alternatives",
    "DeclareAlternatives.apart": "No alternatives any more",
    "TakePosition": "Position recorded",
    "TakePosition.support": "{who} supports: {change}",
    "TakePosition.oppose": "{who} opposes: {change}",
    "TakePosition.reserve": "{who} reserves its position on: {change}",
    "TakePosition.accept": "{who} can live with: {change}",
    "TakePosition.conditional": "{who} accepts on a condition: {change}",
    "TakePosition.none": "{who} takes its position back on: {change}",
    "TakeBasePosition": "Position on base words recorded",
    "TakeBasePosition.support": "{who} retains “{words}”",
    "TakeBasePosition.oppose": "{who} opposes “{words}”",
    "TakeBasePosition.reserve": "{who} reserves its position on “{words}”",
    "TakeBasePosition.accept": "{who} can live with “{words}”",
    "TakeBasePosition.conditional": "{who} accepts on a condition “{words}”",
    "TakeBasePosition.none": "{who} takes its position back on “{words}”",
    "RankWishes": "{who} ranks its own alternatives",
    "SplitProposal": "Proposal split into single changes",
    "CorrectProposal": "Reading corrected: {change}",
    "ConfirmReading": "Guess confirmed: {change}",
    "SetStatus": "Status: {status}",
    "CloseReading": "Reading closed: {words}",
    "Entitle": "Title and reading: {words}",
    "Relabel": "Label changed to {words}",
    "JoinProvisions": "Provisions joined",
    "SplitProvision": "Provision split",
    "AddDelegation": "Delegation added",
    "ChangeDelegation": "Delegation changed",
    "Reorder": "Delegations put in order",
    "MergeDelegations": "Merged into {who}",
    "RemoveDelegation": "Delegation taken out, its own proposals parked",
    "TrayToProposal": "Read by hand as a proposal: {change}",
    "TrayToPosition": "Read by hand as a position",
    "TrayToNote": "Read by hand as a note",
    "ProposalToNote": "What was read as a proposal kept as a note: {change}",
    "DismissFromTray": "Nothing to do about what was not understood",
}
"""Words by command, or by command and how; to be translated in context "log"."""


def action_words(command: str, detail: LogDetail) -> str:
    """What a command did; its name where a file brings a command that is not ours."""
    template = COMMANDS.get(f"{command}.{detail.how}", COMMANDS.get(command, command))
    words = QCoreApplication.translate("log", template).format(
        change=change_words(detail),
        who=detail.who,
        new=detail.new,
        words=detail.words,
        status=_status(detail.how) if command == "SetStatus" else "",
    )
    return words.strip().removesuffix(":")


def change_words(detail: LogDetail) -> str:
    """`replace “x” by “y”`; empty where the log does not name words."""
    if detail.old and detail.new:
        words = _tr("replace “{old}” by “{new}”")
    elif detail.new:
        words = _tr("add “{new}”")
    elif detail.old:
        words = _tr("delete “{old}”")
    else:
        return ""
    return words.format(old=detail.old, new=detail.new)


def _status(code: str) -> str:
    known = {str(each): each for each in ProvisionStatus}
    return status_words(known[code]) if code in known else code


def _tr(text: str) -> str:
    return QCoreApplication.translate("log", text)
