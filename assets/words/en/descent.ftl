### What is said in the chapter Descent: one message a scene (its title, with its labels), one a beat.

## D1: what a network is

TheNetwork = What a network is
TheNetwork-the_example = { $kind ->
    [row] { $inputs ->
        [one] Here is { $inputs } number
       *[other] Here are { $inputs } numbers
    }: an example of the class [{ $label }](focus). How can a program tell the class?
    [image] Here is an image of the class [{ $label }](focus). How can a program tell?
   *[handwritten] Here is a handwritten [{ $label }](focus). You see at once what it is: how can a program tell?
    }
TheNetwork-the_numbers = { $kind ->
    [row] A network takes { $inputs ->
        [one] it in like this: a circle
       *[other] them in like this: a circle for each
    }, and the larger the number, the brighter.
   *[image] To a program it is { $inputs ->
        [one] { $inputs } number
       *[other] { $inputs } numbers
    }, one for each pixel: { $brightness ->
        [zero_to_one] 0 is dark, 1 is bright
       *[wider] the larger, the brighter
    }.
    }
TheNetwork-the_first_layer = { $kind ->
    [row] { $inputs ->
        [one] The circle
       *[other] Each circle
    } is a neuron,
   *[image] In a network each pixel is a neuron,
    } and its number is its [activation](focus) [a](math). { $inputs ->
    [1] It is the whole input layer.
    [2] Both are the input layer.
   *[other] All { $inputs } are the input layer.
    }
TheNetwork-layer_by_layer = { $updates ->
    [0] { "" }
   *[other] { $answer ->
        [right] This network has already learned.
       *[other] This network has already learned a little.
    }
    } { $hidden_sizes ->
    [none] From these activations it works out those of its last layer:
   *[other] { $updates ->
        [0] Layer by layer, the activations decide the next ones:
       *[other] Each layer decides the next:
    }
    } { $hidden_sizes ->
    [none] { "" }
    [one] a hidden layer of { $neurons_1 ->
        [one] { $neurons_1 } neuron
       *[other] { $neurons_1 } neurons
    }, then
    [equal] { $hidden ->
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
       *[other] { $hidden }
    } hidden layers of { $neurons_1 ->
        [one] { $neurons_1 } neuron
       *[other] { $neurons_1 } neurons
    }, then
   *[different] hidden layers of { $hidden ->
        [2] { $neurons_1 } and { $neurons_2 }
        [3] { $neurons_1 }, { $neurons_2 } and { $neurons_3 }
        [4] { $neurons_1 }, { $neurons_2 }, { $neurons_3 } and { $neurons_4 }
        [5] { $neurons_1 }, { $neurons_2 }, { $neurons_3 }, { $neurons_4 } and { $neurons_5 }
       *[6] { $neurons_1 }, { $neurons_2 }, { $neurons_3 }, { $neurons_4 }, { $neurons_5 } and { $neurons_6 }
    } neurons, then
    } { $classes ->
    [one] { $classes } output
   *[other] { $classes } outputs
    }.
TheNetwork-the_answer = One output for each class; the brightest is the answer{ $answer ->
    [right] : the [{ $brightest }](focus), with { NUM($a_brightest, decimals: 2) }. { $updates ->
        [0] That is luck: it has learned nothing yet.
       *[other] How did it get there?
    }
    [wrong] : the [{ $brightest }](focus), with { NUM($a_brightest, decimals: 2) }. That is wrong: it has { $updates ->
        [0] learned nothing yet
       *[other] not learned enough
    }.
   *[other] . Here none is brighter than all others.
    }

## D2: one neuron

OneNeuron = One neuron
    .strongest = strongest
    .activations = activations [a_k](math)
    .weights = its weights [w_k](math)
    .products = products [w_k a_k](math)
    .more = + { $more } more
OneNeuron-its_weights = Take one neuron of the first hidden layer. For { $inputs ->
    [one] the
   *[other] every
    } { pixel } it has a weight, a number of its own: [positive](up) or [negative](down).
OneNeuron-the_products = Each activation is multiplied with its weight. { $dark ->
    [some] Where the { pixel } is 0, nothing is left.
   *[none] The product is what counts, and which way.
    }
OneNeuron-the_sum = { $inputs ->
    [1] To the product one more number is added, the bias [b](math).
    [2] Both products are added up; one more number, the bias [b](math), shifts the sum.
   *[other] All { $inputs } products are added up; one more number, the bias [b](math), shifts the sum.
    } That is [z](math).
OneNeuron-the_squash = { $does ->
    [zero_to_one] The sum can be any number; the { function-name } { $function ->
        [sigmoid] [sigma](math)
       *[other] { "" }
    } squashes it into 0 to 1
    [minus_one_to_one] The sum can be any number; the { function-name } squashes it into −1 to 1
    [cuts] The { function-name } keeps a positive sum and makes 0 of a negative one
    [leaks] The { function-name } keeps a positive sum, and of a negative one a small part
    [leaves] In this network the sum is left as it is
   *[bends] The { function-name } keeps a large sum nearly as it is, and leaves little of a negative one
    }: the neuron’s [activation](focus) [a](math).
OneNeuron-another_choice = Another common choice is { $function ->
    [sigmoid] the ReLU: 0 for every negative sum, else the sum itself
   *[other] the sigmoid: it squashes every sum into 0 to 1
    }.

## D3: every weight and every bias is a dial

EveryDial = Dials to turn
    .total = { $weights } weights + { $biases } biases = [{ $count }](focus) dials
    .places = from { pixel } { INDEX($k) } to neuron { INDEX($j) } of layer 1, counted from 0
EveryDial-every_weight = From every { pixel } to every { $hidden ->
    [0] output
   *[other] neuron, and so on
    }: each edge is a weight. Here are all { $weights }.
EveryDial-every_bias = Each neuron after the { $inputs ->
    [one] { pixel }
   *[other] { pixels }
    } also has a bias: in all { $count } numbers to turn, like dials.
EveryDial-one_of_them = Here is one of them: the weight from one { $kind ->
    [row] input
   *[image] lit pixel
    } to one neuron.
EveryDial-to_learn = To learn is to find a setting of all { $count } dials at which the answers come out right.

## D4: examples with answers

LabelledExamples = Examples with answers
    .seen = { $examples } to learn from { COMPARE($shown, $examples) ->
        [less] ({ $shown } shown)
       *[same] { "" }
    }
    .unseen = { $unseen } unseen { COMPARE($shown, $unseen) ->
        [less] ({ $shown } shown)
       *[same] { "" }
    }
LabelledExamples-answers_beside = No rule is ever written down. All the network gets is examples, each with its right answer: its label.
LabelledExamples-put_aside = It learns from { $examples ->
    [1] one example
   *[other] { $examples } examples
    }. { $unseen ->
    [1] One more is
   *[other] { $unseen } more are
    } put aside, unseen.
LabelledExamples-by_them_we_know = { $unseen ->
    [1] Only the unseen one shows what it learned: it cannot know its answer by heart.
   *[other] Only the unseen ones show what it learned: it cannot know their answers by heart.
    }

## D5: it starts at random

StartsWithNoise = It starts at random
StartsWithNoise-random_dials = At the start { $updates ->
    [0] nobody has turned a dial: every weight and bias is drawn at random.
    [one] every weight and bias is drawn at random. Here they have been turned { $updates } time since.
   *[other] every weight and bias is drawn at random. Here they have been turned { $updates } times since.
    }
StartsWithNoise-the_same_example = The same [{ $label }](focus) goes in. { what-comes-out }: the { $label } gets { NUM($a_label, decimals: 2) }, { and-or-but } the { $loudest } gets { NUM($a_loudest, decimals: 2) }.
StartsWithNoise-what_was_wanted = Its target [y](math): a 1 at the [{ $label }](focus) and a 0 everywhere else. How bad is that answer? There is a number for it.
