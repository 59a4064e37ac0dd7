### What is printed: the handout, with a step of learning by hand.

handout = How a neural network learns
    .about = A { $sizes } network on { $data }: what is told, and one step of learning by hand.
    .version = Version { $version }
    .solutions = Version { $version } · solutions

# Beside what is said: a cost "after 3 updates".
numbers-said =
    .after = after { $updates } updates

## One step of learning by hand. Its sections, in their order:

by-hand = By hand: one step of learning
    .forward = Forward: what does the network say?
    .cost = The cost: how wrong is that?
    .backward = Backward: how does the cost answer to each neuron?
    .step = Step: how does each weight and bias change?
    .again = Forward once more, with the new weights and biases

# What stands over the columns of its tables.
by-hand-columns =
    .sum = Weighted sum
    .derivative = Derivative
    .put-in = numbers put in
    .now = Now
    .after = Now [- space eta dot](math) derivative

# What is said between them; "…" is where a number is to be filled in.
by-hand-says =
    .network =
        This network has two inputs, two hidden neurons and two outputs. Each number on an edge is a weight: [w_(j k)^((l))](math)
        leads from neuron [k](math) to neuron [j](math) of layer [l](math).
        The neurons' function is [sigma(z) = 1 \/ (1 + e^(-z))](math), the learning rate is [eta = { NUM($eta, short: 6) }](math).
    .exercise =
        Take four decimals. Whoever goes on with rounded numbers may be off by one or two in the last one.
    .solutions =
        Numbers are rounded once, to four decimals. Where the numbers as printed do not give exactly the next one,
        it says [approx](math).
    .how-back =
        Begin with the output layer; the hidden layer needs its [delta](math). For each neuron [sigma'(z) = a (1 - a)](math) and [delta = sigma'(z) dot partial C \/ partial a](math).
    .question = The cost was … and is now …. Has it come down?
    .answer = The cost has come down from { NUM($before, decimals: 4) } to { NUM($after, decimals: 4) }.
    .course = After each of the first { $steps } steps it is { $costs }.
