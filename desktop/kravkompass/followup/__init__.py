"""Rules for what to check after the signature, when, and what a deviation leads to. Pure: values in, values out."""
