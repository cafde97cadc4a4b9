"""Kravkompass: sustainability requirements for public purchases in Sweden and Norway, chosen, asked and followed up offline."""

__version__ = "0.1.0"
