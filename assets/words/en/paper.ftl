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
    .after = after { $updates } updates

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
    .next = Next slide or step
    .previous = Previous slide or step
    .left = Slide to the left
    .right = Slide to the right
    .up = Slide above
    .down = Slide below
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

# What numbers are called in a lecturer's notes, each with its symbol after it: cost C, activation a3.
shown-number =
    .cost = cost
    .activation = activation
    .sum = weighted sum
    .weight = weight
    .bias = bias
    .input = input
    .target = target
    .derivative = derivative

# What is joined before and after a film or a deck.
film =
    .intro = Opening
    .outro = Closing
