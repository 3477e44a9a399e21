"""Which claims tell of one occurrence, which occurrences are parts of an incident, and what merely bears on one."""
