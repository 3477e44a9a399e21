"""Where two speak in one sentence: one within what the other says, beside it, or against it.

`inner`: somebody's words within a source's. `answering`: a report and whoever answers it. `citing`: whom a source
cites. `informed`: who told a paper. `nesting`: whose content holds which cue. `apart`: what another says beside it.
`contrary`: what is told against it. `addressed`: who is only spoken to. `checked`: what a fact check's card claims.
"""
