"""Font files taken apart into tables and put together again, for the two changes that hb-subset cannot make."""

import struct


def read_tables(data):
    """Tag -> bytes of each table of a single font."""
    count = struct.unpack(">H", data[4:6])[0]
    tables = {}
    for i in range(count):
        tag, _, offset, length = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
        tables[tag.decode("latin-1")] = data[offset:offset + length]
    return tables


def checksum(data):
    padded = data + b"\0" * (-len(data) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF


def write_tables(tables):
    """A font file of these tables, with checksums (OpenType 1.9, "Organization of an OpenType font")."""
    tables = dict(tables)
    head = bytearray(tables["head"])
    head[8:12] = b"\0\0\0\0"
    tables["head"] = bytes(head)
    version = b"OTTO" if "CFF " in tables else b"\0\1\0\0"
    power = 1 << (len(tables).bit_length() - 1)
    header = version + struct.pack(">HHHH", len(tables), power * 16, power.bit_length() - 1, (len(tables) - power) * 16)
    directory, body = b"", b""
    start = 12 + 16 * len(tables)
    for tag in sorted(tables):
        data = tables[tag]
        directory += struct.pack(">4sIII", tag.encode("latin-1"), checksum(data), start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    font = bytearray(header + directory + body)
    head_at = start + sum((len(tables[tag]) + 3) // 4 * 4 for tag in sorted(tables) if tag < "head")
    font[head_at + 8:head_at + 12] = struct.pack(">I", (0xB1B0AFBA - checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def renamed(name_table, family, style):
    """The `name` table with another family; copyright and licence records stay as they are."""
    wanted = {1: family, 2: style, 3: f"{family} {style}, a subset", 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    count, storage = struct.unpack(">HH", name_table[2:6])
    records, strings = [], b""
    for i in range(count):
        platform, encoding, language, name, length, offset = struct.unpack(">6H", name_table[6 + 12 * i:18 + 12 * i])
        text = name_table[storage + offset:storage + offset + length]
        if name in wanted:
            text = wanted[name].encode("utf-16-be" if platform in (0, 3) else "latin-1")
        elif name in (16, 17, 18, 21, 22, 25):
            continue  # further family names
        records.append(struct.pack(">6H", platform, encoding, language, name, len(text), len(strings)))
        strings += text
    return struct.pack(">HHH", 0, len(records), 6 + 12 * len(records)) + b"".join(records) + strings


def with_usual_language(layout_table, language):
    """A GSUB or GPOS table in which `language` ("NEP ") is what a text in no stated language gets. None when no script has it."""
    table = bytearray(layout_table)
    scripts = struct.unpack(">H", table[4:6])[0]
    found = False
    for i in range(struct.unpack(">H", table[scripts:scripts + 2])[0]):
        record = scripts + 2 + 6 * i
        script = scripts + struct.unpack(">H", table[record + 4:record + 6])[0]
        for j in range(struct.unpack(">H", table[script + 2:script + 4])[0]):
            entry = script + 4 + 6 * j
            if table[entry:entry + 4] == language.encode("latin-1"):
                table[script:script + 2] = table[entry + 4:entry + 6]
                found = True
    return bytes(table) if found else None
