"""Elements of a page, made of values and never of markup: whatever stands in a text is shown as that text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, fromstring, tostring

from factcheck.report import visible

Content = Element | str | None
"""What goes into an element: another one, text, or nothing."""


def element(tag: str, *content: Content, **attributes: str | None) -> Element:
    """An element with its content; of attributes, `class_` is `class`, `_` is `-`, and what is None is left out.

    >>> print(written(element("p", "1 < 2 ", element("b", "& more"), class_="sum", id=None)))
    <p class="sum">1 &lt; 2 <b>&amp; more</b></p>
    """
    named = {
        name.rstrip("_").replace("_", "-"): visible(value) for name, value in attributes.items() if value is not None
    }
    made = Element(tag, named)
    last: Element | None = None
    for one in content:
        if isinstance(one, Element):
            made.append(one)
            last = one
        elif one is not None and last is None:
            made.text = (made.text or "") + visible(one)
        elif one is not None and last is not None:
            last.tail = (last.tail or "") + visible(one)
    return made


def items(contents: Iterable[Content], tag: str = "ul", **attributes: str | None) -> Element | None:
    """A list with an item for each content; None where there is none."""
    made = [element("li", one) for one in contents]
    return element(tag, *made, **attributes) if made else None


def table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[Content]]) -> Element | None:
    """A table that says what it holds, the first cell of each row being its heading; None where it has no rows."""
    body = [
        element("tr", element("th", row[0], scope="row"), *(element("td", cell) for cell in row[1:])) for row in rows
    ]
    if not body:
        return None
    head = element("thead", element("tr", *(element("th", heading, scope="col") for heading in headings)))
    made = element("table", element("caption", caption), head, element("tbody", *body))
    return element("div", made, class_="wide", role="group", aria_label=caption, tabindex="0")


def picture(svg: str) -> Element:
    """An `<svg>` of our own as an element of the page."""
    found = fromstring(svg)  # noqa: S314 - not from outside: drawn by `why.svg`, its words escaped
    for part in found.iter():
        part.tag = part.tag.rpartition("}")[2]
    return found


def link(target: str, *content: Content, **attributes: str | None) -> Element:
    """A link to an id of this page."""
    return element("a", *content, href=f"#{target}", **attributes)


def name_of(*words: str) -> str:
    """An id of the page out of names: letters, digits and hyphens; other characters by their numbers.

    >>> name_of("claim", "facebook share")
    'claim-facebook_20_share'
    """
    return "-".join(re.sub(r"[^A-Za-z0-9-]", lambda found: f"_{ord(found[0]):x}_", word) for word in words)


def written(made: Element) -> str:
    """The element as HTML."""
    return tostring(made, encoding="unicode", method="html")
