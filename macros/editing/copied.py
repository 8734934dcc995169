"""What one edition prints, copied for another: YAML edited as text, so that comments and layout stay."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

_Place = tuple[yaml.ScalarNode, yaml.Node, bool]
"""An entry: its key, its value, and whether it stands in brackets."""


def with_entries(text: str, old: str, new: str) -> str:
    """A register in which every record that an edition prints has an entry for another one too, worded alike.

    Args:
        text: the register, which can be read.
        old: the id of the edition whose entries are copied.
        new: the id of the other.
    """
    found = sorted(_entries(yaml.compose(text, yaml.BaseLoader), old, new), key=lambda each: each[0].start_mark.index, reverse=True)
    for key, value, bracketed in found:
        start, after, end = key.start_mark.index, key.end_mark.index, _end(value)
        end = start + len(text[start:end].rstrip())
        copied = text[start:after].replace(old, new) + text[after:end]
        between = ", " if bracketed else "\n" + " " * key.start_mark.column
        text = text[:end] + between + copied + text[end:]
    return text


def _entries(node: yaml.Node | None, old: str, new: str) -> Iterator[_Place]:
    """The entries of an edition, below every “editions” that has none for the other."""
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _entries(each, old, new)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "editions" and isinstance(value, yaml.MappingNode):
                own = {each.value: (each, entry, bool(value.flow_style)) for each, entry in value.value}
                if old in own and new not in own:
                    yield own[old]
            else:
                yield from _entries(value, old, new)


def _end(node: yaml.Node) -> int:
    """Where a value's own words end; PyYAML counts what follows a block to the block."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return node.end_mark.index
