"""An outline as an HTML page for the clipboard: tables as tables, nothing but plain tags, and how it looks said on the spot.

Tender systems and mail programs throw away style sheets and scripts; so there are none. The page is also valid XML.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from kravkompass.documents import outline
from kravkompass.documents.clipboard_text import TICKS
from kravkompass.documents.office_file import fit
from kravkompass.documents.outline import Block, CellContent, Item, Text, plain, spans
from kravkompass.documents.web_address import web_address
from kravkompass.documents.wording import Wording
from kravkompass.language import Language

TABLE_STYLE = "border-collapse:collapse"
CELL_STYLE = "border:1px solid #c5d0d5;padding:4px 6px;vertical-align:top;text-align:left"
NUMBER_STYLE = CELL_STYLE.replace("left", "right")
DEEPEST = 6


def page(blocks: Sequence[Block], wording: Wording, language: Language) -> str:
    """Give the blocks as a whole page in a language."""
    body = "".join(_Html(wording).blocks(blocks, 2))
    return f'<html lang="{language.tag}"><head><meta charset="utf-8"/></head><body>{body}</body></html>'


class _Html:
    """Writes blocks with the document's furniture texts."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def blocks(self, blocks: Sequence[Block], level: int) -> Iterator[str]:
        """Write blocks; ``level`` is that of the next heading, from 1."""
        for block in blocks:
            match block:
                case outline.Section() | outline.Card() | outline.Note() | outline.Together():
                    yield from self._headed(block, level)
                case outline.Table():
                    yield self._table(block)
                case outline.Facts() if block.items:
                    rows = "".join(
                        f'<tr>{_tag("th", _inline(fact.label), CELL_STYLE, scope="row")}{_tag("td", self._cell(fact.value), CELL_STYLE)}</tr>'
                        for fact in block.items
                    )
                    yield _tag("table", f"<tbody>{rows}</tbody>", TABLE_STYLE)
                case outline.Figure():
                    columns = (outline.Column(block.label_title), outline.Column(block.value_title, numeric=True))
                    rows_of = tuple(outline.Row((bar.label, bar.words)) for bar in block.bars)
                    yield self._table(outline.Table(columns, rows_of, caption=block.caption))
                case _:
                    yield from _small(block)

    def _headed(self, block: outline.Section | outline.Card | outline.Note | outline.Together, level: int) -> Iterator[str]:
        language = block.language if isinstance(block, outline.Section | outline.Card) else ""
        if isinstance(block, outline.Section | outline.Card):
            number = (f"{block.number} ",) if isinstance(block, outline.Card) else ()
            yield _tag(f"h{min(level, DEEPEST)}", _inline((*number, *spans(block.title))), language=language)
        elif isinstance(block, outline.Note):
            yield _tag("p", _tag("strong", _inline(block.title)))
        if isinstance(block, outline.Card) and block.badges:
            yield from _small(outline.Badges(block.badges))
        inside = "".join(self.blocks(block.blocks, level + 1))
        yield _tag("div", inside, language=language) if language else inside

    def _table(self, block: outline.Table) -> str:
        if not block.rows:
            return _tag("p", _inline(block.empty or self._wording.no_rows))
        caption = _tag("caption", _inline(block.caption)) if plain(block.caption).strip() else ""
        heads = "".join(
            _tag("th", _inline(column.title), CELL_STYLE, language=column.language, scope="col") for column in block.columns
        )
        rows = "".join(f"<tr>{self._row(block, row)}</tr>" for row in block.rows)
        return _tag("table", f"{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>", TABLE_STYLE)

    def _row(self, block: outline.Table, row: outline.Row | outline.GroupRow) -> str:
        if isinstance(row, outline.GroupRow):
            return _tag("th", _inline(row.text), CELL_STYLE, colspan=str(len(block.columns)), scope="colgroup")
        cells = []
        for place, (cell, column) in enumerate(zip(row.cells, block.columns, strict=True)):
            style = NUMBER_STYLE if column.numeric else CELL_STYLE
            language = (cell.language if isinstance(cell, outline.Cell) else "") or column.language
            names_row = {"scope": "row"} if place == block.header_column else {}
            cells.append(_tag("th" if names_row else "td", self._cell(cell), style, language=language, **names_row))
        return "".join(cells)

    def _cell(self, content: CellContent) -> str:
        blocks = content.blocks if isinstance(content, outline.Cell) else ()
        said = "".join(part for block in blocks for part in _small(block)) if blocks else _inline_of(content)
        return said or escape(self._wording.empty_cell)


def _small(block: Block) -> Iterator[str]:
    match block:
        case outline.Paragraph() if plain(block.text).strip():
            yield _tag("p", _inline(block.text), language=block.language)
        case outline.BulletList() if block.items:
            yield _items(block.items, "ol" if block.numbered else "ul")
        case outline.TickList():
            yield from (_tag("p", f"{TICKS[tick.done]} {_inline(tick.text)}") for tick in block.items)
        case outline.Badges() if block.items:
            said = (f"{badge.label}: {badge.text}" if badge.label else badge.text for badge in block.items)
            yield _tag("p", " · ".join(_inline(one) for one in said))
        case outline.Diagram():
            yield _tag("p", f"{_inline(block.caption)}: {_inline(block.alternative)}")
        case outline.Photos():
            yield from (_tag("p", _inline(photo.caption)) for photo in block.items)
        case outline.Field():
            yield _tag("p", f"{_inline(block.label)}: {_inline(block.value)}")


def _items(items: Sequence[Item | str], kind: str) -> str:
    made = []
    for entry in items:
        item = entry if isinstance(entry, Item) else Item(entry)
        below = _items(item.items, "ul") if item.items else ""
        made.append(_tag("li", _inline(item.text) + below, language=item.language))
    return _tag(kind, "".join(made))


def _inline_of(content: CellContent) -> str:
    return "" if isinstance(content, outline.Cell) else _inline(content)


def _inline(text: Text) -> str:
    said = []
    for span in spans(text):
        words = escape(fit(span.text), quote=False).replace("\n", "<br/>")
        words = _tag("strong", words) if span.bold else words
        words = _tag("em", words) if span.italic else words
        address = web_address(span.link)
        words = _tag("a", words, href=address) if address else words
        said.append(_tag("span", words, language=span.language) if span.language else words)
    return "".join(said)


def _tag(name: str, inside: str, style: str = "", *, language: str = "", **more: str) -> str:
    if language:
        more["lang"] = Language(language).tag if language in set(Language) else language
    if style:
        more["style"] = style
    attributes = "".join(f' {key}="{escape(value)}"' for key, value in more.items())
    return f"<{name}{attributes}>{inside}</{name}>"
