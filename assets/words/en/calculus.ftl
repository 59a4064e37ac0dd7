### What is said in the chapter Calculus: one message a scene (its title, with its labels), one a beat.

## K1: a network that can be followed with a pencil

SmallestNetwork = The smallest network
    .weight = weight
    .bias = bias
    .input = input
    .output = output
    .target = target
SmallestNetwork-forward = One neuron a layer. Each takes what comes in times its weight, adds its bias, and squashes the sum.
SmallestNetwork-the_cost = Out comes { NUM($out, decimals: 3) }; it should have been { $y }. The [cost](cost) of this example, [C_0](math), is { $squares ->
    [halves] half the square on the difference.
   *[squares] the square on the difference.
    }
SmallestNetwork-six_dials = Turn each of its six numbers up by { NUM($far, decimals: 0) }, down by { NUM($far, decimals: 0) }, and back. All that follows answers, and so does the [cost](cost).
SmallestNetwork-the_question = To which of the [six](focus) does the [cost](cost) answer most, and to which least? Guess.

## K2: names

Names = Names for its parts
    .layer = layer
Names-the_layers = A raised [(L)](math) is no power: it says which layer. A weight and a bias have the number of the layer that they lead into.
Names-the_sum = Now we go into the last link. What weight, activation before and bias make is the weighted sum, [z](math).
Names-the_activation = The sigmoid, [sigma](math), squashes [z](math) to a number between 0 and 1: the activation, [a](math).
Names-the_cost = [y](math) is the target. { $squares ->
    [halves] Half the square of how far [a](math) is from it is the [cost](cost).
   *[squares] How far [a](math) is from it, squared, is the [cost](cost).
    } One thread runs through all four lines.

## K3: what is made of what

MadeOfWhat = What is made of what
MadeOfWhat-made_of = What is the [cost](cost) made of? Of [a](math) and [y](math). And [a](math)? Of [z](math). And [z](math)? Of weight, activation before, and bias.
MadeOfWhat-one_layer_back = The activation before is made in just the same way, one layer further back; and so on, to the input.

## K4, K5: a nudge, followed to the cost; the chain rule

SmallNudge = One nudge, followed all the way
    .drawn_smaller = drawn { $smaller } times smaller
SmallNudge-the_threads = Turn the weight [w](math): the sum [z](math), the activation [a](math) and the [cost](cost) follow. Each setting is a thread.
SmallNudge-crowding_and_crossing = Where threads crowd, a change shrinks. Where they cross, its direction turns.
SmallNudge-the_nudge = A nudge of { NUM($nudge, decimals: 1) } is a ribbon: [blue](up) where things rise, [orange](down) where they fall.
SmallNudge-far = Far out, on longer lines for [w](math) and [z](math), threads crowd at 0 and 1: even a large nudge dies on its way.
SmallNudge-the_ratios = Divide each change by the one before: multiplied, all cancels but what we want. Tiny nudges give derivatives.
SmallNudge-the_pulse =
    Back from the [cost](cost), each gap multiplies. { $answer ->
        [falls] [Orange](down): a little more there lowers it.
       *[rises] [Blue](up): a little more there raises it.
    } { NUM($predicted, decimals: 4) } arrives; a nudge of { NUM($epsilon, short: 6) } measures { NUM($measured, decimals: 4) }.

## K6: the three factors

ThreeDerivatives = The three derivatives, one by one
    .measured = measured
    .foretold = foretold
    .slope = slope
    .ramp = ReLU
ThreeDerivatives-z_by_w = A nudge of [w](math) reaches [z](math) multiplied by the activation before: wide where that is bright, narrow where it is dark.
ThreeDerivatives-a_by_z = The slope of the sigmoid is at most a quarter, and almost nothing where it is flat. That of a ReLU is 0 or 1.
ThreeDerivatives-C_by_a = { $squares ->
    [halves] The [cost](cost) is half a square. Nudged, that loses or gains two strips as long as [a](math) is off: half of two is [a - y](math).
   *[squares] The [cost](cost) is a square. Nudge [a](math), and it loses or gains two strips, each as long as [a](math) is off: twice [a - y](math).
    }
ThreeDerivatives-predicted_and_measured = Their product foretells a tiny nudge: the smaller it is, the better what is measured agrees.

## K7: many examples, many numbers

AverageAndVector = One example of many, one number of many
    .updates = updates
    .mean_cost = mean cost
    .mean = mean
    .ones = should be 1
    .zeros = should be 0
    .gradient = gradient
    .elsewhere = in the lesson’s network
AverageAndVector-all_alike = { $examples } examples, { $examples } threads, one upon another: the chain answers all alike, { NUM($out, decimals: 2) }.
AverageAndVector-the_training = So a copy of it is trained on all six: other weights, and a longer line for [z](math). Watch the threads part.
AverageAndVector-the_mean = Back along each thread comes a derivative of its own, [up](up) or [down](down). Training steps against their mean.
AverageAndVector-the_vector = It is one of { $here }: the [gradient](cost) of this copy after { $updates } updates. The lesson’s network has { $count }. Back to our chain.

## K8: the bias, the activation before

SwapOneFactor = Swap one factor
SwapOneFactor-the_bias = For the [bias](focus), one factor is swapped: [z](math) moves just as far as [b](math) does, so it is 1.
SwapOneFactor-the_activation = For the [activation](focus) before, it is the weight: a nudge of it arrives multiplied by [w](math).
SwapOneFactor-what_it_is_for = Nobody can set it, but the layer before needs its derivative. Two of its three factors we had already.

## K9: back to the first weight

BackAnotherLayer = Back another layer, and another
    .measured = measured
    .nudge = nudge { NUM($epsilon, short: 6) }
BackAnotherLayer-to_the_weight_before = Here [L](math) is { $layers }. One layer back, the pulse goes on: times the weight it passes, times the slope, times what came in.
BackAnotherLayer-to_the_first_weight = And once more, to the first weight. What came in there is the input, [a^((0)) = x](math). A hidden layer has no [y](math), and needs none.
BackAnotherLayer-the_answer = The guess: the [cost](cost) answers [most](focus) to { $most ->
    [w1] [w^((1))](math)
    [b1] [b^((1))](math)
    [w2] [w^((2))](math)
    [b2] [b^((2))](math)
    [w3] [w^((3))](math)
   *[b3] [b^((3))](math)
    }, least to { $least ->
    [w1] [w^((1))](math)
    [b1] [b^((1))](math)
    [w2] [w^((2))](math)
    [b2] [b^((2))](math)
    [w3] [w^((3))](math)
   *[b3] [b^((3))](math)
    }{ $back ->
    [fainter] . In this chain, weights and biases further back count less.
   *[uneven] .
    }

## K10: many neurons a layer

ManyNeurons = Many neurons, two indices
ManyNeurons-many = A circle becomes a whole layer{ $came_from ->
    [brought] { "" }
   *[drawn] , still untrained
    }. The last two have { $before } and { $classes } { $classes ->
    [one] neuron
   *[other] neurons
    }.
ManyNeurons-two_indices = A [weight](focus) needs two indices: first [j](math), where it ends, then [k](math), where it starts.
ManyNeurons-a_sum_over_k = A neuron’s [z](math) is a sum over [k](math): all that arrives. Its function makes [a](math) of it, as before.
ManyNeurons-a_sum_over_j = And the [cost](cost) is { $cost ->
    [mean] a mean
   *[sum] a sum
    } over [j](math): over all [n_L](math) outputs, { $classes ->
    [1] of which there is one here, number 0
   *[other] counted from 0 to [n_L - 1](math)
    }.

## K11: the chain rule of one weight among many

WithIndices = One weight among many
WithIndices-the_same_chain = { $shared ->
    [yes] The same chain with indices: this [weight](focus) reaches the [cost](cost) only through the sum [z](math) of its own output.
   *[no] The same three factors with indices: this [weight](focus) reaches the [cost](cost) only through its own output.
    }
WithIndices-the_numbers = From neuron { INDEX($k) } to the { output-itself }: { SIGN($derivative) ->
    [positive] raising this [weight](focus) raises the [cost](cost)
    [negative] raising this [weight](focus) lowers the [cost](cost)
   *[zero] just now the [cost](cost) does not answer to this [weight](focus)
    }. Under it what a nudge measured.

## K12: many paths, and their sum

ManyPaths = Many paths to the cost
ManyPaths-through_every_output = One [activation](focus) feeds { $classes ->
    [one] the output, and that feeds the [cost](cost): one path.
   *[other] every output, and every output feeds the [cost](cost): { $classes } paths.
    }
ManyPaths-they_add_up = { $classes ->
    [one] Along it a pulse comes back, multiplied at every step: there is no other to be added.
   *[other] Along each a pulse comes back, multiplied at every step. At the neuron they add up.
    }
ManyPaths-the_sum = The derivative by an activation is { $classes ->
    [one] that of its one path
   *[other] a sum over paths
    }: the last chapter’s wishes, sign turned.

## K13: delta

DeltaRecursion = Delta, from layer to layer
DeltaRecursion-a_name = What has come back to a sum [z](math) is called [delta](cost): the last chapter’s effect, its sign turned.
DeltaRecursion-one_neuron = Back to a [neuron](focus) before: each [delta](cost) times its weight; their sum times its own slope.
DeltaRecursion-layer_by_layer = So for its neighbours, and by the same rule for each layer before{ $larger ->
    [some] : drawn larger where it says so.
   *[none] , back to the first.
    }
DeltaRecursion-every_parameter = A weight’s derivative: activation where it starts times [delta](cost) where it ends. A bias’s: [delta](cost).

## K14: the matrix form

MatrixForm = All of it at once: the matrix form
MatrixForm-read_by_rows = The edges lie down in a grid: blue above 0, orange below. A row: one output’s weights; its bias is its own.
MatrixForm-read_by_columns = Backward it is read [by columns](focus). Turned about its diagonal, columns are rows: that is what T says.
MatrixForm-entry_by_entry = The outputs’ [deltas](cost) go through. Then each sum times its own neuron’s slope: the circled dot.
MatrixForm-the_outer_product = { $grows ->
    [to_the_label] { $outputs_are ->
        [numbers] A bright neuron and the [output](focus) that should rise: a step raises the weight between them.
       *[classes] A bright neuron and the [output](focus) that should fire: a step raises the weight. Fires together, wires together.
    }
   *[elsewhere] Every cell is one product: the activation of its column times the [delta](cost) of its row.
    }
MatrixForm-for_every_layer = Where it starts, how it goes back, and what it leaves at each weight and bias: four lines.

## K15: every number

WorkedExample = A worked example: every number
    .measured = measured with a nudge of { NUM($epsilon, decimals: 2) }: [{ NUM($measured, decimals: 4) }](cost)
WorkedExample-what_is_given = So few neurons can be worked out by hand: inputs, weights, biases, targets [y](math).
WorkedExample-forward = Forward: inputs times weights, added up, plus bias: [z](math). Then [a](math), { $functions ->
    [same] by the { function-name }
   *[two] hidden by { function-name }, outputs by { $outputs ->
        [sigmoid] { activation-sigmoid }
        [tanh] { activation-tanh }
        [relu] { activation-relu }
        [leaky_relu] { activation-leaky_relu }
        [gelu] { activation-gelu }
       *[identity] { activation-identity }
    }
    }, and at last the [cost](cost).
WorkedExample-backward = Backward: an output’s [delta](math) comes from its error{ $layers ->
    [one] {""} and its slope.
   *[two] , a hidden one from what comes back.
    }
WorkedExample-derivatives = [delta](math) times what came in is the weight’s derivative. Nudge the weight and measure: nearly the same.
WorkedExample-the_step = One step { $rule ->
    [same] against the slope
   *[plainer] of plain gradient descent
    }, with η = { NUM($eta, short: 4) }{ $learned ->
    [all] {""}
   *[weights] ; biases stay
    }. Now every [z](math), [a](math) and [delta](math) is out of date.
WorkedExample-again = So all is computed again, and again: { $updates ->
    [one] one update takes
   *[other] { $updates } updates take
    } the [cost](cost) from { NUM($C, figures: 2) } to { NUM($end, figures: 2) }{ $kept ->
    [all] .
   *[spread] ; shown are the first { $first }, then some, ever farther apart.
    }
WorkedExample-the_rate = { $rates_of ->
    [pair] Now two examples, [C](math) their mean:
   *[alone] The same example at other rates:
    } { NUM($usual, short: 4) } is slow, { NUM($quick, short: 4) } is quick, { NUM($large, short: 4) } overshoots: { $rates_of ->
    [pair] [C](math)
   *[alone] [C_0](math)
    } ends higher.

## K16: the same sweep on any graph

ReverseMode = One sweep back, on any graph
    .one_by_one = one by one: a forward pass for each parameter
    .sweep = the sweep: one pass forward, one pass back
    .counted = counted: multiplications. One square: one sweep
ReverseMode-forward = Another calculation, without neurons. On each stroke: by what a nudge of its start is multiplied.
ReverseMode-the_sweep = One sweep back from [v](math): multiply along each stroke, and where two meet, add.
ReverseMode-the_price = A sweep back costs about { $passes ->
    [0] no more forward passes
    [one] one more forward pass
    [2] two more forward passes
    [3] three more forward passes
    [4] four more forward passes
    [5] five more forward passes
    [6] six more forward passes
   *[other] { $passes } more forward passes
    }. If both together took a second, one by one would take about { $time } { $unit ->
    [seconds] { $time ->
        [one] second
       *[other] seconds
    }
    [minutes] { $time ->
        [one] minute
       *[other] minutes
    }
    [hours] { $time ->
        [one] hour
       *[other] hours
    }
   *[days] { $time ->
        [one] day
       *[other] days
    }
    }{ $size ->
    [small] , and far longer for a larger network.
   *[large] .
    }

## The close: symbol by symbol

SymbolBySymbol = Symbol by symbol
    .of_before = what comes in
    .of_w = how strongly
    .of_b = a push
    .of_z = the sum
    .of_a = the answer
    .of_y = the target
    .of_C = how wrong
    .derivatives = derivatives, one sweep back
SymbolBySymbol-symbols = Seven symbols, and each is one thing of this picture.
SymbolBySymbol-the_pulse = To which of the six does the [cost](cost) answer [most](focus)? One pulse back tells of all.
SymbolBySymbol-so_many = With many neurons it is just this: one sweep back, all { $count } derivatives.

## One weight of any network, taken apart: nudge render --explain

Explained = One weight, taken apart
    .others = { $others ->
        [one] { $others } other
       *[other] { $others } others
    }
    .together = together ≈
Explained-the_weight = One weight of this network: from { neuron-named } to [{ $to_kind ->
    [output] output { $to_class }
   *[hidden] neuron { INDEX($to) } of layer { $to_layer }
    }](focus). How much does the [cost](cost) of this one example answer to it?
Explained-the_factors = { $path ->
    [only] Its only path to the [cost](cost)
    [largest] The largest of its { $many } paths to the [cost](cost)
   *[one] One of its { $many } paths to the [cost](cost)
    }: what it carries, { $way ->
    [before] then slopes and weights in turn
    [shared] how an output answers to the weighted sum that it enters
   *[last] the slope of its neuron
    }, and how the cost answers. All of them multiply.
Explained-the_paths = { $state ->
    [carries_nothing] It carries 0, so every path adds 0.
    [flat] Its neuron is flat here, so every path adds 0.
   *[alive] { $path ->
        [only] There is no other path: this product is the derivative.
       *[other] { $others ->
            [0] Each path adds its product. Together they are the derivative.
            [one] Each path adds its product: the largest one by one, the other one together. The sum is the derivative.
           *[other] Each path adds its product: the largest one by one, the { $others } others together. The sum is the derivative.
        }
    }
    }
Explained-predicted_and_measured = Nudge the [weight](focus) and compute the [cost](cost) anew: it { $agreement ->
    [not_at_all] does not change at all, as foretold
    [almost] changes almost exactly as foretold
   *[roughly] changes not quite as foretold, since slopes change on the way
    }.
