### Was eine Stimme spricht.

aloud =
    .minus = minus
    .plus = plus
    .equals = gleich
    .about = ungefähr
    .times = mal
    .over = durch
    .prime = Strich
    .partial = partiell
    .layer = der Schicht
    .letter-a = A

script = Was gesprochen wird
    .cue = Aufnahme
    .seconds = Sekunden: Lesen / Film
    .says = Satz
