"""Every widget of the kit in one window, to look at and to test: ``python -m kravkompass.ui.gallery``."""
