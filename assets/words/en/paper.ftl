### What is printed: the handout, with a step of learning by hand.

handout = How a neural network learns
    .given = { $solutions ->
        [yes] Solutions
       *[no] {""}
    }
    .about = A { $sizes } network on { $data }: what is told, and one step of learning by hand.
    .version = Version { $version }
    .solutions = Version { $version } · solutions

# What is pasted under a film where it is uploaded; the films' titles are those of the chapters, and `handout`.
upload =
    .about = Every number in this film is read from the record of a training run: a { $sizes } network on { $data }.
    .chapters = Chapters
    .subtitles = Subtitles

# Beside what is said: a cost "after 3 updates".
numbers-said =
    .after = after { $updates ->
        [one] { $updates } update
       *[other] { $updates } updates
    }

## One step of learning by hand. Its sections, in their order:

by-hand = By hand: one step of learning
    .forward = Forward: what does the network say?
    .cost = The cost: how wrong is that?
    .backward = Backward: how does the cost answer to each neuron?
    .step = Step: what changes, and by how much?
    .again = Forward once more, after the step

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
        This network has { $inputs ->
            [one] one input
           *[other] { $inputs } inputs
        }{ $hidden ->
            [0] {""}
            [one] , one hidden neuron
           *[other] , { $hidden } hidden neurons
        } and { $outputs ->
            [one] one output
           *[other] { $outputs } outputs
        }. The weight [w_(j k)^((l))](math) leads from neuron [k](math) to neuron [j](math) of layer [l](math); all count from 0.
        { $functions ->
            [one] The neurons’ function is { $value },
           *[two] The function of hidden neurons is { $value }, of outputs { $value_out },
        } the learning rate is [eta = { NUM($eta, short: 6) }](math).
    .step =
        { $rule ->
            [same] {""}
           *[plainer] This step is plain gradient descent, whatever rule the network of the lesson learns by.
        } { $learned ->
            [all] {""}
           *[weights] Only weights are changed; the biases stay as they are.
        }
    .exercise =
        Take four decimals. Whoever goes on with rounded numbers may be off by one or two in the last one.
    .solutions =
        Numbers are rounded once, to four decimals. Where the numbers as printed do not give exactly the next one,
        it says [approx](math).
    .how-back =
        Begin with the output layer; the hidden layer needs its [delta](math). { by-hand-says.of-each }
    .how-back-one =
        { by-hand-says.of-each }
    .of-each =
        For { $functions ->
            [one] each { $slope } and
           *[two] hidden neurons { $slope }, for outputs { $slope_out }, for all
        } [delta = sigma'(z) dot partial C \/ partial a](math).
    .question = The cost was … and is now …. Has it come down?
    .answer = The cost has { COMPARE($after, $before) ->
        [less] come down
       *[other] not come down: it went
    } from { NUM($before, decimals: 4) } to { NUM($after, decimals: 4) }.
    .course = After each of the first { $steps } steps it is { $costs }.
    .end = After { $updates } steps it is { NUM($end, figures: 2) }.

# A deck in the browser: what its own keys do, and what it says where its films are not to be found.
deck =
    .toggle = Play, pause, or play again
    .again = Play this step again
    .home = Begin with the first slide
    .captions = Show or hide captions
    .missing = A film is not here: unpack the whole archive, and leave the folder { $folder } beside this page.

# What the browser's list of keys and the speaker's window say.
reveal =
    .keys = Keys
    .key = Key
    .does = What it does
    .next = Next slide or step
    .previous = Previous slide or step
    .whole = Go on by whole slides, without steps
    .ends = First or last slide
    .blank = Blank the screen, and pause
    .overview = All slides
    .fullscreen = Full screen
    .jump = Go to a slide
    .speaker = Open the speaker's window
    .loading = The deck is being looked for …
    .upcoming = Next
    .time = Time
    .reset = Click to begin at 0
    .notes = Notes
    .layout = Layout
    .default = Usual
    .wide = Wide
    .tall = Tall
    .notes-only = Notes alone

# What numbers are called in a lecturer's notes: by what a symbol stands for, and the symbol (cost C, activation a3);
# what has none by its array in the trace (see the list of arrays), with its exhibit where others mean something else.
shown-number =
    .cost = cost
    .activation = activation
    .sum = weighted sum
    .weight = weight
    .bias = bias
    .input = input
    .target = target
    .derivative = derivative
    .effect = effect
    .delta = delta
    .steps = updates made
    .accuracy = share of the unseen right
    .right = share of the training examples right
    .unseen_cost = mean cost of the unseen
    .components = numbers in the gradient
    .zero = those that are exactly 0
    .step-C_all = cost C after the whole step
    .step-C_most = cost C after the step of the few
    .step-C_others = cost C after the step of all others
    .components-size = size of a component
    .components-step = nudge −∂C/∂w
    .data-running = mean cost so far
    .data-unseen_y = target of the unseen
    .figure-costs_so_far = costs in the mean so far
    .figure-cost_added_up = sum so far
    .figure-parameters = weights and biases
    .figure-right_at_first = right before the training
    .figure-epochs_until_half = epochs until half are right
    .learning-right = right
    .line-first_w = weight w before the training
    .line-first_C = cost C before the training
    .memory-epochs = epochs
    .memory-true_right = share right, true labels
    .memory-true_unseen = share of the unseen right, true labels
    .memory-shuffled_right = share right, shuffled labels
    .memory-shuffled_unseen = share of the unseen right, shuffled labels
    .neuron-products = weight times input
    .neuron-running = sum so far
    .boundary-neurons = number of the neuron
    .plane-length = length of the gradient
    .plane-path_C = mean cost C on the way down
    .mean_C = mean cost C
    .terms-gap = gap
    .tested-wrong_x = inputs that are read wrong
    .wider-own = share of the unseen right
    .wider-share = share of the unseen right, wider network
    .batches-sizes = examples in a batch
    .batches-updates = updates made
    .figure-asked_so_far = examples asked so far
    .figure-pulling_up = those that want it higher
    .figure-pulling_down = those that want it lower
    .one-most = those with nine tenths of the square of the length
    .only-said = share of the unseen with this answer
    .paths-batch = examples in a mini-batch
    .paths-full_C = cost C, the careful walker
    .paths-full_examples = examples asked, the careful walker
    .paths-full_seconds = seconds, the careful walker
    .paths-mini_C = cost C, the hasty walker
    .paths-mini_examples = examples asked, the hasty walker
    .paths-mini_seconds = seconds, the hasty walker
    .sensitivity-change_C = change of the cost C
    .tugs-mean = mean nudge
    .tugs-so_far = mean nudge so far
    .figure-run_of = run of the tangent
    .figure-rise_of = rise of the tangent
    .figure-updates_at_rates = updates made
    .graph-values = value of a node
    .slopes-error = error a − y
    .several-mean_dC_dw = mean derivative ∂C/∂w
    .several-mean_dC_db = mean derivative ∂C/∂b
    .measured_dC_da = measured derivative ∂C/∂a
    .measured_dC_dw = measured derivative ∂C/∂w
    .threads-far_z = weighted sum z, far out
    .threads-far_a = activation a, far out
    .threads-far_C = cost C, far out
    .threads-ratio_dz_dw = change of z by that of w
    .threads-ratio_da_dz = change of a by that of z
    .threads-ratio_dC_da = change of C by that of a
    .wishes-table = product along a path

# What is joined before and after a film or a deck.
film =
    .intro = Opening
    .outro = Closing
