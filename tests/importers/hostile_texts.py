"""Texts, tables in texts, and dumps made to do harm."""

import json
from typing import Any

_SCHEMA = 1


def nested_quotations() -> bytes:
    return b">" * 100_000 + b" a"


def nested_lists() -> bytes:
    return "\n".join(" " * 2 * depth + "- a" for depth in range(300)).encode()


def marks_without_end(mark: str, megabytes: float = 0.5) -> bytes:
    """One line of one mark after another."""
    return (mark * int(megabytes * 1_000_000 / len(mark))).encode()


def one_line(megabytes: int) -> bytes:
    return b"word " * (megabytes * 200_000)


def many_lines(lines: int) -> bytes:
    return b"".join(b"%d. Word.\n" % number for number in range(lines))


def marks_above_each_other() -> bytes:
    """One letter with a million accents, above and below by turns: they are sorted to be
    composed."""
    return ("a" + "\u0301\u0327" * 500_000).encode()


def notes_without_end() -> bytes:
    return ("a[^1] " * 10_000 + "\n\n" + "[^1]: note\n\n" * 10_000).encode()


def invalid_text() -> bytes:
    return b"Words \xff\xfe\x80\x81\x8d\x90 " * 40


def lone_surrogates() -> bytes:
    return b"\xff\xfe" + b"a\x00\x00\xd8b\x00" * 40


def turned_words() -> bytes:
    """Words that read otherwise than they are written."""
    return "1. States shall \u202enot\u202c act \u2066soon\u2069.\u200f\n".encode()


def field_without_end() -> bytes:
    return b'Paragraph,Proposed text\n1,"' + b"word " * 2_000_000


def million_cells() -> bytes:
    return b"Paragraph;Proposed text\n" * 500_000


def quotes_without_end() -> bytes:
    return b"Paragraph,Proposed text\n" + b"\"\n'" * 6_000 + b'"",""' * 100_000


def nul_cells() -> bytes:
    return b"Paragraph,Proposed text\n1,\x00\x00\n"


def dump_of(**tables: Any) -> bytes:
    """A dump with a sound provision and these tables."""
    whole = {
        "schema": _SCHEMA,
        "provisions": [{"id": "p1", "text": "States act."}],
        "delegations": [{"id": "d1", "code": "CAN"}],
        **tables,
    }
    return json.dumps(whole).encode()


def amendment(**fields: Any) -> list[dict[str, Any]]:
    return [{"id": "a1", "provision": "p1", "sponsors": ["d1"], **fields}]


def nested_json(depth: int) -> bytes:
    return b'{"schema": 1, "provisions": ' + b"[" * depth + b"]" * depth + b"}"


def nested_unknown(depth: int) -> bytes:
    """In a key that nobody reads."""
    return b'{"schema": 1, "odd": ' + b'{"a":' * depth + b"1" + b"}" * depth + b"}"


def number_without_end() -> bytes:
    return b'{"schema": 1, "odd": ' + b"9" * 1_000_000 + b"}"


def schema_without_end() -> bytes:
    return b'{"schema": ' + b"9" * 1_000_000 + b"}"


def lone_surrogate_in_json() -> bytes:
    return b'{"schema": 1, "provisions": [{"id": "p1", "text": "a\\ud800b"}]}'


def many_edits() -> bytes:
    """Two hundred thousand edits of one proposal."""
    text = "ab " * 200_000
    edits = [{"start": 3 * n, "end": 3 * n + 1, "text": "c"} for n in range(200_000)]
    provisions = [{"id": "p1", "text": text}]
    return dump_of(provisions=provisions, amendments=amendment(edits=edits))


def rivals_without_end() -> bytes:
    """Three thousand proposals for the same word, each by its own delegation."""
    delegations = [{"id": f"d{n}", "code": f"D{n}"} for n in range(3_000)]
    amendments = [
        {
            "id": f"a{n}", "provision": "p1", "sponsors": [f"d{n}"],
            "edits": [{"start": 0, "end": 6, "text": f"Word {n}"}],
        }
        for n in range(3_000)
    ]  # fmt: skip
    return dump_of(delegations=delegations, amendments=amendments)


def circle_of_targets() -> bytes:
    """Proposals to amend each other."""
    edits = [{"start": 0, "end": 1, "text": "x"}]
    return dump_of(
        amendments=[
            {"id": "a1", "provision": "p1", "sponsors": ["d1"], "target": "a2", "edits": edits},
            {"id": "a2", "provision": "p1", "sponsors": ["d1"], "target": "a1", "edits": edits},
        ]
    )


def tower_of_targets() -> bytes:
    """Each of five thousand proposals amends the one before."""
    first = {"id": "a0", "provision": "p1", "sponsors": ["d1"]}
    edits = [{"start": 0, "end": 0, "text": "word "}]
    rest = [
        {
            "id": f"a{n}", "provision": "p1", "sponsors": ["d1"], "target": f"a{n - 1}",
            "edits": edits,
        }
        for n in range(1, 5_000)
    ]  # fmt: skip
    return dump_of(amendments=[{**first, "edits": edits}, *rest])
