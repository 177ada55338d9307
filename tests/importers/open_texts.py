"""OpenDocument texts for tests, part by part."""

from tests.importers.word_files import zipped

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        ("manifest", "manifest"),
    )
)  # fmt: skip
_OTHER = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


def open_root(tag: str, content: str) -> str:
    """A part whose root is `office:tag`."""
    return f"<office:{tag} {_SPACES} {_OTHER}>{content}</office:{tag}>"


def open_text(body: str, styles: str = "", **parts: str) -> bytes:
    """The bytes of a text with this body and these automatic styles; `parts` are whole parts,
    with `__` for the `/` of their names."""
    content = (
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    named = {name.replace("__", "/"): part for name, part in parts.items()}
    return zipped(
        {"mimetype": MEDIA_TYPE, "content.xml": open_root("document-content", content), **named}
    )


def change(key: str, kind: str, content: str = "", author: str = "Ana") -> str:
    """A tracked change, to stand in `tracked_changes`."""
    info = (
        f"<office:change-info><dc:creator>{author}</dc:creator>"
        "<dc:date>2026-01-02T03:04:05</dc:date></office:change-info>"
    )
    return (
        f'<text:changed-region text:id="{key}"><text:{kind}>{info}{content}</text:{kind}>'
        "</text:changed-region>"
    )


def tracked_changes(*regions: str) -> str:
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def tracked_open_text() -> bytes:
    """A text with everything that is read from one."""
    styles = (
        '<style:style style:name="A" style:family="text"><style:text-properties '
        'fo:font-style="italic" fo:color="#c00000"/></style:style>'
        '<style:style style:name="B" style:family="text" style:parent-style-name="A">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="i" style:num-suffix="." text:start-value="2"/></text:list-style>'
    )
    body = (
        tracked_changes(
            change("c1", "insertion"),
            change("c2", "deletion", "<text:p>gone</text:p>", "Ben"),
            change("c3", "deletion", "<text:p>end</text:p><text:p>start</text:p>", "Ben"),
        )
        + '<text:h text:outline-level="2">Scope</text:h>'
        + '<text:p>One <text:s text:c="2"/><text:change-start text:change-id="c1"/>two'
        + '<text:change-end text:change-id="c1"/><text:change text:change-id="c2"/>'
        + '<text:span text:style-name="B">three</text:span><text:note text:id="n1" '
        + 'text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        + "<text:p>Why.</text:p></text:note-body></text:note></text:p>"
        + '<text:list text:style-name="L" xml:id="l1"><text:list-item><text:p>First'
        + '<text:change text:change-id="c3"/></text:p></text:list-item><text:list-item>'
        + '<text:p>Second<office:annotation office:name="a1"><dc:creator>Ana</dc:creator>'
        + "<text:p>Hm.</text:p></office:annotation> here"
        + '<office:annotation-end office:name="a1"/></text:p></text:list-item></text:list>'
        + "<table:table><table:table-row><table:table-cell><text:p>cell<text:tab/></text:p>"
        + "</table:table-cell></table:table-row></table:table>"
        + "<text:p><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"
        + "</text:p>"
    )
    return open_text(body, styles)
