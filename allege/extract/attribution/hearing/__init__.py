"""Hears every attribution that a text could hold: one small rule for each way of reporting, asked about each word.

`hear`: all of them, in text order. `verbs`, `nouns`, `phrases`: by what the cue is. `headlines`: by layout, with
`labels` and `turns` of talk. `barred`: what looks like somebody speaking and is not (`nobodys`, `deeds`, `wordless`).
"""
