"""Recordings and safetensors taken apart and put together again, with right checksums."""
import json
import struct
import zlib

from . import mutation


def block(kind, payload):
    start = kind + struct.pack("<Q", len(payload)) + payload
    return start + struct.pack("<I", zlib.crc32(start))


def blocks(content):
    """The first line of a recording, and its blocks."""
    place = content.index(b"\n") + 1
    first, found = content[:place], []
    while place < len(content):
        kind, (length,) = content[place:place + 4], struct.unpack("<Q", content[place + 4:place + 12])
        found.append((kind, content[place + 12:place + 12 + length]))
        place += 16 + length
    return first, found


def recording(choice, content):
    """A recording with other contents and right checksums; now and then with wrong bytes."""
    if choice.random() < 0.1:
        return mutation.raw(choice, content)
    first, found = blocks(content)
    if choice.random() < 0.75:
        head = json.loads(found[0][1])
        found[0] = (b"head", mutation.json_text(choice, head).encode("utf-8", "surrogatepass"))
    else:
        place = choice.randrange(1, len(found))
        kind, payload = found[place]
        change = choice.randrange(6)
        if change == 0:
            found.insert(place, found[choice.randrange(len(found))])
        elif change == 1:
            del found[place]
        elif change == 2:
            found[place] = (choice.choice([b"step", b"last", b"head", b"note"]), payload)
        else:
            found[place] = (kind, field(choice, payload))
    return first + b"".join(block(kind, payload) for kind, payload in found)


def field(choice, payload):
    """A step with another number in one of its places of 8 bytes."""
    payload = bytearray(payload)
    place = 8 * choice.randrange(max(1, min(len(payload) // 8, choice.choice([7, 7, 1000]))))
    number = choice.choice([
        struct.pack("<q", choice.choice([0, 1, 2, 3, -1, 40, 1 << 31, 1 << 62, -(1 << 63), (1 << 63) - 1])),
        struct.pack("<d", choice.choice([0.0, -1.0, 1e308, 1e-320, float("nan"), float("inf"), 2.0]))])
    payload[place:place + 8] = number
    return bytes(payload) + (b"\0" * 8 if choice.random() < 0.05 else b"")


def safetensors(choice, content):
    if choice.random() < 0.4:
        return mutation.raw(choice, content)
    (length,) = struct.unpack("<Q", content[:8])
    head = mutation.json_text(choice, json.loads(content[8:8 + length])).encode("utf-8", "surrogatepass")
    return struct.pack("<Q", len(head)) + head + content[8 + length:]
