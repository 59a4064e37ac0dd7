### What a voice says, and what is printed for whoever speaks.

# Signs and mathematics in words; letter-a: so that it is not read as the article. A message that is read otherwise than it stands has an attribute .spoken.
aloud =
    .minus = minus
    .plus = plus
    .equals = equals
    .about = about
    .times = times
    .over = over
    .prime = prime
    .partial = partial
    .layer = of layer
    .letter-a = ay

# What `nudge script` prints: its title, and what stands over its columns.
script = What is read aloud
    .cue = Recording
    .seconds = Seconds: reading / film
    .says = Sentence
