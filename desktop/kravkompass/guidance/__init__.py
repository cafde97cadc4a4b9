"""Rules for the way from a purchase to reasoned choices: what to ask, which requirements apply, and why. Pure: values in, values out."""
