"""What hangs on a report, a charge or blame: whose it is, whom it is about, and what it says.

`behind`: whose a verb is that stands in a row behind a report. `contents`: what is rumoured. `told_of`: of whom
something is told. `own_clauses`: clauses taken for a part of whoever is told. `charges`: what somebody is accused of,
and who rejects it. `blamed`: who blames whom for what.
"""
