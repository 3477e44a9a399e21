"""From an analysis to attributed claims: `Analysis -> Record`."""
