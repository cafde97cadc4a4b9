"""The national requirements: what they are, how they are read, checked, kept and found. Read-only while the program runs."""
