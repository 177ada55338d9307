"""Zip files made to do harm, each as the bytes of a file that calls itself a Word file."""

import io
import random
import struct
import warnings
import zipfile
import zlib

from tests.importers.word_files import paragraph, part, run, word_file, word_parts, zipped

MEGABYTE = 1024 * 1024
_END = struct.Struct("<4sHHHHLLH")
_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_ENTRY = struct.Struct("<4sHHHHHHLLLHHHHHLL")


def with_parts(**replaced: str | bytes) -> bytes:
    """A sound Word file with some parts replaced or added."""
    parts: dict[str, str | bytes] = {**word_parts(paragraph(run("a")))}
    parts.update(replaced)
    return zipped(parts)


def with_document(content: str | bytes) -> bytes:
    """A Word file with this main part."""
    return with_parts(**{"word/document.xml": content})


def with_body(body: str) -> bytes:
    return with_document(part("document", f"<w:body>{body}</w:body>"))


def bomb() -> bytes:
    """A quarter of a megabyte that is 250 MB."""
    return with_parts(**{"word/media/image1.emf": bytes(250 * MEGABYTE)})


def tight_bomb() -> bytes:
    return with_parts(**{"word/x.bin": bytes(60 * MEGABYTE)})


def many_bombs() -> bytes:
    """Every part within its limits, all together not."""
    chunk = random.Random(1).randbytes(400) + bytes(40_000)
    large = chunk * (60 * MEGABYTE // len(chunk))
    return with_parts(**{f"word/part{index}.bin": large for index in range(6)})


def many_small_bombs() -> bytes:
    """Parts too small for a ratio to count, all together half a gigabyte."""
    return with_parts(**{f"word/part{index}.xml": bytes(9 * MEGABYTE) for index in range(60)})


def lying_bomb() -> bytes:
    """The contents list says 10 bytes; there are 100 MB."""
    data = bytearray(with_parts(**{"word/styles.xml": bytes(100 * MEGABYTE)}))
    position = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/styles.xml"))
    struct.pack_into("<L", data, position + 24, 10)
    return bytes(data)


def bomb_within() -> bytes:
    """A bomb as an embedded file: nobody opens it."""
    return with_parts(**{"word/embeddings/book.xlsx": tight_bomb()})


def overlapping_parts() -> bytes:
    """Each part quotes the local headers of those after it and ends in one kernel that all share,
    so that thirty kilobytes are a gigabyte (David Fifield, A better zip bomb, 2019)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(4 * MEGABYTE)) + packer.flush()
    size = 4 * MEGABYTE
    whole, sizes = b"", {}
    for number in range(250):
        name = b"word/%04d.bin" % number
        if whole:
            quoted = whole[: _LOCAL.size + len(name)]
            packed = struct.pack("<BHH", 0, len(quoted), len(quoted) ^ 0xFFFF) + whole
            size += len(quoted)
        sizes[name] = (len(packed), size)
        local = (b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(packed), size, len(name), 0)
        whole = _LOCAL.pack(*local) + name + packed
    entries = b""
    for name, (length, size) in sizes.items():
        at = whole.index(name) - _LOCAL.size
        entry = (20, 20, 0, 8, 0, 0, 0, length, size, len(name), 0, 0, 0, 0, 0, at)
        entries += _ENTRY.pack(b"PK\x01\x02", *entry) + name
    count = len(sizes)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(entries), len(whole), 0)
    return whole + entries + end


def one_part_under_many_names() -> bytes:
    """Twenty entries of the contents list that all lead to the same bytes."""
    name = b"word/styles.xml"
    data = with_parts(**{name.decode(): b"<a>" + b" " * 9 * MEGABYTE + b"</a>"})
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(name))
    entry = data[at : at + _ENTRY.size]
    more = b"".join(entry + b"word/s%05d.xml" % number for number in range(20))
    end = data.rfind(b"PK\x05\x06")
    _, _, _, count, _, length, start, _ = _END.unpack_from(data, end)
    count, length = count + 20, length + len(more)
    return data[:end] + more + _END.pack(b"PK\x05\x06", 0, 0, count, count, length, start, 0)


def packed_otherwise(method: int) -> bytes:
    """Packed as no Word file is: other ways unpack a few bytes to gigabytes at once."""
    buffer = io.BytesIO(word_file(paragraph(run("a"))))
    with zipfile.ZipFile(buffer, "a", method) as archive:
        archive.writestr("word/styles.xml", b"<a>" + b" " * 20 * MEGABYTE + b"</a>")
    return buffer.getvalue()


def repeated(name: str) -> bytes:
    buffer = io.BytesIO(word_file(paragraph(run("a"))))
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(name, "<a/>")
    return buffer.getvalue()


def encrypted() -> bytes:
    data = bytearray(word_file(paragraph(run("a"))))
    position = -1
    while (position := data.find(b"PK\x01\x02", position + 1)) >= 0:
        data[position + 8] |= 1
    return bytes(data)


def too_many_parts() -> bytes:
    return with_parts(**{f"word/p{index}.bin": b"" for index in range(5_001)})


def endless_contents_list() -> bytes:
    """Forty-five megabytes of entries, which a zip reader would turn into as many objects."""
    entry = b"PK\x01\x02" + bytes(24) + struct.pack("<H", 4) + bytes(16) + b"name"
    entries = entry * (45 * MEGABYTE // len(entry))
    end = _END.pack(b"PK\x05\x06", 0, 0, 1, 1, len(entries), 4, 0)
    return b"PK\x03\x04" + entries + end


def damaged_part() -> bytes:
    data = bytearray(with_parts(**{"word/styles.xml": bytes(range(256)) * 400}))
    position = data.find(b"word/styles.xml") + len(b"word/styles.xml")
    data[position + 50 : position + 90] = bytes(40)
    return bytes(data)


def cut_short(share: float) -> bytes:
    data = word_file("".join(paragraph(run(f"Paragraph {n * 7919}.")) for n in range(200)))
    return data[: int(len(data) * share)]
