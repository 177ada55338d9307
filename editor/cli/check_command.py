"""`rolling-text check`: is a session file sound, and what can be rescued."""

import argparse
from pathlib import Path

from editor.cli.output import FAULT, OK, say
from editor.negotiation.composition import compose
from editor.negotiation.run import RunKind
from editor.storage.check import CheckReport, check
from editor.storage.finding import Finding
from editor.storage.rescue import rescue
from editor.storage.session_file import SessionFile


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("check", help="verify a session file, and rescue what can be")
    parser.add_argument("session", type=Path)
    parser.add_argument("--rescue", type=Path, metavar="FILE", help="write what can be read here")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    report = check(arguments.session)
    for finding in report.findings:
        say(_words(finding))
    broken = list(_broken_laws(arguments.session)) if report.is_sound else []
    for provision in broken:
        say(f"composition: the base text of provision {provision} is not whole in its runs")
    if arguments.rescue:
        rescued = rescue(arguments.session, arguments.rescue)
        say(f"Rescued to {arguments.rescue}; lost or repaired: {len(rescued.findings)}")
        for finding in rescued.findings:
            say(f"  {_words(finding)}")
    if report.is_sound and not broken:
        say(f"Sound: {_counts(report)}")
        return OK
    if not arguments.rescue:
        say(f"Still readable: {_counts(report)}")
        say("To save what can be read: rolling-text check SESSION --rescue NEW.rolling")
    return FAULT


def _counts(report: CheckReport) -> str:
    return (
        f"provisions {report.provisions}, proposals {report.amendments}, "
        f"actions {report.log_entries}, imported files {report.files}"
    )


def _words(finding: Finding) -> str:
    place = " ".join(each for each in (finding.table, finding.key, finding.field) if each)
    return f"{finding.code}: {place} {finding.value}".rstrip()


def _broken_laws(path: Path) -> list[str]:
    """Base provisions whose kept, deleted and bracketed base words do not add up (law 5)."""
    file = SessionFile.open_to_read(path)
    try:
        session = file.session
    finally:
        file.close()
    composition = compose(session)
    broken = []
    for provision in session.base_order:
        base = session.provisions[provision].text
        runs = composition.provision(provision).runs
        words = "".join(
            base[run.start : run.end]
            for run in runs
            if run.kind in (RunKind.KEPT, RunKind.DELETED, RunKind.ALTERNATIVES)
        )
        if words != base:
            broken.append(provision)
    return broken
