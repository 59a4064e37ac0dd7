### What is said in the chapter Nudges: one message a scene (its title, with its labels), one a beat.

## N3, N4: what one example wants of the outputs

OutputNudges = What this one example wants
    .longest = longest
OutputNudges-the_example = Take one training { an-example } [{ $label }](focus), and { network-shown }.
OutputNudges-the_outputs = { what-comes-out }: the [{ $label }](focus) gets { NUM($a_label, decimals: 2) }, { and-or-but } the { $loudest } gets { NUM($a_loudest, decimals: 2) }.
OutputNudges-the_target = This example asks for a 1 at the [{ $label }](focus) and for a 0 everywhere else.
OutputNudges-the_wishes = The [{ $label }](focus) { SIGN($wish) ->
    [positive] should [light up](up)
    [negative] should [dim](down)
   *[zero] is as it should be
    }, { $the_rest ->
    [down] the rest should [dim](down)
    [up] the rest should [rise](up)
    [both] each of the rest should go towards its target
   *[none] { $couples ->
        [yes] and the softmax will dim the rest by itself
       *[no] the rest are as they should be
    }
    }. { $cost ->
    [quadratic] Each arrow is twice the error.
   *[other] Each arrow is the rate at which the cost would fall.
    }
OutputNudges-the_near_and_the_far = { $the_rest ->
    [none] { $cost ->
        [quadratic] The { $label } alone asks for something: the rest stand at their targets.
       *[other] This cost looks at the { $label } alone: the other outputs have no wishes of their own.
    }
   *[other] The { $least } asks for least, the { $most } for most. { $cost ->
        [quadratic] The nearer an output is to its target, the less it has to say.
       *[other] { "" }
    }
    }

## N5: the three levers of one output

ThreeLevers = Three levers on one output
    .longest = longest
    .raise_bias = raise [b](math)
    .by_activation = in proportion to [a_k](math)
    .by_weight = in proportion to [w_k](math)
    .ways = to the right: [raise it](up), to the left: [lower it](down)
ThreeLevers-one_output = Take one output, the [{ $label }](focus). It shows { NUM($a_label, decimals: 2) } and should show { $y_label }. Three things could { SIGN($by_bias) ->
    [positive] raise
    [negative] lower
   *[zero] move
    } it.
ThreeLevers-the_bias = First lever: the bias. At this moment, raising it { SIGN($by_bias) ->
    [positive] lowers
    [negative] raises
   *[zero] changes
    } the cost at a rate of { NUM($by_bias, $by_weights, $by_activations, like: 3, sign: "never") }.
ThreeLevers-the_weights = Second lever: the weights, each in proportion to the activation that it carries.
ThreeLevers-the_activations = Third lever: the activations before it. { SIGN($by_bias) ->
    [positive] [Up](up) where the weight is positive, [down](down) where it is negative
    [negative] [Down](down) where the weight is positive, [up](up) where it is negative
   *[zero] Just now the neuron is flat, and none of them counts
    }.
