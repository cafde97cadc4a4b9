"""The one Qt style sheet, made from a look."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from kravkompass.ui.look import HIT, ROUND, ROUNDER, Look, Text

_TEXTS = """
QLabel {{ background: transparent; color: {text}; }}
QLabel[kind="muted"], QLabel[kind="caption"] {{ color: {muted}; }}
QLabel[kind="lead"] {{ color: {muted}; }}
QLabel[tone="negative"] {{ color: {negative}; }}
QLabel:disabled {{ color: {edge}; }}
"""

_SURFACES = """
QMainWindow, QDialog {{ background: {surface}; }}
QWidget#page, QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: transparent; border: none; }}
QFrame[part="card"] {{ background: {raised}; border: 1px solid {line}; border-radius: {rounder}px; }}
QFrame[part="popup"] {{ background: {raised}; border: 1px solid {edge}; }}
QFrame[part="rail"] {{ background: {sunken}; border: none; border-right: 1px solid {line}; }}
QFrame[part="bar"] {{ background: {surface}; border: none; border-top: 1px solid {line}; }}
QFrame[part="head"] {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}
QFrame[part="line"] {{ background: {line}; border: none; }}
QFrame[part="toast"] {{ background: {text}; border: none; border-radius: {rounder}px; }}
QToolTip {{ background: {text}; color: {raised}; border: none; padding: {s6}px {s8}px; }}
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox {{
  background: {raised}; color: {text}; border: 1px solid {edge}; border-radius: {round}px;
  padding: {s6}px {s10}px; selection-background-color: {accent}; selection-color: {on_accent}; placeholder-text-color: {muted};
}}
QLineEdit, QComboBox {{ min-height: {line_height}px; }}
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover {{ border-color: {accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{
  border: 2px solid {focus}; padding: {s5}px {s9}px;
}}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{ border-color: {negative}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {sunken}; color: {muted}; border-color: {line}; }}
QLineEdit:read-only {{ background: {sunken}; border-color: {line}; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: {s32}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView, QListView#suggestions {{
  background: {raised}; color: {text}; border: 1px solid {edge}; padding: {s4}px; outline: none;
  selection-background-color: {accent_soft}; selection-color: {on_accent_soft};
}}
QListView#suggestions {{ padding: 0; }}
QComboBox QAbstractItemView::item, QListView#suggestions::item {{ min-height: {s32}px; padding: 0 {s8}px; border-radius: {round}px; }}
"""

_TABLES = """
QTableView {{
  background: {raised}; alternate-background-color: {raised}; color: {text}; border: 1px solid {line}; border-radius: {rounder}px;
  gridline-color: transparent; outline: none; selection-background-color: {accent_soft}; selection-color: {on_accent_soft};
}}
QTableView:focus {{ border: 2px solid {focus}; }}
QTableView::item {{ padding: {s8}px {s12}px; border: none; border-bottom: 1px solid {line}; }}
QTableView::item:hover {{ background: {hover}; }}
QTableView::item:selected {{ background: {accent_soft}; color: {on_accent_soft}; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
  background: {raised}; color: {muted}; border: none; border-bottom: 1px solid {line};
  padding: {s8}px {s15}px; font-size: {caption}px; font-weight: 600;
}}
QHeaderView::section:first {{ border-top-left-radius: {rounder}px; }}
QHeaderView::section:last {{ border-top-right-radius: {rounder}px; }}
QTableCornerButton::section {{ background: transparent; border: none; }}
"""

_MENUS = """
QMenu {{ background: {raised}; color: {text}; border: 1px solid {line}; border-radius: {round}px; padding: {s6}px; }}
QMenu::item {{ padding: {s8}px {s24}px {s8}px {s12}px; border-radius: {s4}px; min-height: {s16}px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {on_accent_soft}; }}
QMenu::item:disabled {{ color: {edge}; }}
QMenu::icon {{ padding-left: {s8}px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {s6}px {s8}px; }}
QMenuBar {{ background: {surface}; color: {text}; }}
QMenuBar::item {{ padding: {s6}px {s10}px; border-radius: {s4}px; }}
QMenuBar::item:selected {{ background: {accent_soft}; color: {on_accent_soft}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ margin: 3px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ margin: 3px; }}
QScrollBar::handle {{ background: {edge}; border: none; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: {s32}px; }}
QScrollBar::handle:horizontal {{ min-width: {s32}px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
"""

_CALENDAR = """
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {raised}; }}
QCalendarWidget QToolButton {{ color: {text}; background: transparent; border: none; padding: {s6}px; }}
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus {{ background: {accent_soft}; color: {on_accent_soft}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QSpinBox {{ background: {raised}; color: {text}; }}
QCalendarWidget QTableView {{ border: none; selection-background-color: {accent}; selection-color: {on_accent}; }}
QCalendarWidget QTableView::item {{ padding: 0; border: none; }}
QCalendarWidget QTableView::item:selected {{ background: {accent}; color: {on_accent}; }}
"""

_STEPS = (4, 5, 6, 8, 9, 10, 12, 15, 16, 24, 32)


def _values(look: Look) -> dict[str, object]:
    palette = look.palette
    values: dict[str, object] = {f"s{step}": look.px(step) for step in _STEPS}
    values |= {"round": look.px(ROUND), "rounder": look.px(ROUNDER), "caption": look.text_px(Text.CAPTION)}
    values["line_height"] = look.px(HIT) - 2 * look.px(6) - 2
    for name in ("surface", "raised", "sunken", "hover", "text", "muted", "line", "edge", "focus"):
        values[name] = getattr(palette, name)
    values |= {"accent": palette.accent.strong, "on_accent": palette.accent.on_strong, "negative": palette.negative.strong}
    values |= {"accent_soft": palette.accent.soft, "on_accent_soft": palette.accent.on_soft}
    return values


def _text_sizes(look: Look) -> str:
    return "".join(
        f'QLabel[kind="{kind}"] {{ font-size: {look.text_px(kind)}px; font-weight: {look.weight(kind)}; }}\n' for kind in Text
    )


def style_sheet(look: Look) -> str:
    """Write the style sheet of a look."""
    template = _TEXTS + _SURFACES + _FIELDS + _TABLES + _MENUS + _CALENDAR
    return template.format_map(_values(look)) + _text_sizes(look)


def qt_palette(look: Look) -> QPalette:
    """Give Qt's own palette of a look, for what no style sheet reaches."""
    ours = look.palette
    roles = {
        QPalette.ColorRole.Window: ours.surface,
        QPalette.ColorRole.WindowText: ours.text,
        QPalette.ColorRole.Base: ours.raised,
        QPalette.ColorRole.AlternateBase: ours.sunken,
        QPalette.ColorRole.Text: ours.text,
        QPalette.ColorRole.PlaceholderText: ours.muted,
        QPalette.ColorRole.Button: ours.raised,
        QPalette.ColorRole.ButtonText: ours.text,
        QPalette.ColorRole.BrightText: ours.negative.strong,
        QPalette.ColorRole.ToolTipBase: ours.text,
        QPalette.ColorRole.ToolTipText: ours.raised,
        QPalette.ColorRole.Highlight: ours.accent.strong,
        QPalette.ColorRole.HighlightedText: ours.accent.on_strong,
        QPalette.ColorRole.Accent: ours.accent.strong,
        QPalette.ColorRole.Link: ours.accent.strong,
        QPalette.ColorRole.LinkVisited: ours.accent.strong,
        QPalette.ColorRole.Light: ours.raised,
        QPalette.ColorRole.Midlight: ours.hover,
        QPalette.ColorRole.Mid: ours.line,
        QPalette.ColorRole.Dark: ours.edge,
        QPalette.ColorRole.Shadow: ours.edge,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(ours.muted))
    return palette
