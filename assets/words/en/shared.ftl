### Phrases that several messages share; they use the facts of the message that refers to them.

# "Take { an-example }, and": what the star is, with its class if there are classes.
an-example = { $outputs_are ->
    [numbers] { $kind ->
        [row] an example
       *[image] an image
    }
   *[classes] { $kind ->
        [handwritten] a handwritten
        [image] an image of the class
       *[row] an example of the class
    } [{ $star_class }](focus)
    }

# "this 2", "this example".
star-itself = { $outputs_are ->
    [numbers] { thing }
   *[classes] [{ $star_class }](focus)
    }

# The same without a colour.
star-plain = { $outputs_are ->
    [numbers] { thing }
   *[classes] { $star_class }
    }

# "to the 2", "to the output": what an output is called where there are several.
output-itself = { $classes ->
    [1] output
   *[other] { $output }
    }

# What an output does that should get larger or smaller.
light-up = { $outputs_are ->
    [classes] light up
   *[other] rise
    }

dim-down = { $outputs_are ->
    [classes] dim
   *[other] sink
    }

things = { $kind ->
    [row] examples
   *[image] images
    }

network-shown = { $updates ->
    [0] { $came_from ->
        [brought] the network as it came
       *[drawn] a network that has learned nothing yet
    }
    [one] the network as it is after { $updates } update
   *[other] the network as it is after { $updates } updates
    }

thing = { $kind ->
    [row] example
   *[image] image
    }

pixel = { $kind ->
    [row] input
   *[image] pixel
    }

pixels = { $kind ->
    [row] inputs
   *[image] pixels
    }

# What an activation is called, its name being the fact $function.
function-name = { $function ->
    [sigmoid] { activation-sigmoid }
    [tanh] { activation-tanh }
    [relu] { activation-relu }
    [leaky_relu] { activation-leaky_relu }
    [gelu] { activation-gelu }
    [softmax] { activation-softmax }
   *[identity] { activation-identity }
    }

# "the 2 gets 0.31, but": what comes out of the first recorded network for the followed example.
what-comes-out = What comes out is { $answer ->
    [right] { $came_from ->
        [brought] right
       *[drawn] { $updates ->
            [0] luck
           *[other] right
        }
    }
   *[wrong] { $came_from ->
        [brought] wrong
       *[drawn] { $updates ->
            [0] trash
           *[other] wrong
        }
    }
    }

and-or-but = { $answer ->
    [right] and
   *[wrong] but
    }

over-examples = over { $examples ->
    [one] { $examples } example
   *[other] { $examples } examples
    }

# What a neuron is called where it is one of many: "from { neuron-named } to …".
neuron-named = { $neuron_kind ->
    [pixel] the pixel in row { INDEX($row) }, column { INDEX($column) }
    [named] { $input }
    [input] input { INDEX($neuron) }
    [output] output { $class }
   *[hidden] neuron { INDEX($neuron) } of layer { INDEX($layer) }
    }
