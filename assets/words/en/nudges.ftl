### What is said in the chapter Nudges: one message a scene (its title, with its labels), one a beat.

## N1: an answer, and the dials that made it

TheQuestion = Which dials are to blame?
    .one_of = one of { $count }
    .lower = [down?](down)
    .higher = [up?](up)
TheQuestion-the_example = { $outputs_are ->
    [numbers] { $kind ->
        [row] An example
       *[image] An image
    }
   *[classes] { $kind ->
        [handwritten] A handwritten
        [image] An image of the class
       *[row] An example of the class
    } [{ $star_class }](focus)
    } goes into { network-shown }.
TheQuestion-the_answer = { $outputs_are ->
    [one] A single output answers for both classes: { NUM($a_label, decimals: 2) }. For { $star_class } it should be { $y_label }.
    [numbers] The [{ $label }](focus) comes out as { NUM($a_label, decimals: 2) }, and should be { NUM($y_label, decimals: 2) }{ $classes ->
        [1] { "" }
       *[other] ; the { $loudest } comes out as { NUM($a_loudest, decimals: 2) }
    }.
   *[classes] { COMPARE($a_label, $a_loudest) ->
    [more] { $came_from ->
        [brought] The
       *[drawn] { $updates ->
            [0] By luck the
           *[other] The
        }
    } [{ $label }](focus) answers loudest: { NUM($a_label, $a_loudest, apart: 2) }. But the { $loudest } gets { NUM($a_loudest, $a_label, apart: 2) }.
    [same] The [{ $label }](focus) answers with { NUM($a_label, decimals: 2) }, and the { $loudest } just as loudly.
   *[less] The { $loudest } answers loudest: { NUM($a_loudest, $a_label, apart: 2) }. But it was { $begins ->
        [vowel] an
       *[consonant] a
    } [{ $label }](focus), with { NUM($a_label, $a_loudest, apart: 2) }.
    }
    }
TheQuestion-the_dials = { $count } dials, its weights and biases, made this answer. Which of them are to blame?
TheQuestion-the_flare = { $wanted ->
    [nothing] The answer: nothing, at any of them. For this example no dial, turned a little, changes anything. Soon you can tell why.
   *[something] For this example: [blue](up) up, [orange](down) down, the wider the more. By the end you can read it.
    }

## N2: what a number of the gradient says

Sensitivity = One dial at a time
    .cost_of = [cost](cost) of all
    .examples = { $examples } examples
    .weight = weight
    .first = { $wiggled ->
        [one] it
       *[two] A
    }
    .second = B
    .to_one = { NUM($ratio, decimals: 0) } to 1
    .lit = { $kind ->
        [row] input is not 0 in
       *[image] pixel is lit in
    }
    .share = { PCT($share) }
Sensitivity-the_first = { $wiggled ->
    [one] One
   *[two] Two
    } of { $weights } weights. Turn { $wiggled ->
    [one] it
   *[two] A
    }: the [cost](cost), how wrong the network is { over-examples }, { $first ->
    [moves] follows
   *[rests] does not move
    }.
Sensitivity-the_second = { $wiggled ->
    [one] { SIGN($slope) ->
        [zero] Just now it is the same with every weight from an input that is far from 0.
       *[other] No other weight has an input that is far from 0 here and a number that is not 0.
    }
   *[two] Turn B just as far: the cost { $second ->
        [rests] does not move at all.
        [barely] barely moves, { NUM($ratio, decimals: 0) } to 1. B was picked for that.
        [less] moves less.
       *[as_well] moves as well.
    }
    }
Sensitivity-where_it_is_dark = { $inputs_are ->
    [named] { $wiggled ->
        [one] Its input, { $first_input }, is not 0 in { PCT($first_lit) } of all examples. Where it is 0, turning does nothing.
       *[two] { $whose ->
            [one_input] Both start at { $first_input }, which is not 0 in { PCT($first_lit) } of all examples. What differs is the way on to the cost.
           *[other] A's input, { $first_input }, is not 0 in { PCT($first_lit) } of all examples; B's, { $second_input }, in { PCT($second_lit) }. { $whose ->
                [as_often] What differs is how large they are, and the way to the cost.
               *[other] Inputs of 0 change nothing.
            }
        }
    }
    [input] { $wiggled ->
        [one] Its input is not 0 in { PCT($first_lit) } of all examples. Where it is 0, turning does nothing.
       *[two] { $whose ->
            [one_input] Both start at the same input, which is not 0 in { PCT($first_lit) } of all examples. What differs is the way on to the cost.
            [as_often] Each input is not 0 in { PCT($first_lit) } of all examples. What differs is how large they are, and the way to the cost.
           *[other] A's input is not 0 in { PCT($first_lit) } of all examples, B's in { PCT($second_lit) }. Inputs of 0 change nothing.
        }
    }
   *[pixel] { $wiggled ->
        [one] Its pixel is lit in { PCT($first_lit) } of all examples. Where it is dark, turning does nothing.
       *[two] { $whose ->
            [one_input] Both start at the same pixel, which is lit in { PCT($first_lit) } of all examples. What differs is the way on to the cost.
           *[other] { $whose ->
                [oftener] One reason:
               *[other] Not for want of light:
            } A's pixel is lit in { PCT($first_lit) } of all examples, B's in { PCT($second_lit) }. Dark ones change nothing.
        }
    }
    }
Sensitivity-what_it_says = The gradient says how much the [cost](cost) listens to each weight, and which way. A nudge is its opposite: downhill.

## N3, N4: what one example wants of the outputs

OutputNudges = What this one example wants
    .longest = longest
OutputNudges-the_example = Take { an-example }, and { network-shown }.
OutputNudges-the_outputs = { $outputs_are ->
    [one] A single output answers for both classes. It shows { NUM($a_label, decimals: 2) }.
    [numbers] For the [{ $label }](focus) it gives { NUM($a_label, decimals: 2) }{ $classes ->
        [1] { "" }
       *[other] , and for the { $loudest } { NUM($a_loudest, decimals: 2) }
    }.
   *[classes] { what-comes-out }: the [{ $label }](focus) gets { NUM($a_label, decimals: 2) }, { and-or-but } the { $loudest } gets { NUM($a_loudest, decimals: 2) }.
    }
OutputNudges-the_target = { $outputs_are ->
    [one] For the class [{ $star_class }](focus) it should show { $y_label }.
    [numbers] It should be { NUM($y_label, decimals: 2) } for the [{ $label }](focus){ $classes ->
        [1] { "" }
       *[other] , and each other number has its own target
    }.
   *[classes] It should be a 1 at the [{ $label }](focus), and a 0 everywhere else.
    }
OutputNudges-the_wishes = { $outputs_are ->
    [one] The output
   *[classes] The [{ $label }](focus)
    } { SIGN($wish) ->
    [positive] should [{ light-up }](up)
    [negative] should [{ dim-down }](down)
   *[zero] is as it should be
    }{ $classes ->
    [1] { "" }
   *[other] , { $the_rest ->
    [down] the rest should [dim](down)
    [up] the rest should [rise](up)
    [both] each of the rest should go towards its target
   *[none] { $coupling ->
        [shared] and the softmax will dim the rest by itself
       *[own] the rest are as they should be
    }
    }
    }.
OutputNudges-the_near_and_the_far = { $classes ->
    [1] The
   *[other] Each
    } arrow is a wish: { $judged_by ->
    [squares] twice the error
    [half_squares] the error
    [mean_square] twice the error, divided by the number of outputs
   *[each] the rate at which the cost would fall
    }{ $classes ->
    [1] , { NUM($wish, decimals: 2, sign: "always") }.
   *[other] { $the_rest ->
    [none] . { $judged_by ->
        [label] This cost looks at the { $label } alone: the others have no wishes of their own.
       *[each] The { $label } alone asks for something: the rest stand at their targets.
    }
   *[other] . The { $least } asks for least, the { $most } for most.
    }
    }

## N5: the three levers of one output

ThreeLevers = Three levers on one output
    .cost = its cost
    .bias = bias
    .weight = weight
    .neuron = neuron
    .nudge = nudge
    .wish = wish
    .of_bias = bias
ThreeLevers-one_output = Take the [{ $label }](focus). It shows { NUM($a_label, decimals: 2) } and should show { $outputs_are ->
    [numbers] { NUM($y_label, decimals: 2) }
   *[classes] { $y_label }
    }. Three kinds of levers could { SIGN($by_bias) ->
    [zero] move
   *[other] { SIGN($wish) ->
        [positive] raise
       *[negative] lower
    }
    } it.
ThreeLevers-the_bias = First, its bias{ SIGN($by_bias) ->
    [zero] . Just now the neuron is flat: a little turn changes nothing, and its nudge is 0.
   *[other] : raised a little, it { SIGN($by_bias) ->
        [positive] lowers
       *[negative] raises
    } the [cost](cost) at a rate of { NUM($by_bias, $by_weights, $by_activations, like: 3, sign: "never") }. That is its nudge: { SIGN($by_bias) ->
        [positive] [up](up)
       *[negative] [down](down)
    }.
    }
ThreeLevers-a_bright_weight = Second, a weight that comes from { $activations ->
    [bright] a bright neuron
   *[signed] a neuron far from 0
    }: the same turn counts { NUM($a_bright, decimals: 2, sign: "never") } times as much as the bias{ SIGN($a_bright) ->
    [negative] , the other way round
   *[other] { "" }
    }.
ThreeLevers-a_dark_weight = { $before ->
    [1] It is the only neuron before the [{ $label }](focus). If it were darker, its weight would count less.
   *[other] A weight that comes from { $activations ->
        [bright] { $darkest ->
            [dark] a dark neuron
           *[dimmer] a dimmer neuron
        }
       *[signed] the neuron nearest to 0
    }: the same turn { SIGN($a_dark) ->
        [zero] changes nothing at all
       *[other] counts only { NUM($a_dark, decimals: 2, sign: "never") } times as much as the bias{ SIGN($a_dark) ->
            [negative] , the other way round
           *[other] { "" }
        }
    }.
    }
ThreeLevers-an_activation = { $classes ->
    [1] Third, a neuron before it: turned up, it { SIGN($weight) ->
        [positive] raises
        [negative] lowers
       *[zero] does not move
    } the output, since the weight between them is { NUM($weight, decimals: 2) }.
   *[other] Third, a neuron before it. It moves all outputs: what suits the [{ $label }](focus) may still raise the [cost](cost).
    }
ThreeLevers-locked = But a neuron is locked: it follows from what lies before it. The [{ $label }](focus) can only wish, and so we must go back.

## N6: whose weights count

BangForTheBuck = All its weights at once
    .widest = the thickest edge: a nudge of { NUM($widest, $by_weights, $by_activations, like: 3, sign: "never") }
    .brightness = { $activations ->
        [bright] brightness
       *[signed] activation
    }
    .nudge = nudge
    .likeness = * a saying about brain cells that do fire; here the { $label } { SIGN($effect) ->
    [positive] only should
   *[negative] should not
    }
BangForTheBuck-all_at_once = Now all weights of the [{ $label }](focus){ SIGN($effect) ->
    [zero] . Just now it is flat: the nudge of its bias is 0, and no weight of it counts.
   *[other] : each nudge is that of the bias, { NUM($effect, $by_weights, $by_activations, like: 3, sign: "always") }, times the { $activations ->
        [bright] brightness
       *[signed] activation
    } of its neuron.
    }
BangForTheBuck-one_line = { SIGN($effect) ->
    [zero] All stand at 0, whatever they show.
   *[other] { $activations ->
        [bright] Twice as bright
       *[signed] Twice as far from 0
    } counts twice: { $before ->
        [1] it stands on a straight line through 0.
       *[other] all stand on one straight line through 0.
    }
    }
BangForTheBuck-fire_together = { SIGN($effect) ->
    [zero] So none of its weights is to change, whatever the neurons show.
   *[other] Where a neuron is { $activations ->
        [bright] bright
       *[signed] far from 0
    } while { $coupling ->
        [shared] the sum of the [{ $label }](focus) should { SIGN($effect) ->
            [positive] grow
           *[negative] shrink
        }
       *[own] the [{ $label }](focus) should { SIGN($wish) ->
            [positive] { light-up }
           *[negative] { dim-down }
        }
    }, the weight { $activations ->
        [bright] { SIGN($effect) ->
            [positive] [grows](up) most: fire together, wire together.*
           *[negative] [shrinks](down) most: fire together, wire together, turned round.*
        }
       *[signed] changes most: fire together, wire together.*
    }
    }

## N7: what one output wants of the layer before it

PreviousLayer = One output looks back
    .product = { NUM($effect, decimals: 3, sign: "always") } × { NUM($weight, decimals: 3) } = { NUM($product, decimals: 3, sign: "always") }
PreviousLayer-the_neurons_before = The [{ $label }](focus) cannot be set: it follows from { $before ->
    [1] the neuron before it. What does it want of that?
   *[other] the { $before } neurons before it. What does it want of them?
    }
PreviousLayer-one_product = { SIGN($effect) ->
    [zero] Just now it is flat: nothing of its wish gets through, and along an edge would go 0, whatever its weight.
   *[other] { $coupling ->
        [shared] Softmax leaves, of all wishes, { NUM($effect, decimals: 3, sign: "always") } for its sum
       *[own] Of its wish, { NUM($wish, decimals: 2, sign: "always") }, its curve lets { NUM($effect, decimals: 3, sign: "always") } through
    }: its effect. Along an edge goes that times its weight: { NUM($product, decimals: 3, sign: "always") }.
    }
PreviousLayer-the_wishes = { SIGN($effect) ->
    [positive] [Brighter](up) where its weight is positive, [darker](down) where it is negative, and more so the larger it is
    [negative] [Darker](down) where its weight is positive, [brighter](up) where it is negative, and more so the larger it is
   *[zero] Nothing: just now it is flat, and whatever they do, it stays as it is
    }.
PreviousLayer-another_opinion = The [{ $other }](focus) { SIGN($effect_of_other) ->
    [zero] is flat just now. Whatever the very same { $before ->
        [1] neuron does
       *[other] neurons do
    }, it stays as it is.
   *[other] { $coupling ->
        [shared] needs its weighted sum to { SIGN($effect_of_other) ->
            [positive] grow
           *[negative] shrink
        }
       *[own] should { SIGN($effect_of_other) ->
            [positive] { light-up }
           *[negative] { dim-down }
        }
    }: of the very same { $before ->
        [1] neuron
       *[other] neurons
    } it wishes { SIGN($effect_of_other) ->
        [positive] [brighter](up)
       *[negative] [darker](down)
    } where its weight is positive.
    }

## N8: what becomes of a wish

WishAndEffect = A wish, and what comes of it
    .enlarged = last weights × { $factor }
WishAndEffect-only_its_sum = Only the weighted sum of an output can be moved, and { $curve ->
    [shared] with it moves every output
   *[own] the output follows along its curve
    }.
WishAndEffect-what_comes_of_them = { $curve ->
    [shared] With softmax every sum moves all the outputs, since they share a total of 1. What is left of all wishes for a sum is its effect
    [levels] The curve is nearly flat near { $lowest } and { $highest }: wish times slope is the effect on the sum
    [rectified] The curve is flat below 0: wish times slope is the effect on the sum
    [leaking] The curve is nearly flat below 0: wish times slope is the effect on the sum
    [straight] It follows step by step: wish times slope is the effect on the sum
   *[bending] How steep the curve is there, counts: wish times slope is the effect on the sum
    }{ $of_a_sum ->
    [simple] : with this cost simply [y - a](math)
   *[through_the_slope] { "" }
    }.
WishAndEffect-larger_weights = { $told ->
    [nobody] No output is badly wrong and hard to move here, nor with the last weights { $factor } times as large.
   *[one] { $factor ->
        [1] { "" }
       *[other] Let the last weights be { $factor } times as large.
    } The [{ $stuck }](focus) shows { NUM($a, decimals: 2) } and wishes { NUM($wish, decimals: 2, sign: "always") }{ $of_a_sum ->
        [simple] , and still its effect is { SIGN($its_effect) ->
            [zero] 0
           *[other] { NUM($its_effect, decimals: 3, sign: "always") }
        }: this cost wishes all the more where an output hardly moves
       *[through_the_slope] : on flat ground its effect is { SIGN($its_effect) ->
            [zero] 0
           *[other] only { NUM($its_effect, decimals: 3, sign: "always") }
        }
    }.
    }

## N9: the wishes of all outputs add up

SumOfWishes = The wishes travel back, and add up
    .agreed = { $agreement ->
    [wholly] they agree
    [mostly] they mostly agree
   *[partly] most is left
    }
    .quarrelled = they quarrel
    .sum = sum
    .one_scale = both on one scale
    .product = { NUM($most_asked, decimals: 3, sign: "always") } × { NUM($slope, decimals: 3) } = { NUM($its_effect, decimals: 3, sign: "always") }
SumOfWishes-all_speak = { $voices ->
    [none] { $classes ->
        [1] The output would ask; but just now it is flat, and nobody speaks.
       *[other] One after the other the outputs would ask, and what they ask would add up; but just now all of them are flat, and nobody speaks.
    }
   *[some] { $classes ->
        [1] Now the output speaks: one wave of wishes goes back. Beside each neuron stands what it asks of it.
       *[other] Now all { $classes } outputs speak, one wave after the other. Beside each neuron, what they ask of it adds up, tip to tail.
    }
    }
SumOfWishes-agree_and_quarrel = { $told_of ->
    [nothing] So just now this one example wants nothing of the whole layer.
    [one] Where most agree, the sum grows, here to { NUM($most_asked, decimals: 2, sign: "always") }; where they quarrel, it dies away.
   *[two] Where most agree, the sum grows: to { NUM($most_asked, decimals: 2, sign: "always") } here. Where they quarrel, it dies away: { NUM($quarrel, decimals: 2, sign: "always") } is left there.
    }
SumOfWishes-through_the_slopes = { $told_of ->
    [nothing] And what is nothing stays nothing, whatever the slopes.
   *[some] Each total is its neuron’s wish: what the slope of its curve there lets through is its effect.
    }

## N10: the wishes of every layer, back to the first weights

BackAgain = And back again, to the first weights
    .strongest = strongest nudge { NUM($strongest, like: 2, sign: "always") }
BackAgain-each_turns = { $hidden ->
    [1] A layer before this one would be asked in just the same way. Here only the input is left.
   *[other] Now { $before ->
        [one] this neuron turns
       *[other] each of these { $before } turns
    } to those before it and asks. The same again, one layer earlier{ $hidden ->
        [2] { "" }
       *[other] , and again, to the first
    }: wishes, added up, times the slope.
    }
BackAgain-backpropagation = A hidden neuron has no target, only wishes, handed back layer by layer: [backpropagation](focus).
BackAgain-on_one_scale = On one scale{ $fading ->
    [fade] , wishes fade
   *[come] { "" }
    }: at the outputs up to { NUM($there, like: 2, sign: "never") }, { $fading ->
    [nothing] but just now nothing of it comes back.
   *[come] in the first layer { NUM($here, like: 2, sign: "never")}.
    }
BackAgain-the_first_weights = { SIGN($effect) ->
    [zero] Just now the first layer is flat, and nothing is asked of its weights.
   *[other] { $inputs_are ->
        [numbers] { $neurons ->
            [1] This neuron’s weights get these nudges
           *[other] This neuron’s weights get its layer’s largest nudges
        }: each is in proportion to its input
       *[pixels] This neuron’s { $inputs } weights, laid out like the pixels: each nudge is effect times pixel, so { SIGN($effect) ->
            [positive] [up](up)
           *[negative] [down](down)
        } where one is lit
    }.
    }

## N11: the whole gradient of one example

EveryWeight = What one example wants of every weight
    .effect = effect { NUM($effect, decimals: 3, sign: "always") }
    .carried = × what it carries { NUM($carried, decimals: 2) }
    .nudge = = nudge { NUM($nudge, decimals: 2, sign: "always") }
    .widest = widest edge { NUM($edge, like: 2, sign: "never") }, widest rim { NUM($rim, like: 2, sign: "never") }
    .components = nudges
    .zero = are exactly 0
    .most = { PCT($share, decimals: 0) } of the fall
EveryWeight-one_weight = At each weight the wish leaves a nudge: its neuron’s effect times what it carries.
EveryWeight-every_weight = What it wants of every weight, [up](up) or [down](down){ COMPARE($components, $zero) ->
    [same] : just now it is nothing.
   *[more] ; and of every bias: the rims.
    }
EveryWeight-many_and_few = All together: minus the gradient of its [cost](cost). { COMPARE($components, $zero) ->
    [same] Just now all of them are 0: from this example there is nothing to learn.
   *[more] { $zero ->
        [0] None of them is 0.
       *[other] { $zero } { $zero ->
            [one] is
           *[other] are
        } exactly 0{ $dark_inputs ->
            [none] { "" }
            [all] : their
            [most] , most because their
           *[some] , some because their
        } { $dark_inputs ->
            [none] { "" }
           *[some] { $kind ->
                [row] input is 0
               *[image] pixel is dark
            }
        }.
    } In a small step { $most ->
        [1] the largest alone brings
       *[other] the { $most } largest bring
    } { PCT($share, decimals: 0) } of the fall.
    }

## N11: a network that hears one class alone

OnlyOneClass = If only one class were heard
    .updates_made = updates with { OnlyOneClass.those } alone:
    .share = share of { $unseen } unseen that are answered [{ $star_class }](focus):
    .those = { $kind ->
    [handwritten] [{ $star_class }](focus)s
   *[row] examples of [{ $star_class }](focus)
    }
OnlyOneClass-before = Suppose only { OnlyOneClass.those } were heard. Here is one example { $shown ->
    [all] of each class
   *[some] each of some classes
    }, and its answer{ $at_first ->
        [same] : the same to every one
       *[differ] { "" }
    }.
OnlyOneClass-after = Now it is trained on { OnlyOneClass.those } alone.
OnlyOneClass-everything_is_that_class = { $answers ->
    [as_before] The answer to all { $unseen } unseen examples was [{ $star_class }](focus) before, and still is.
    [all] After { $since ->
        [one] { $since } update
       *[other] { $since } updates
    } all { $unseen } unseen are answered [{ $star_class }](focus){ COMPARE($updates, $since) ->
        [more] , after { $updates } still
       *[same] { "" }
    }. So every class must be heard.
   *[some] The share answered [{ $star_class }](focus) goes from { NUM($first, decimals: 2) } to { NUM($last, decimals: 2) }. After { $updates ->
        [one] { $updates } update
       *[other] { $updates } updates
    } that is all.
    }

## N12: every example, and the mean of what all want

EveryExample = Every example has a say
    .up = want it [up](up)
    .down = want it [down](down)
    .asked = asked
    .mean = the mean
    .widest = averaged over { $examples } examples: [up](up), [down](down); widest edge { NUM($edge, like: 2, sign: "never") }, widest rim { NUM($rim, like: 2, sign: "never") }
EveryExample-one_weight = Take one weight, { $where ->
    [to_an_output] on the way to the { output-itself }
   *[between] between two hidden neurons
    }. { $outputs_are ->
    [numbers] This { thing }
   *[classes] The [{ $star_class }](focus)
    } { SIGN($tug) ->
    [zero] wants no nudge of it
   *[other] wants it { SIGN($tug) ->
        [positive] [up](up)
       *[negative] [down](down)
    }: this is its nudge
    }.
EveryExample-every_example = { COMPARE($examples, $asked) ->
    [more] { $asked } of all { $examples } examples
   *[same] All { $examples } examples
    } are asked in turn. Each leaves its nudge: { $up } want it [up](up), { $down } [down](down).
EveryExample-the_balance = The line, their mean, comes to rest: { $left ->
    [little] most cancels, and little is left.
    [nothing] just now nobody wants anything.
   *[much] what all together want of it.
    }
EveryExample-the_same_for_all = So for every weight and bias: nudges are averaged, never activations. Together: minus the gradient of the [cost](cost).

## N13: a few examples at a time

MiniBatches = A few examples at a time
    .dealt = each tile is an example; { COMPARE($count, $drawn) ->
    [more] { $drawn } of { $count } mini-batches
   *[same] all of them are dealt
    }
    .all = all { $examples }
    .how_drawn = only the angle to all means anything
    .plotted = a dot for each mini-batch, their [median](focus)
    .first = [{ $size }](focus): the first mini-batch
    .updates = updates made
    .size = examples
    .away = away from all
    .none = none
    .turns = { NUM($middle_first, decimals: 0) }° at first, { NUM($middle_last, decimals: 0) }° after { $updates ->
    [one] { $updates } update
   *[other] { $updates } updates
    }
MiniBatches-shuffle_and_deal = To ask all { $examples } for a step is a lot of work: they { $asked ->
    [unknown] can be
    [all] can be
   *[other] are
    } shuffled and { $size ->
    [1] taken one at a time
   *[other] dealt into mini-batches of { $size }
    }.
MiniBatches-one_step_each = { $gradient ->
    [flat] Just now the network is flat: no gradient points anywhere, and no step leads away.
    [all_flat] Each mini-batch would make one step, but just now the first of them are flat: their gradients are 0.
   *[rough] Each { $asked ->
        [unknown] would make
        [all] would make
       *[other] makes
    } one step. { $zeros ->
        [0] Just now the first { $firsts } gradients
       *[other] Just now { $zeros } of the first { $firsts } gradients { $zeros ->
            [one] is
           *[other] are
        } 0, the others
    } point { $angles ->
        [several] { NUM($nearest, decimals: 0) }° to
       *[one] { "" }
    } { NUM($farthest, decimals: 0) }° away from that of all.
    }
MiniBatches-how_many = { $more ->
    [flat] That is so for any number of examples.
   *[always] More examples { $more ->
        [always] come nearer
       *[in_the_end] in the end come nearer
    }, but ten times as many are ten times the work.
    }
MiniBatches-the_fan_opens = { $course ->
    [one_moment] That is so at this moment, the only one that was recorded.
    [flat] There are moments, the first or the last, at which all of these gradients are 0.
    [opens] With learning, the fan opens: its [median](focus) is { MiniBatches.turns }.
    [closes] With learning, the fan closes: its [median](focus) is { MiniBatches.turns }.
   *[stays] With learning, the fan stays about as wide: its [median](focus) is { MiniBatches.turns }.
    } { $course ->
    [one_moment] { "" }
    [flat] { "" }
   *[other] { $uphill ->
        [some] Past a right angle, it is uphill.
       *[none] { "" }
    }
    }

## N14: the careful walker and the hasty one

TwoWalkers = The careful walker and the hasty one
    .contours = [cost](cost) of { $whole } examples, in even steps from { NUM($lowest, $highest, like: 2) } to { NUM($highest, $lowest, like: 2) }
    .start = start
    .full = all { $whole } a step
    .mini = { $batch } a step
    .asked = examples asked
    .examples = examples asked, in powers of ten
    .seconds = seconds, here
    .cost = true [cost](cost)
    .errs = { $map ->
    [errs] the walks leave this plane: at worst it says { NUM($on_the_map, $in_truth, apart: 2) }, and the true [cost](cost) is { NUM($in_truth, $on_the_map, apart: 2) }
   *[right] where both walks are, the map is right to three decimals
    }
    .right = of { $unseen } unseen examples right
    .share = { PCT($share, decimals: 0) }
    .of_start = at the start
    .of_full = the careful walker
    .of_mini = the hasty walker
    .of_trained = after the training
TwoWalkers-the_landscape = The [cost](cost) from above, on a plane in weight space: steep where lines are close, flat where none are.
TwoWalkers-the_race = The careful walker asks all { $whole } for a step. The hasty one asks { $batch ->
    [1] one alone
   *[other] { $batch }
    }{ $way ->
    [staggers] , and staggers
   *[straight] { "" }
    }: { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
    } meanwhile.
TwoWalkers-the_careful_walker = { $end ->
    [nowhere] This time the hasty one gets nowhere: after { $asked } examples its [cost](cost) is { NUM($low, decimals: 3) }.
    [lower] After asking { $asked_by_the_careful } the careful one is not as low as the hasty one after { $asked }.
   *[as_low] { $careful ->
        [1] With this one step the careful one comes
       *[other] The careful one comes
    } { $end ->
        [as_low] as low
       *[about_as_low] about as low
    } after asking { $asked_by_the_careful }. The hasty one had asked { $asked }.
    }{ $time ->
    [less_in_seconds] { " " }In seconds the gap is smaller.
   *[as_much] { "" }
    }
TwoWalkers-how_good = { $good ->
    [not_yet] As low is not yet as good: of { $unseen } unseen the hasty one gets { PCT($mini_right, decimals: 0) } right, after all training { PCT($trained_right, decimals: 0) }.
   *[as_good] Of { $unseen } unseen examples the hasty walker gets { PCT($mini_right, decimals: 0) } right now, and { PCT($start_right, decimals: 0) } at the start.
    }

## N15: one step, and all over again

AgainAndAgain = One step, and all over again
    .mean_of_all = { $asked ->
    [all] mean of all
    [one] nudge of one
   *[several] mean of { $batch }
    }: { NUM($mean, $star, $before, like: 3, sign: "always") }
    .star_alone = this { star-plain } alone: { NUM($star, $mean, $before, like: 3, sign: "always") }
    .running = { $heading ->
        [scaled] ÷ usual size
       *[velocity] + those before
    }: { NUM($nudge, $star, $before, like: 3, sign: "always") }
    .step = { NUM($before, $mean, like: 4) } + { NUM($eta, short: 2) } × { $heading ->
        [slope] mean
       *[other] that
    }
    .new_weight = new weight: [{ NUM($after, $mean, like: 4) }](focus)
    .its_cost = its [cost](cost)
AgainAndAgain-one_step = { $heading ->
    [scaled] Adam divides each nudge by its usual size, so that no weight moves much more than { NUM($eta, short: 2) }
    [velocity] Every weight moves by its nudge and a part of those before, here times { NUM($eta, short: 2) }
   *[slope] Every weight moves by its nudge, here times { NUM($eta, short: 2) }
    }. The nudge is the mean of { $asked ->
    [all] all examples
    [one] one example
   *[several] { $batch } examples
    }{ $star_and_mean ->
    [against] ; this { star-itself } alone pulls the other way
    [agrees] , and this { star-itself } agrees
   *[nothing] { "" }
    }.
AgainAndAgain-the_moment_is_gone = After the step all is out of date. So it is computed anew: forward, backward, a step.
AgainAndAgain-the_outputs_sharpen = { $outputs_are ->
    [numbers] The [{ $label }](focus) of the same { thing }
   *[classes] The same [{ $star_class }](focus)
    } { $course ->
    [dark_then_light] . First all outputs go dark, since most of them should be; then the { $label } lights up, to { NUM($a_then, decimals: 2) }
   *[otherwise] over the whole training: from { NUM($a_first, decimals: 2) } to { NUM($a_then, decimals: 2) } after { $updates_then ->
        [one] { $updates_then } update
       *[other] { $updates_then } updates
    }
    }{ $course ->
    [dark_then_light] { "" }
   *[other] { $outputs_are ->
        [classes] , { $at_last ->
            [right] the loudest of all
            [shared] as loud as others
            [wrong] but the { $loudest } is louder
           *[none] but others are louder
        }
        [numbers] , where it should be { NUM($y_label, decimals: 2) }
       *[one] , where it should be { $y_label }
    }
    }.

## N16: the whole of it

WholeOfIt = The whole of it
    .of_cost = mean [cost](cost)
    .of_accuracy = unseen right
    .of_right = right
    .of_unseen_cost = unseen: mean [cost](cost)
WholeOfIt-what_came_of_it = { $asked ->
    [all] This loop is the whole program, gradient descent
    [unknown] Such a loop is the whole program, whatever the rule of its steps
   *[several] This loop is the whole program, stochastic gradient descent
    }{ $rule ->
        [momentum] { " " }with momentum
        [adam] { " " }with Adam’s steps
       *[sgd] { "" }
    }: downhill, towards some local minimum. The [cost](cost) { COMPARE($cost_first, $cost_last) ->
    [more] falls
   *[less] goes
    } from { NUM($cost_first, decimals: 3) } to { NUM($cost_last, decimals: 3) }{ $judged ->
    [accuracy] ; of the unseen { PCT($right, decimals: 1) } are right
    [right] ; of its own examples { PCT($right, decimals: 1) } are right
    [unseen_cost] , and of the unseen examples to { NUM($right, decimals: 3) }
   *[none] { "" }
    }.
WholeOfIt-what_it_was_made_of = It was told no rule: it was given { $examples } { $outputs_are ->
    [numbers] examples with the numbers that belong to them
   *[classes] { $kind ->
        [handwritten] examples that people had labelled
       *[other] examples with their answers
    }
    }{ $epochs ->
    [0] { "" }
    [1] , each looked at once
    [2] , each looked at twice
   *[other] , each looked at { $epochs } times
    }.
WholeOfIt-the_first_question = Back at the first answer: which of the { $count } dials were to blame, and which way to turn each? Now you can read it.
WholeOfIt-what_comes_next = Each answer came back along such ways, factor by factor. How they multiply is the chain rule: the next chapter.
