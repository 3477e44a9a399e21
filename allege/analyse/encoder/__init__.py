"""The small encoder: one pass over each sentence, many heads. Optional; without it the rules work alone."""
