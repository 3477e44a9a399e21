"""What a terminal shows: widths, wrapping, marks and colours. Knows rows and records, nothing of the command line."""
