"""Documents a purchase leads to: said once as an outline, then written as PDF, Word, Excel or calendar files."""
