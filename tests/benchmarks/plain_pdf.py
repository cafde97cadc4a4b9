# ruff: noqa: ANN401 - ReportLab has no types
# mypy: disallow-subclassing-any=False, disallow-any-generics=False
"""The same document in plain ReportLab, as its manual does it: what the speed of our own PDFs is measured against."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, HRFlowable, PageTemplate
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import Table as Grid
from reportlab.platypus.tableofcontents import TableOfContents

from kravkompass.documents import style
from kravkompass.documents.outline import (
    Badges,
    Block,
    Card,
    Cell,
    CellContent,
    Document,
    Facts,
    GroupRow,
    Paragraph,
    Section,
    Table,
    Text,
    plain,
    spans,
)
from kravkompass.documents.pdf import faces


def _style(name: str, given: style.TextStyle, left: float = 0) -> ParagraphStyle:
    return ParagraphStyle(
        name, fontName=faces.BOLD if given.bold else faces.REGULAR, fontSize=given.size, leading=given.leading,
        spaceBefore=given.before, spaceAfter=given.after, leftIndent=left, textColor=colors.Color(*given.colour),
    )


BODY, CELL, CELL_TITLE = _style("body", style.BODY), _style("cell", style.CELL), _style("title", style.CELL_TITLE)
LABEL, CHIP = _style("label", style.FACT_LABEL), _style("chip", style.CHIP)
HEADINGS = [_style(f"h{level}", given) for level, given in enumerate(style.HEADINGS)]
CARD = _style("card", style.CARD_TITLE)
CONTENTS = [_style(f"toc{level}", given, level * style.LIST_INDENT) for level, given in enumerate(style.CONTENTS)]
LINED = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.Color(*style.LINE)), ("VALIGN", (0, 0), (-1, -1), "TOP")]
TITLED = [*LINED, ("BACKGROUND", (0, 0), (-1, 0), colors.Color(*style.ACCENT_TINT))]


def said(text: Text) -> str:
    """The text in ReportLab's markup."""
    made = ""
    for span in spans(text):
        words = escape(span.text)
        words = f"<b>{words}</b>" if span.bold else words
        words = f"<i>{words}</i>" if span.italic else words
        made += f'<a href="{escape(span.link)}">{words}</a>' if span.link else words
    return made


class Template(BaseDocTemplate):
    """Pages with a header and a footer; headings go to the contents and the bookmarks."""

    def __init__(self, target: io.BytesIO, document: Document) -> None:
        super().__init__(target, pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT), title=document.title)
        frame = Frame(style.MARGIN_SIDE, style.MARGIN_BOTTOM, style.TEXT_WIDTH, style.TEXT_HEIGHT, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("page", [frame], onPage=self.furnish))
        self.about, self.pages = document, 0

    def furnish(self, canvas: Any, _template: Any) -> None:
        """Draw the header and the footer; the number of pages is known from the pass before."""
        self.pages = max(self.pages, canvas.getPageNumber())
        canvas.setFont(faces.REGULAR, style.FURNITURE.size)
        canvas.setFillColorRGB(*style.FURNITURE.colour)
        canvas.drawString(style.MARGIN_SIDE, style.PAGE_HEIGHT - 43, f"{self.about.organisation} · {self.about.title}")
        canvas.drawString(style.MARGIN_SIDE, 31, f"{self.about.identity} · {self.about.date}")
        canvas.drawRightString(style.PAGE_WIDTH - style.MARGIN_SIDE, 31, f"Sida {canvas.getPageNumber()} av {self.pages}")
        canvas.setStrokeColorRGB(*style.LINE)
        for y in (style.PAGE_HEIGHT - 48, 42):
            canvas.line(style.MARGIN_SIDE, y, style.PAGE_WIDTH - style.MARGIN_SIDE, y)

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - ReportLab's name
        """List a heading in the contents and among the bookmarks."""
        level = getattr(flowable, "level", None)
        if level is not None:
            key, words = f"h{id(flowable)}", flowable.getPlainText()
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(words, key, level)
            if not flowable.is_card:
                self.notify("TOCEntry", (level, words, self.page, key))


def render_plainly(document: Document, *, passes: bool = True) -> bytes:
    """The document as an untagged PDF with contents, links, bookmarks, header and footer.

    ReportLab lays a document with a list of contents out several times. In one pass it has none, and no number of pages.
    """
    faces.register()
    target = io.BytesIO()
    contents = TableOfContents(levelStyles=CONTENTS, dotsMinLevel=0)
    head = [Words(said(document.kind), LABEL), Words(escape(document.title), _style("document", style.TITLE))]
    facts = [[Words(said(fact.label), LABEL), _cell(fact.value)] for fact in document.facts]
    story = [*head, Words(said(document.summary), BODY), Grid(facts, [100, style.TEXT_WIDTH - 100], style=LINED), contents]
    body = _blocks(document.blocks, 0)
    if passes:
        Template(target, document).multiBuild([*story, *body])
    else:
        Template(target, document).build([*story[:-1], *body])
    return target.getvalue()


def _heading(words: str, given: ParagraphStyle, level: int, *, is_card: bool = False) -> Any:
    made = Words(words, given)
    made.level, made.is_card, made.keepWithNext = level, is_card, True
    return made


def _blocks(blocks: tuple[Block, ...], depth: int) -> list[Any]:
    made: list[Any] = []
    for block in blocks:
        match block:
            case Section():
                made += [_heading(said(block.title), HEADINGS[min(depth, 3)], depth), *_blocks(block.blocks, depth + 1)]
            case Card():
                title = f"{escape(block.number)} {said(block.title)}"
                made += [HRFlowable(width="100%", color=colors.Color(*style.LINE)), _heading(title, CARD, depth, is_card=True)]
                made += [_chips(Badges(block.badges)), *_blocks(block.blocks, depth + 1)]
            case Paragraph():
                made.append(Words(said(block.text), BODY))
            case Facts():
                rows = [[Words(said(fact.label), LABEL), _cell(fact.value)] for fact in block.items]
                made.append(Grid(rows, [90, style.TEXT_WIDTH - 140], style=[("VALIGN", (0, 0), (-1, -1), "TOP")]))
            case Table():
                made += [Words(said(block.caption), LABEL), _grid(block)]
            case _:
                raise NotImplementedError(type(block))
    return made


def _chips(badges: Badges) -> Any:
    cells = [Words(escape(f"{badge.label}: {badge.text}"), CHIP) for badge in badges.items]
    ground = [("BACKGROUND", (0, 0), (-1, -1), colors.Color(*style.ACCENT_TINT))]
    return Grid([cells], [(style.TEXT_WIDTH - 50) / len(cells)] * len(cells), style=ground)


def _cell(content: CellContent) -> Any:
    if not isinstance(content, Cell):
        return Words(said(content), CELL)
    badges = (badge.text for block in content.blocks if isinstance(block, Badges) for badge in block.items)
    words = (plain(block.text) for block in content.blocks if isinstance(block, Paragraph))
    return [*(Words(escape(badge), CHIP) for badge in badges), *(Words(escape(text), CELL) for text in words)]


def _grid(table: Table) -> Any:
    shares = sum(column.share for column in table.columns)
    rows = [[Words(said(column.title), CELL_TITLE) for column in table.columns]]
    spanned = []
    for row in table.rows:
        if isinstance(row, GroupRow):
            spanned.append(("SPAN", (0, len(rows)), (-1, len(rows))))
            rows.append([Words(said(row.text), CELL_TITLE), *[""] * (len(table.columns) - 1)])
        else:
            rows.append([_cell(cell) for cell in row.cells])
    widths = [style.TEXT_WIDTH * column.share / shares for column in table.columns]
    return Grid(rows, widths, repeatRows=1, style=[*TITLED, *spanned])
