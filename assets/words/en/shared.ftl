### Phrases that several messages share; they use the facts of the message that refers to them.

# "Take one training { an-example } [2](focus)": what an example is, before its label.
an-example = example{ $kind ->
    [handwritten] , a handwritten
    [image] , an image of the class
   *[row] { "" } of the class
    }

things = { $kind ->
    [row] examples
   *[image] images
    }

network-shown = { $updates ->
    [0] a network that has learned nothing yet
    [one] the network as it is after { $updates } update
   *[other] the network as it is after { $updates } updates
    }
