"""How the program looks. The only package that imports PySide6."""
