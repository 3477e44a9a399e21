"""What the encoder hears, together with what the rules hear: one attribution for each cue that either hears.

`voiced`: the way through. `offer`: the records. `cue_offers` and `offers`: which words cue, source and content could
be, `likely` by the encoder's smoothed word, `sound` those that tear nothing apart. `offer_signs` and `cue_signs`: what
speaks for them, which `judge` weighs. `unheard`: what the encoder alone hears and is none.
"""
