### What is said in the chapter Descent: one message a scene (its title, with its labels), one a beat.

# The output that the star is about, where a sentence begins; and what it should show.
own-output = { $outputs_are ->
    [one] The output
   *[other] The { $label }
    }

should-show = { $outputs_are ->
    [classes] 1
    [one] { $y_label }
   *[numbers] { NUM($y_label, decimals: 2) }
    }

## D1: a network that answers everything with one word, and its training

NeverTold = A network that was never told how
    .right = of { $shown } right
    .steps = steps
NeverTold-one_answer = { $updates_first ->
    [0] { $answers ->
        [one] { $kind ->
            [handwritten] { $shown } handwritten digits
            [image] { $shown } images
           *[row] { $shown } examples
            }, and one answer to all of them: { $answer }.{ $came_from ->
                [brought] { "" }
               *[drawn] { " " }This network knows nothing.
            }
       *[several] { $came_from ->
            [brought] A network from elsewhere is asked { $shown } times. { $right_first } of its answers are right.
           *[drawn] A network that knows nothing is asked { $shown } times. Only { $right_first } of its answers are right.
        }
        }
   *[other] After { $updates_first } steps of its training a network is asked { $shown } times.
    }
NeverTold-the_training = Now it is trained, in { $updates } small { $updates ->
        [one] step
       *[other] steps
    }. Nobody says { $kind ->
    [handwritten] what a { $label } looks like.
   *[other] how to tell one class from another.
    }
NeverTold-back_to_the_start = { $learned ->
    [all] It got all { $shown } of these training examples right. Nobody programmed this. How? Back to the start.
    [more] It got { $right_last } of these training examples right. Nobody programmed this. How? Back to the start.
   *[no_more] How is a network trained, and what does it learn? Back to the start, to look inside.
    }

## D1: what a network is

TheNetwork = What a network is
    .input = { $many } { $many ->
        [one] { pixel }
       *[other] { pixels }
    }
    .hidden = { $many } { $many ->
        [one] neuron
       *[other] neurons
    } in between
    .output = { $many } { $many ->
        [one] output
       *[other] outputs
    }
TheNetwork-the_numbers = To a program { $kind ->
    [row] an example
   *[image] this image
    } is { $inputs ->
        [one] { $inputs } number
       *[other] { $inputs } numbers
    }{ $scaling ->
        [scaled] , here scaled:
       *[as_they_are] :
    } { $brightness ->
        [zero_to_one] 0 is dark, 1 is bright
       *[wider] the larger, the brighter
    }.
TheNetwork-the_first_layer = In a network each { $kind ->
    [row] number is that of
   *[image] pixel is
    } a neuron, and its brightness is its activation [a](math).
TheNetwork-layer_by_layer = { $hidden ->
    [0] These decide how bright the { $classes ->
        [1] output is
       *[other] outputs are
    }
   *[other] Each layer decides how bright the next is; in the end, the { $classes ->
        [1] output
       *[other] outputs
    }
    }: { $outputs_are ->
        [one] a single one, that tells two classes apart
        [numbers] { $classes ->
            [1] the number that is asked for
           *[other] one for each number that is asked for
        }
       *[classes] { $kind ->
            [handwritten] one for each digit
           *[other] one for each possible answer, or class
        }
    }.
TheNetwork-the_answer = { $outputs_are ->
    [one] Its activation is the answer: { NUM($a_label, decimals: 2) }. For the class [{ $star_class }](focus) it should be { $y_label }.{ nothing-yet }
    [numbers] { $classes ->
        [1] Its activation is the answer
       *[other] Their activations are the answers
    }: the [{ $label }](focus) comes out as { NUM($a_label, decimals: 2) } and should be { NUM($y_label, decimals: 2) }.{ nothing-yet }
   *[classes] { $answer ->
        [right] The brightest output is the answer: the [{ $brightest }](focus). Right{ $came_from ->
            [brought] { "" }
           *[drawn] , by luck
        }
        [wrong] The brightest output is the answer: the [{ $brightest }](focus). Wrong
       *[other] The brightest output is the answer; here none is brighter than all others
    }{ $came_from ->
        [brought] { "" }
       *[drawn] : { $updates ->
            [0] it knows nothing yet
           *[other] it has not learned enough
        }
    }.
    }

# After a number that comes out and the one that should: it is no wonder that they differ.
nothing-yet = { $came_from ->
    [brought] { "" }
   *[drawn] { $updates ->
        [0] { " " }The network knows nothing yet.
       *[other] { "" }
    }
    }

## D2: one neuron

OneNeuron = One neuron
    .strongest = the strongest: { NUM($strongest, decimals: 2) }
    .activations = input
    .weights = { $kind ->
        [row] weight
       *[image] weights
    }
    .products = { $kind ->
        [row] product
       *[image] pixel × weight
    }
    .more = + { $more } more
    .sum = all products
    .bias = bias
    .both = together
    .neuron = the neuron
OneNeuron-its_weights = Take one neuron. It has a weight for { $inputs ->
    [one] its
   *[other] every
    } { pixel }: [positive](up) or [negative](down).
OneNeuron-the_products = { $inputs ->
    [one] The { pixel } is multiplied by its weight
   *[other] Each { pixel } times its weight, and all of it adds up
    }{ $dark ->
    [some] ; where it is { $kind ->
        [row] 0
       *[image] dark
    }, nothing is left.
   *[none] .
    }
OneNeuron-the_sum = One more number, the bias, shifts the sum.
OneNeuron-the_squash = { $does ->
    [zero_to_one] The { function-name } squashes any sum into 0 to 1: so bright is the neuron
    [minus_one_to_one] The { function-name } squashes any sum into −1 to 1: so bright is the neuron
    [cuts] The { function-name } keeps a positive sum and makes 0 of a negative one: so bright is the neuron
    [leaks] The { function-name } keeps a positive sum, and of a negative one a small part: so bright is the neuron
    [leaves] In this network the sum is left as it is: so bright is the neuron
   *[bends] The { function-name } keeps a large sum nearly as it is, and leaves little of a negative one
    }.

## D3: every weight and every bias is a dial

EveryDial = Dials to turn
    .weights = weights
    .biases = biases
    .count = dials
EveryDial-every_weight = From every { pixel } to every { $hidden ->
    [0] output
   *[other] neuron, and so on
    }: each edge is a weight, a dial to turn.
EveryDial-every_bias = Each neuron after the { $inputs ->
    [one] { pixel }
   *[other] { pixels }
    } has a bias too: in all { $count } dials.
EveryDial-one_of_them = To learn is to find a setting of all of them. This is one; keep an eye on it.

## D4: examples with answers

LabelledExamples = Examples with answers
    .all_examples = { $all ->
        [one] { $all } example
       *[other] { $all } examples
    }{ COMPARE($shown, $all) ->
        [less] { " " }({ $shown } shown)
       *[same] { "" }
    }{ $origin ->
        [uci] : { $scanned } × { $scanned } scans, drawn larger
        [mnist] { " " }of MNIST, { $pixels } × { $pixels } pixels
        [scaled] , scaled to { $pixels } × { $pixels } pixels
       *[rows] { "" }
    }
    .to_learn_from = { $examples } to learn from{ COMPARE($shown, $examples) ->
        [less] { " " }({ $shown } shown)
       *[same] { "" }
    }
    .unseen = { $unseen } put aside, unseen{ COMPARE($shown, $unseen) ->
        [less] { " " }({ $shown } shown)
       *[same] { "" }
    }
LabelledExamples-only_examples = No rule is written down. All the network ever gets is examples.
LabelledExamples-their_labels = { $outputs_are ->
    [numbers] Each has its right answer: { $classes ->
        [1] the number that belongs to it
       *[other] the { $classes } numbers that belong to it
    }.
   *[classes] Each has its right answer, given by people: its label.
    }
LabelledExamples-put_aside = { $unseen ->
    [1] One is put aside: what it never saw, it cannot know by heart.
   *[other] Some are put aside: what it never saw, it cannot know by heart.
    }

## D5: it starts at random

StartsWithNoise = It starts at random
StartsWithNoise-random_dials = { $came_from ->
    [brought] A training begins with dials drawn at random. These are as another program left them{ $updates ->
        [0] .
        [one] , turned once.
       *[other] , turned { $updates } times.
    }
   *[drawn] { $updates ->
        [0] Nobody has turned a dial yet: all of them are drawn at random.
        [one] All dials were drawn at random. Here they have been turned once since.
       *[other] All dials were drawn at random. Here they have been turned { $updates } times since.
    }
    }
StartsWithNoise-the_same_example = { $outputs_are ->
    [one] The single output answers for both classes: it shows { NUM($a_label, decimals: 2) } and, for the class { $star_class }, should show { $y_label }.
    [numbers] { $came_from ->
        [brought] What comes out
       *[drawn] { $updates ->
            [0] What comes out is noise
           *[other] What comes out
        }
    }: { NUM($a_label, decimals: 2) } for the { $label }, where { NUM($y_label, decimals: 2) } is right.
   *[classes] { what-comes-out }: the { $label } gets { NUM($a_label, decimals: 2) } and should get 1, the { $loudest } gets { NUM($a_loudest, decimals: 2) }.
    }

## D6: how wrong the network is on one example

CostOfOne = How wrong is it?
    .cost = cost
CostOfOne-one_output = { $judged ->
    [label] { own-output } shows { NUM($a_label, decimals: 2) }. What this costs is minus its logarithm: the nearer to 0, the more.
    [each] { own-output } shows { NUM($a_label, decimals: 2) }. What this costs is minus { SIGN($y_label) ->
        [zero] the logarithm of what is left to 1: the nearer to 1, the more
       *[positive] its logarithm: the nearer to 0, the more
    }.
    [half_squares] { own-output } shows { NUM($a_label, decimals: 2) } and should show { should-show }. On that gap stands a square; half of it counts.
    [mean_square] { own-output } shows { NUM($a_label, decimals: 2) } and should show { should-show }. On that gap stands a square; a part of it counts.
   *[squares] { own-output } shows { NUM($a_label, decimals: 2) } and should show { should-show }. On that gap stands a square.
    }
CostOfOne-all_outputs = { $judged ->
    [label] The other outputs add nothing of their own.
    [each] The others cost more, the nearer they are to 1.
   *[squares] So for every output. A square grows faster than its side: far off counts most.
    }
CostOfOne-the_sum = { $classes ->
    [1] That is
   *[other] Poured together, they are one amount:
    } the [cost](cost) of this example, { NUM($cost, fine: 2) }.

## D7: the cost of the network

CostOfAll = The cost of the network
    .cost = cost
    .asked = examples asked
CostOfAll-each_its_own = Every example has its own [cost](cost), and leaves a dot. The line is their average so far.
CostOfAll-the_answers = Look at the { $classes ->
    [1] output: it moves
   *[other] outputs: they move
    } by { NUM($widest, figures: 2) } at most.{ $answers ->
    [one] { " " }It answers { $answer } to everything.
   *[several] { "" }
    }
CostOfAll-over_all = Over all { $examples } training examples the average is { NUM($mean, $costs, like: 2) }: the [cost](cost) [C](math) of this network.

## D8: one number for all the dials

OneNumber = One number for all the dials
    .pixels_in = { $kind ->
        [row] { numbers-in } in
       *[image] { $inputs ->
            [one] { $inputs } pixel
           *[other] { $inputs } pixels
        } in
    }
    .dials_inside = { $count } dials inside
    .answers_out = { $classes ->
        [one] { $classes } answer out
       *[other] { $classes } answers out
    }
    .dials_in = { $count } dials in
    .examples_inside = { $examples ->
        [one] { $examples } example inside
       *[other] { $examples } examples inside
    }
    .one_number_out = one number out
OneNumber-the_network = The network is a machine: { pixels } in, answers out, [dials](focus) inside.
OneNumber-turned_about = Turn it about: all dials go in, the examples stay inside, one number comes out: [C](cost).
OneNumber-turn_one = One [dial](focus) turns, and the number answers.
OneNumber-all_of_them = To learn is to turn all { $count } until it is small.

numbers-in = { $inputs ->
    [one] { $inputs } number
   *[other] { $inputs } numbers
    }

## D9: one dial alone

OneDial = One dial alone
    .minimum = local minimum
    .slope = { $slope ->
        [negative] negative: [turn it up](up)
        [positive] positive: [turn it down](down)
       *[level] slope 0: no way
    }
OneDial-why_there = { $made ->
    [0] Our [dial](focus) stands at
   *[other] Training left our [dial](focus) at
    } { NUM($value, $turns, like: 3) }. Turn it from end to end: watch the { $classes ->
    [1] output
   *[other] outputs
    } and the [cost](cost).
OneDial-looked_for = { $tried ->
    [1] No other dial was tried: from the lit { pixels } there is only this one.
   *[other] This dial was looked for: of { $tried } that were tried, its [curve](cost) is the clearest.
    }
OneDial-both_ways = { $slopes ->
    [level] The [cost](cost) is the same all along: the slope is 0, and shows no way.
    [both] Left of the dip the slope is negative: turn the dial [up](up). Right of it, positive: turn it [down](down).
   *[other] Where the slope is negative, turn the dial [up](up); where it is positive, turn it [down](down).
    }
OneDial-it_rolls = { $slopes ->
    [level] Where the slope is 0, a step is 0 too: a ball stays where it is.
   *[other] A ball sees only the slope under it: long steps where it is steep, short ones where it is flat.
    }
OneDial-the_minimum = { $valleys ->
    [level] No place is lower than another: along this dial the [cost](cost) never changes.
   *[other] { $walks ->
        [on_the_way] A ball still on a slope rolls on: it would rest at a local minimum, the lowest place around.
       *[there] { $valleys ->
            [two] Each ball has found a local minimum of its own: the lowest place around, not always of all.
           *[other] Both rest at a local minimum, the lowest place around.{ $rests ->
                [near] { " " }{ $made ->
                    [0] Our dial stands near it; others shape it too.
                   *[other] Training left our dial near it; others shape it too.
                }
               *[away] { "" }
            }
        }
    }
    }

## D10: two directions at once

TwoDials = Two dials at once
    .one = first dial
    .other = second dial
    .over = over { $examples ->
        [one] { $examples } example
       *[other] { $examples } examples
    }
    .else = { $updates ->
        [0] { $came_from ->
            [brought] all else as it came
           *[drawn] all else untrained
        }
       *[other] all else as learned
    }
    .steepness = steepness
TwoDials-another_dial = Now turn a second [dial](focus) too: with each of its settings, another curve.
TwoDials-the_landscape = Over two dials the [cost](cost) is a landscape: high where the network errs.
TwoDials-the_gradient = { $ground ->
    [level] Here the [gradient](cost) is 0: no way leads up or down.
   *[flattens] The [gradient](cost) points the steepest way up; its length says how steep.
    }
TwoDials-the_steepest_way_down = { $ground ->
    [level] So minus the gradient is 0 too, and so is each step.
    [no_step] The other way, against the gradient, is the steepest way down.
   *[flattens] Go the steepest way down: a step, look again, a step.
    }
TwoDials-the_flat = { $ground ->
    [level] On level ground the walk stays where it is.
    [no_step] Here the walk has no step: it stays where it starts.
    [even] Each step is as long as the arrow says.
   *[flattens] The flatter the ground, the shorter the step: { $rests ->
        [on_the_way] after { $steps } it is still on its way.
        [level] after { $steps } it is all but level.
       *[minimum] after { $steps } it is almost level, near a [minimum](focus).
    }
    }
TwoDials-all_of_them = With all { $count } dials the rule is the same, except that nobody can draw their landscape.

## D11: step by step

StepByStep = Step by step
    .first_line = [1 quad](math) compute the gradient
    .second_line = [2 quad](math) take a small step against it
    .third_line = [3 quad](math) repeat
    .cost = [C](math), the mean [cost](cost) of { $examples ->
        [1] the training example
       *[other] all { $examples } training examples
    }
    .whole = { $rule ->
        [adam] a plain step that asks all
       *[sgd] a step that asks all
    }
    .at_first = first
    .across = steps
StepByStep-the_gradient = Turned round, the gradient says what { $examples ->
    [1] the example wants
   *[other] all { $examples } examples want
    } of each dial: [up](up) or [down](down).
StepByStep-a_small_step = A small step that way, all dials at once: the [cost](cost) { $goes ->
    [falls] falls from { NUM($first, $then, apart: 3) } to { NUM($then, $first, apart: 3) }.
    [rises] goes from { NUM($first, $then, apart: 3) } to { NUM($then, $first, apart: 3) }: too large a step.
   *[stays] stays at { NUM($first, $then, apart: 3) }, for the ground is level.
    }
StepByStep-the_run = Again and again: [gradient descent](focus). { $asked ->
    [all] { $updates ->
        [1] Here is the one step of the run
       *[other] Here are all { $updates } steps of the run
    }
    [unknown] Here are the { $updates } steps of the run, by a rule that is not told
   *[several] For speed, each of { $updates } steps asks only { $asked ->
        [one] one example
       *[several] { $batch ->
            [1] one example
           *[other] { $batch } examples
        }
    }
    }{ $rule ->
        [momentum] , and keeps a part of the step before
        [adam] . Adam divides what each dial is asked by how much it is usually asked
       *[sgd] { "" }
    }.

StepByStep-the_answer = { $outputs_are ->
    [one] The [output](focus)
   *[other] The [{ $label }](focus)
    } { COMPARE($before, $after) ->
    [same] is { NUM($after, decimals: 2) } as it was
   *[more] went from { NUM($before, $after, apart: 2) } to { NUM($after, $before, apart: 2) }
    }{ $outputs_are ->
    [classes] { $answer ->
        [right] .
        [shared] , as bright as others.
        [none] , but others are brighter.
       *[wrong] , but the { $brightest } is brighter.
    }
   *[other] , and should be { should-show }.
    }

## D12: all dials at once

EveryComponent = All dials at once
    .components = numbers, one for each dial
    .zero = are exactly 0
    .lit = how often lit ({ $never } never)
    .upward = size of each number
    .column = minus the gradient
    .across = rank by size: each mark ten times as many
    .largest = the [{ $most } largest](focus)
    .of_all = all { $count } dials make the step
    .of_most = only the [{ $most } largest](focus)
    .of_others = only the { $others } others
    .component = { $what ->
        [bias] bias of { $to ->
            [output] { its-output }
           *[neuron] neuron { $target }
        }
       *[weight] { $from ->
            [pixel] pixel { $source }
            [named] { $source }
            [input] input { $source }
           *[neuron] neuron { $source }
        } to { $to ->
            [output] { its-output }
           *[neuron] neuron { $target }
        }
    }
EveryComponent-every_dial = { $count } numbers. { $zeros ->
    [all] Just now all of them are 0: the ground is level.
    [none] None of them is exactly 0.
   *[some] { $zero } { $zero ->
        [one] is
       *[other] are
    } exactly 0{ $dark ->
        [none] .
        [few] , some for { dark-in-every-example }.
        [most] , most for { dark-in-every-example }.
       *[all] : for { dark-in-every-example }.
    }
    }
EveryComponent-the_few = Sorted by size{ $most ->
    [0] , none stands out: no dial counts.
    [1] : without [the largest](focus) of { $count }, the gradient is not even a third as long.
   *[other] : without the [{ $most } largest](focus) of { $count }, the gradient is not even a third as long.
    }
EveryComponent-one_step = { $alone ->
    [nearly_as_far] A step of { $most ->
        [1] the [largest](focus)
       *[other] the [{ $most } largest](focus)
    } alone brings the [cost](cost) down nearly as far as a step of all { $count }.
   *[otherwise] One step of all takes the [cost](cost) to { NUM($C_all, $C_most, apart: 3) }; of these { $most } alone, to { NUM($C_most, $C_all, apart: 3) }; of all others, to { NUM($C_others, $C_all, apart: 3) }.
    }
EveryComponent-the_column = The sign says which way, the size how much. Times { NUM($eta, short: 2) }, the learning rate [eta](math): that is { $rule ->
    [adam] one plain step. This run’s rule, Adam, divides each number by its usual size first
    [unknown] one plain step. How this run made its own is not told
   *[sgd] one step
    }.

its-output = { $outputs_are ->
    [one] the output
   *[other] the { $target }
    }

# How often all examples are gone through until half of the true labels are learned.
times-until-true = { $true_half ->
    [one] { $true_half } time
   *[other] { $true_half } times
    } through

dark-in-every-example = { $kind ->
    [row] inputs that are 0 in every example
   *[image] pixels dark in every example
    }

## D13: why neurons do not jump

Smoothness = Why neurons do not jump
    .switched = { $judged ->
        [label] with switches: wrong outputs per example
        [each] with switches: wrong outputs per example
       *[squares] with switches, on the same axes
    }
Smoothness-without_jumps = No neuron here jumps, so the [cost](cost) does not either: { $valleys ->
    [level] but this dial changes nothing.
   *[other] its slope shows the way.
    }
Smoothness-switches = Were each neuron a switch, 0 or 1, the { $judged ->
    [label] number of wrong outputs
    [each] number of wrong outputs
   *[squares] [cost](cost)
    } { $levels ->
    [1] would never change.
   *[other] would be a staircase.
    }
Smoothness-no_way = On { $levels ->
    [1] [level](focus) ground
   *[other] each [tread](focus)
    } the slope is 0: it shows no way down.

## D14: what it learned

WhatItLearned = What it learned
    .upward = share of the unseen that it gets right
    .upward_both = share of the unseen: [it](ink), and [{ $times } times as wide](focus)
    .across = steps
    .all = all
    .says = it says { $says }
    .output = with { NUM($output, decimals: 2) }
    .actual = it is { $actual }
WhatItLearned-over_the_run = { $count ->
    [1] One { thing }
   *[other] { $count } { things }
    } it has never seen: { $course ->
    [climbs] in the end [{ PCT($last, decimals: 1) }](focus) come out right
    [falls] from { PCT($first, decimals: 1) } down to [{ PCT($last, decimals: 1) }](focus) come out right
   *[stays] still [{ PCT($last, decimals: 1) }](focus) come out right
    }.
WhatItLearned-if_it_were_wider = { $hidden ->
    [0] With a hidden layer
   *[other] { $times } times as wide
    }{ $wide_run ->
    [part] , after a part of these steps
   *[other] { "" }
    }: [{ PCT($wide, decimals: 1) }](focus){ $gain ->
        [more] , { $gained } more
        [less] , { $gained } fewer
       *[same] { "" }
    }.{ $enlarged_from ->
    [0] { "" }
   *[other] { " " }These are { $enlarged_from }×{ $enlarged_from } scans, enlarged.
    }
WhatItLearned-can_you_read_them = { $wrong ->
    [0] It gets none of them wrong.
    [1] This is the one that it gets wrong. { $kind ->
        [row] Could you tell what it is?
       *[image] Can you read it?
    }
   *[other] { COMPARE($shown, $wrong) ->
        [same] These are the { $wrong } that it gets wrong.
       *[less] These are { $shown } of the { $wrong } that it gets wrong.
    } { $kind ->
        [row] Could you tell what they are?
       *[image] Can you read them?
    }
    }
WhatItLearned-wrong_ones = { $wrong ->
    [0] There will be others: it has seen only so many.
   *[other] { $surest ->
        [sure] It can be sure and wrong: it says [{ $says }](focus) with { NUM($output, decimals: 2) }, and it is { $actual }.
       *[other] { $wrong ->
            [1] It
           *[other] The surest of these: it
        } says [{ $says }](focus), with { NUM($output, decimals: 2) }. It is { $actual }.
    }
    }

## D15: where it draws the line, for two inputs

DecisionBoundary = Where it draws the line
    .steps = steps
    .mean_C = [cost](cost)
    .right = of { $examples } right
DecisionBoundary-the_plane = { $inputs_are ->
    [named] Two inputs, { $across } and { $up }, are a plane
   *[input] Two inputs are a plane
    }: each example is a point, { $answers ->
        [numbers] as bright as its number.
       *[two] and its mark says its class.
    }
DecisionBoundary-untrained = Untrained, { $answers ->
    [numbers] its answer at every place of the plane: the brighter, the larger{ $at_first ->
        [seen] ; on each line it is the same
       *[none] { "" }
    }.
    [two] the brighter a place, the larger the output for { $second }; { $at_first ->
        [seen] on the line it changes its answer
       *[none] it says { $only } everywhere
    }: { $right_first } of { $examples } are right.
   *[several] the brighter a place, the surer its answer; { $at_first ->
        [seen] on the lines it changes its answer
       *[none] it says { $only } everywhere
    }: { $right_first } of { $examples } are right.
    }
DecisionBoundary-it_moves = { $answers ->
    [numbers] Trained, the ground moves to the examples: where it meets one, both are equally bright. The [cost](cost) goes from { NUM($cost_first, $cost_last, apart: 3) } to { NUM($cost_last, $cost_first, apart: 3) }.
   *[two] { $wrong ->
        [late] The [marked one](focus), of class { $own }, is right for good after { $until } of { $updates } steps
        [still] The [marked one](focus), of class { $own }, is wrong to the end
       *[never] All that are shown are right all the time
    }. At last { $right_last } of { $examples } are right, at a [cost](cost) of { NUM($cost_last, $cost_first, apart: 3) }.
    }
DecisionBoundary-its_bends = { $lines ->
    [0] No hidden neuron has a line on this plane, where its sum would be 0: none of them bends the boundary here.
   *[other] { COMPARE($lines, $neurons) ->
        [less] { $lines ->
            [1] The line of 1 of the { $neurons } { $hidden ->
                [1] hidden neurons
               *[other] neurons of the first hidden layer
            }, with its number, where its sum is 0
           *[other] The lines of { $lines } of the { $neurons } { $hidden ->
                [1] hidden neurons
               *[other] neurons of the first hidden layer
            }, each with its number, where its sum is 0
        }
       *[same] { $neurons ->
            [1] The hidden neuron has a line, where its sum is 0
           *[other] Each of the { $lines } { $hidden ->
                [1] hidden neurons
               *[other] neurons of the first hidden layer
            } has a line with its number, where its sum is 0
        }
    }{ $neurons ->
        [1] : { $answers ->
            [numbers] all lines of equal answers are parallel to it
           *[two] wherever the answer changes, it is parallel to it
        }
       *[other] { $meeting ->
            [apart] : across it, the neuron goes from dark to bright
           *[meet] , the wider the more it weighs. Where they count, { $answers ->
                [numbers] the lines of equal answers bend
               *[two] the boundary bends
            }
        }
    }.
    }

## D15: what it did not learn

WhatItDidNot = What it did not learn
    .hoped = hoped for
    .seen = learned{ COMPARE($drawn, $neurons) ->
        [less] { "" }: { $drawn } of { $neurons }
       *[same] { "" }
    }
    .signs = [positive](up), [negative](down)
    .scale = each on a scale of its own
    .says = it says { $says }
    .output = with { NUM($output, decimals: 2) }
WhatItDidNot-what_one_hoped = What do its first { $neurons ->
    [1] { "" }neuron
   *[other] { $neurons } neurons
    } look for?{ $kind ->
    [handwritten] { " " }Edges, strokes, loops?
   *[other] { "" }
    }
WhatItDidNot-its_weights = { $kind ->
    [row] There are only these weights, and no rule
    [image] Their weights: hardly a shape that one could name
   *[handwritten] Their weights: blots and noise
    }{ $works ->
    [much] . And still it works
   *[little] { "" }
    }.
WhatItDidNot-noise = Now noise, every { pixel } by chance: it says [{ $said }](focus), with { NUM($top, decimals: 2) }.
WhatItDidNot-how_sure = Above one half: { $sure ->
    [0] none
   *[other] [{ $sure }](focus)
    } of { $noise } of noise, { $real_sure } of { $real } real unseen ones. It never learned from noise.

## D16: understood, or learned by heart

Memorising = Understood, or learned by heart?
    .right = answered as labelled: [true](ink) labels, [shuffled](focus) ones
    .unseen = unseen, truly right: after [true](ink), after [shuffled](focus) labels
    .across = times through all of them
    .all = all
Memorising-shuffled_labels = One more test: { $examples } { things }, and their labels [dealt anew](focus).
Memorising-what_it_has_seen = { $learned ->
    [by_heart] A fresh network learns even these by heart{ $taken_for ->
        [dealt] , this { $own } as [{ $dealt }](focus)
       *[other] { "" }
    }: [{ PCT($shuffled, decimals: 1) }](focus) as dealt
    [much] A fresh network learns some even of these by heart: [{ PCT($shuffled, decimals: 1) }](focus) as dealt
   *[little] A fresh network gives { PCT($true, decimals: 1) } of the true labels, of [shuffled](focus) ones { PCT($shuffled, decimals: 1) },
    } after { $times ->
    [one] { $times } time
   *[other] { $times } times
    } through.
Memorising-which_is_sooner = { $soon ->
    [sooner] But true labels are learned sooner: half after { times-until-true }, not [{ $shuffled_half }](focus).
    [true_only] Half of the true labels are learned after { times-until-true }, of the [shuffled](focus) ones never.
    [not_sooner] Half of them are learned after { times-until-true }, of the [shuffled](focus) ones after { $shuffled_half }.
   *[not_true] So soon not half of them are learned.
    }
Memorising-what_it_has_not = On unseen { things } { $use ->
    [none] that is of no use: [{ PCT($shuffled_unseen, decimals: 1) }](focus), but { PCT($true_unseen, decimals: 1) } after true labels
   *[some] [{ PCT($shuffled_unseen, decimals: 1) }](focus) come out right, and { PCT($true_unseen, decimals: 1) } after true labels
    }.

## D16: the three functions

ThreeFunctions = Three functions, and a question
    .in = in
    .inside = inside: dials
    .out = out
    .dials_in = in: dials
    .examples = inside: { $examples ->
        [one] { $examples } example
       *[other] { $examples } examples
    }{ COMPARE($shown, $examples) ->
        [less] { " " }({ $shown } shown)
       *[same] { "" }
    }
    .cost = out: the [cost](cost)
    .direction = in: dials, out: a direction
ThreeFunctions-the_network = The network is a function: { $kind ->
    [row] numbers
   *[image] pixels
    } in, answers out; inside, { $count } dials.
ThreeFunctions-the_cost = The [cost](cost) is one too: dials in, one number out.{ $made ->
    [0] { "" }
   *[other] { " " }Here the training is taken back.
    }
ThreeFunctions-the_gradient = And the gradient: dials in, a direction out. Turned round, it says where to go.
ThreeFunctions-the_question = How are { $count } slopes found at once? By [backpropagation](focus), at work since the nineteen-eighties: the next chapter.
