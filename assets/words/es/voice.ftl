### Lo que dice una voz.

aloud =
    .minus = menos
    .plus = más
    .equals = igual a
    .about = aproximadamente
    .times = por
    .over = entre
    .prime = prima
    .partial = parcial
    .layer = de la capa
    .letter-a = a

script = Lo que se lee en voz alta
    .cue = Grabación
    .seconds = Segundos: lectura / video
    .says = Frase
