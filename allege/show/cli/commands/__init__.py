"""One module a command; each defines `command`. The list is in ../table.py."""
