"""Divide an element tree at a character of its text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from plugins.figures.tree.html_tree import VOID


def keep_first(element: Element, length: int) -> int:
    """Keep the first ``length`` characters of an element; return how many are still to come."""
    text = element.text or ""
    element.text = text[:length]
    length -= len(element.text)
    for child in list(element):
        if length <= 0:
            element.remove(child)
            continue
        length = keep_first(child, length)
        tail = child.tail or ""
        child.tail = tail[:length]
        length -= len(child.tail)
        if not len(child) and not child.text and child.tag not in VOID:
            append_tail, child.tail = child.tail, None
            _drop(element, child, append_tail)
    return length


def cut_first(element: Element, length: int) -> int:
    """Take the first ``length`` characters off an element; return how many are still to go."""
    text = element.text or ""
    element.text = text[length:]
    length = max(0, length - len(text))
    for child in list(element):
        if not length:
            break
        length = cut_first(child, length)
        tail = child.tail or ""
        child.tail = tail[length:]
        length = max(0, length - len(tail))
        if not len(child) and not child.text:
            behind, child.tail = child.tail, None
            _drop(element, child, behind)
    return length


def _drop(parent: Element, child: Element, tail: str) -> None:
    """Remove an emptied child, leaving the text behind it in its place."""
    index = list(parent).index(child)
    parent.remove(child)
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
