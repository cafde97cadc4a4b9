"""Tab in reading order: from one control to the next as they stand, also where some were made later than others."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QScrollArea, QStackedWidget, QWidget


def in_reading_order(inside: QWidget) -> Iterator[QWidget]:
    """Give the controls in a widget that Tab stops at, in the order they are laid out in."""
    # What has just been made is shown when it is laid out; only what was hidden on purpose is passed by.
    if inside.isHidden() and inside.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        return
    if _is_stop(inside):
        yield inside
    if isinstance(inside, QStackedWidget | QScrollArea):
        below = inside.currentWidget() if isinstance(inside, QStackedWidget) else inside.widget()
        if below is not None:
            yield from in_reading_order(below)
    elif (layout := inside.layout()) is not None:
        yield from _in_layout(layout)
    elif not _is_stop(inside):
        for child in inside.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not child.isWindow():
                yield from in_reading_order(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from in_reading_order(widget)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)


def _is_stop(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and widget.focusProxy() is None
    return takes and _is_way_in(widget)


def _is_way_in(widget: QWidget) -> bool:
    """Whether Tab comes to a widget: of answers that exclude each other only to the chosen one, or to the first while none is."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive():
        return True
    chosen = group.checkedButton()
    ways = [one for one in group.buttons() if one.isEnabled() and not one.isHidden()]
    return widget is chosen if chosen in ways else widget is next(iter(ways), None)


def tab(view: QWidget, *, forward: bool) -> bool:
    """Go to the next or the previous control of a view; out of it after the last and before the first. False where there is none."""
    held = QApplication.focusWidget()
    order = list(in_reading_order(view))
    place = next((at for at, one in enumerate(order) if held is not None and (one is held or one.isAncestorOf(held))), None)
    if place is None or held is None:
        return False
    after = place + (1 if forward else -1)
    if 0 <= after < len(order):
        return _take(order[after], forward=forward)
    outside = _outside(view, held, forward=forward)
    return _take(outside if outside is not None else order[0 if forward else -1], forward=forward)


def come_in(view: QWidget, came_from: QWidget | None, *, forward: bool) -> None:
    """Begin at the first control of a view, or at its last, when the keyboard has just come into it from elsewhere."""
    held = QApplication.focusWidget()
    if held is None or not view.isAncestorOf(held) or (came_from is not None and view.isAncestorOf(came_from)):
        return
    if order := list(in_reading_order(view)):
        _take(order[0 if forward else -1], forward=forward)


def _take(target: QWidget, *, forward: bool) -> bool:
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def _outside(view: QWidget, held: QWidget, *, forward: bool) -> QWidget | None:
    """Give the first control outside a view, on from what has the keyboard in it."""
    seen: set[QWidget] = set()
    one: QWidget | None = held
    while one is not None and one not in seen:
        seen.add(one)
        one = one.nextInFocusChain() if forward else one.previousInFocusChain()
        if one is not None and one is not view and not view.isAncestorOf(one) and one.isVisible() and _is_stop(one):
            return one
    return None
