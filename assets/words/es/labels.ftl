### Words that stand on the stage, in decks, handouts and subtitles, and belong to no single scene.

# What the language calls itself, and its code of three letters (ISO 639-2). A narrow space groups from five digits on, as
# the academies (and ISO 80000) ask for: a dot there is a decimal point in Mexico.
language = español
    .code = spa
    .group = { "\u202F" }
    .grouped_from = 5
    .speed = 1
    .line = 42

# The line under a title: chapter, and which of its ideas is told ("none" on a card).
place = { $number ->
    [none] { $chapter }
   *[other] { $chapter } · { $number } de { $beats }
    }

chapter-descent = Descenso del gradiente
    .question = ¿Cómo aprende una red a partir de ejemplos?
chapter-nudges = Retropropagación: la intuición
    .question = ¿Qué quiere un ejemplo de cada peso?
chapter-calculus = Retropropagación: el cálculo
    .question = ¿Cómo responde el costo a un peso, en fórmulas?

# The cards that open a chapter in a film of several.
DescentOpens = { chapter-descent }
DescentOpens-the_question = { chapter-descent.question }
NudgesOpens = { chapter-nudges }
NudgesOpens-the_question = { chapter-nudges.question }
CalculusOpens = { chapter-calculus }
CalculusOpens-the_question = { chapter-calculus.question }

## What functions are called: ".the" over a plot of one. All are feminine.

activation-sigmoid = sigmoide
    .the = la sigmoide
activation-tanh = tanh
    .the = la tanh
activation-relu = ReLU
    .the = la ReLU
activation-leaky_relu = ReLU con fuga
    .the = la ReLU con fuga
activation-gelu = GELU
    .the = la GELU
activation-identity = identidad
    .the = la identidad
activation-softmax = softmax
    .the = la softmax
cost-quadratic = costo cuadrático
cost-half_quadratic = mitad del costo cuadrático
cost-mean_quadratic = costo cuadrático medio
cost-cross_entropy = entropía cruzada

# Words within formulas: "measured: ΔC/Δw = …".
rules =
    .measured = medido:
    .predicted = previsto:
    .if = si
    .else = si no

## Words within pictures: a message for each kind of picture.

# Under a column that is abbreviated: how many neurons are not drawn.
column =
    .more = + { $count } más

# What stands beside the network of a chapter: the columns beside its outputs, the bars beside its layers.
cost-curve =
    .over = { over-examples }
    .across = posición del dial

standing-network =
    .shows = ahora
    .should = meta
    .wish = deseo
    .updates = pasos
    .longest = la mayor: { NUM($longest, like: 3, sign: "never") }
    .longest_short = máx.: { NUM($longest, like: 3, sign: "never") }
    .at_most = ≤ { NUM($longest, like: 3, sign: "never") }
    .effect = efecto
    .slope = pend.
    .sum = su suma
    .output = salida
    .asked = { $classes ->
        [1] se le pide
       *[other] se le pide, sumado
    }
    .asked_by = lo pide la salida { $output }
    .asked_by_two = arriba: { $upper }, abajo: { $lower }

# Over what a network answers to examples.
asked =
    .answer = respuesta

# What colours and widths of edges mean; after "widest" stands its weight.
edges =
    .signs = aristas: [positivas](edge_up), [negativas](edge_down),
    .widest = la mayor
sum-table =
    .longest = la mayor

# Under the bars of small deltas.
deltas =
    .larger = { $times }× mayor

# Under grids of numbers: what a full square stands for, and what colours mean.
layer-grids =
    .square = cuadro lleno:
    .within = en
    .signs = (azul: sobre 0, naranja: bajo 0)
    .left_out = { $rows ->
        [0] { $columns } columnas sin dibujar
       *[other] { $columns ->
            [0] { $rows } filas sin dibujar
           *[other] { $rows } filas y { $columns } columnas sin dibujar
        }
    }

# Under two numbers that are added: "by t" through another node, and "directly".
small-graph =
    .by = por
    .directly = directo

path-table =
    .product = producto

measured =
    .nudge = medido, empujón { NUM($epsilon, short: 6) }

worked-costs =
    .updates = actualizaciones
    .tens = actualizaciones, en potencias de diez

# The factors of a path from one weight to the cost: what each is, and what of its kind is.
factor-bias = un sesgo cuenta tal cual
    .kind = { factor-before.kind }
factor-before = { $neuron_kind ->
    [pixel] valor
    [named] valor
    [input] valor
   *[hidden] activación
    } en { neuron-named }
    .kind = lo que lleva
factor-weight = peso hacia { neuron-named }
    .kind = el peso siguiente
factor-slope = pendiente de { $curve } en { neuron-named }
    .kind = pendiente de { $curve }
factor-shared = { $function }: { neuron-named }, según la suma { $own ->
    [yes] propia
   *[no] de { $other }
    }
    .kind = { $function }
factor-cost = costo, según { neuron-named }
    .kind = cómo responde el costo

# Where a path with shared outputs ends: the output whose sum it runs through, the one in whose activation it ends.
path-sum = z { $class }
path-activation = a { $class }

# What is said of a weight that does nothing, on paper and in the terminal.
weight-idle = { $state ->
    [carries_nothing] Lleva 0: cambiar este peso no cambia nada.
   *[flat] Su neurona tiene aquí la curva plana: un cambio pequeño de este peso no cambia nada.
    }
