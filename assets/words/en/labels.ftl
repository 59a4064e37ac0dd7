### Words that stand on the stage, in decks, handouts and subtitles, and belong to no single scene.

# What the language calls itself; its code of three letters (ISO 639-2); how many of its letters are read in the time of
# one of English, and stand in a line of subtitles at most. A language may also say .group (what stands between
# thousands), .grouped_from (the fewest digits that are grouped), and .fonts (where it has letters of its own).
language = English
    .code = eng
    .speed = 1
    .line = 42

# The line under a title: chapter, and which of its ideas is told ("none" on a card).
place = { $number ->
    [none] { $chapter }
   *[other] { $chapter } · { $number } of { $beats }
    }

chapter-descent = Gradient descent
    .question = How does a network learn from examples?
chapter-nudges = Backpropagation, intuitively
    .question = What does an example want of every weight?
chapter-calculus = Backpropagation calculus
    .question = How does the cost answer to one weight, in formulas?

# The cards that open a chapter in a film of several.
DescentOpens = { chapter-descent }
DescentOpens-the_question = { chapter-descent.question }
NudgesOpens = { chapter-nudges }
NudgesOpens-the_question = { chapter-nudges.question }
CalculusOpens = { chapter-calculus }
CalculusOpens-the_question = { chapter-calculus.question }

## What functions are called: ".the" over a plot of one.

activation-sigmoid = sigmoid
    .the = the sigmoid
activation-tanh = tanh
    .the = the tanh
activation-relu = ReLU
    .the = the ReLU
activation-leaky_relu = leaky ReLU
    .the = the leaky ReLU
activation-gelu = GELU
    .the = the GELU
activation-identity = identity
    .the = the identity
activation-softmax = softmax
    .the = the softmax
cost-quadratic = quadratic cost
cost-half_quadratic = half the quadratic cost
cost-mean_quadratic = mean quadratic cost
cost-cross_entropy = cross-entropy

# Words within formulas: "measured: ΔC/Δw = …", "1 if z > 0, else 0".
rules =
    .measured = measured:
    .predicted = predicted:
    .if = if
    .else = else

## Words within pictures: a message for each kind of picture.

# Under a column that is abbreviated: how many neurons are not drawn.
column =
    .more = + { $count } more

# What stands beside the network of a chapter: the columns beside its outputs, the bars beside its layers.
cost-curve =
    .over = { over-examples }
    .across = setting of the dial

standing-network =
    .shows = now
    .should = goal
    .wish = wish
    .updates = updates
    .longest = longest bar: { NUM($longest, like: 3, sign: "never") }
    .longest_short = longest: { NUM($longest, like: 3, sign: "never") }
    .at_most = ≤ { NUM($longest, like: 3, sign: "never") }
    .effect = effect
    .slope = slope
    .sum = its sum
    .output = output
    .asked = { $classes ->
        [1] asked of it
       *[other] asked of it, added up
    }
    .asked_by = asked by the { $output }
    .asked_by_two = upper: the { $upper }, lower: the { $lower }

# Over what a network answers to examples.
asked =
    .answer = answer

# What colours and widths of edges mean; after "widest" stands its weight.
edges =
    .signs = edges: [positive](edge_up), [negative](edge_down),
    .widest = widest
sum-table =
    .longest = longest

# Under the bars of small deltas.
deltas =
    .larger = { $times }× larger

# Under grids of numbers: what a full square stands for, and what colours mean.
layer-grids =
    .square = a full square:
    .within = in
    .signs = (blue: above 0, orange: below)
    .left_out = { $rows ->
        [0] { $columns } columns are not drawn
       *[other] { $columns ->
            [0] { $rows } rows are not drawn
           *[other] { $rows } rows and { $columns } columns are not drawn
        }
    }

# Under two numbers that are added: "by t" through another node, and "directly".
small-graph =
    .by = by
    .directly = directly

path-table =
    .product = product

measured =
    .nudge = measured, nudge { NUM($epsilon, short: 6) }

worked-costs =
    .updates = updates
    .tens = updates, in tenfold steps

# The factors of a path from one weight to the cost: what each is, and what of its kind is.
factor-bias = a bias counts as it is
    .kind = { factor-before.kind }
factor-before = { $neuron_kind ->
    [pixel] value
    [named] value
    [input] value
   *[hidden] activation
    } of { neuron-named }
    .kind = what it carries
factor-weight = weight on to { neuron-named }
    .kind = the next weight
factor-slope = slope of { $curve } in { neuron-named }
    .kind = slope of { $curve }
factor-shared = { $function }: { neuron-named }, by the sum of { $own ->
    [yes] its own
   *[no] { $other }
    }
    .kind = { $function }
factor-cost = cost, by { neuron-named }
    .kind = how the cost answers

# Where a path with shared outputs ends: the output whose sum it runs through, the one in whose activation it ends.
path-sum = z { $class }
path-activation = a { $class }

# What is said of a weight that does nothing, on paper and in the terminal.
weight-idle = { $state ->
    [carries_nothing] It carries 0: a change of this weight changes nothing.
   *[flat] Its neuron is flat here: a small change of this weight changes nothing.
    }
