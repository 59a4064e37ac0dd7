### Was im Kapitel Nudges gesagt wird: je Szene eine Nachricht (Titel und Beschriftungen), je Beat eine.

## N1: eine Antwort, und die Regler, die sie machten

TheQuestion = Welche Regler sind schuld?
    .one_of = einer von { $count }
    .lower = [niedriger?](down)
    .higher = [höher?](up)
TheQuestion-the_example = { $outputs_are ->
    [numbers] { $kind ->
        [row] Ein Beispiel
       *[image] Ein Bild
    }
   *[classes] { $kind ->
        [handwritten] Eine handgeschriebene
        [image] Ein Bild der Klasse
       *[row] Ein Beispiel der Klasse
    } [{ $star_class }](focus)
    } geht in { network-shown }.
TheQuestion-the_answer = { $outputs_are ->
    [one] Eine einzige Ausgabe antwortet für beide Klassen: { NUM($a_label, decimals: 2) }. Für { $star_class } sollte es { $y_label } sein.
    [numbers] Für [{ $label }](focus) kommt { NUM($a_label, decimals: 2) } heraus, richtig wäre { NUM($y_label, decimals: 2) }{ $classes ->
        [1] { "" }
       *[other] ; für { $loudest } kommt { NUM($a_loudest, decimals: 2) } heraus
    }.
   *[classes] { COMPARE($a_label, $a_loudest) ->
    [more] { $came_from ->
        [brought] { label-begins } antwortet
       *[drawn] { $updates ->
            [0] Nur zufällig antwortet { label-itself }
           *[other] { label-begins } antwortet
        }
    } am lautesten: { NUM($a_label, $a_loudest, apart: 2) }. Aber { loudest-itself } kommt auf { NUM($a_loudest, $a_label, apart: 2) }.
    [same] { label-begins } antwortet mit { NUM($a_label, decimals: 2) }, und { loudest-itself } genauso laut.
   *[less] Am lautesten antwortet { loudest-itself }: { NUM($a_loudest, $a_label, apart: 2) }. Es war aber { $kind ->
        [handwritten] eine [{ $label }](focus)
       *[row] ein { thing } für [{ $label }](focus)
    }, mit { NUM($a_label, $a_loudest, apart: 2) }.
    }
    }
TheQuestion-the_dials = { $count } Regler, die Gewichte und Biases, führten zu dieser Antwort. Welche davon sind schuld?
TheQuestion-the_flare = { $wanted ->
    [nothing] Die Antwort: keiner. Bei diesem Beispiel ändert kein Regler etwas, wenn man ihn ein wenig dreht. Bald ist klar, warum.
   *[something] Für dieses Beispiel: [Blau](up) heißt höher, [Orange](down) niedriger, je breiter, desto mehr. Am Ende können wir es lesen.
    }

## N2: was eine Zahl des Gradienten sagt

Sensitivity = Ein Regler nach dem anderen
    .cost_of = [Kosten](cost) aller
    .examples = { $examples } Beispiele
    .weight = Gewicht
    .first = { $wiggled ->
        [one] es
       *[two] A
    }
    .second = B
    .to_one = { NUM($ratio, decimals: 0) } zu 1
    .lit = { $kind ->
        [row] Eingabe nicht 0 in
       *[image] Pixel hell in
    }
    .share = { PCT($share) }
Sensitivity-the_first = { $wiggled ->
    [one] Eines
   *[two] Zwei
    } von { $weights } Gewichten. Wir drehen { $wiggled ->
    [one] daran
   *[two] an A
    }: Die [Kosten](cost), der Fehler des Netzes { over-examples }, { $first ->
    [moves] folgen
   *[rests] bewegen sich nicht
    }.
Sensitivity-the_second = { $wiggled ->
    [one] { SIGN($slope) ->
        [zero] Im Moment ist es mit jedem Gewicht so, dessen Eingabe weit von 0 liegt.
       *[other] Kein anderes Gewicht hat hier eine Eingabe weit von 0 und eine Zahl, die nicht 0 ist.
    }
   *[two] Wir drehen B genauso weit: Die Kosten bewegen sich { $second ->
        [rests] gar nicht.
        [barely] kaum, { NUM($ratio, decimals: 0) } zu 1. Dafür wurde B ausgesucht.
        [less] weniger.
       *[as_well] ebenso.
    }
    }
Sensitivity-where_it_is_dark = { $inputs_are ->
    [named] { $wiggled ->
        [one] Seine Eingabe, { $first_input }, ist in { PCT($first_lit) } aller Beispiele nicht 0. Wo sie 0 ist, bewirkt das Drehen nichts.
       *[two] { $whose ->
            [one_input] Beide beginnen bei { $first_input }, in { PCT($first_lit) } aller Beispiele nicht 0. Verschieden ist der Weg zu den Kosten.
           *[other] Die Eingabe von A, { $first_input }, ist in { PCT($first_lit) } aller Beispiele nicht 0; die von B, { $second_input }, in { PCT($second_lit) }. { $whose ->
                [as_often] Verschieden sind ihre Größe und der Weg zu den Kosten.
               *[other] Eingaben von 0 ändern nichts.
            }
        }
    }
    [input] { $wiggled ->
        [one] Seine Eingabe ist in { PCT($first_lit) } aller Beispiele nicht 0. Wo sie 0 ist, bewirkt das Drehen nichts.
       *[two] { $whose ->
            [one_input] Beide beginnen bei derselben Eingabe, in { PCT($first_lit) } aller Beispiele nicht 0. Verschieden ist der Weg zu den Kosten.
            [as_often] Jede Eingabe ist in { PCT($first_lit) } aller Beispiele nicht 0. Verschieden sind ihre Größe und der Weg zu den Kosten.
           *[other] Die Eingabe von A ist in { PCT($first_lit) } aller Beispiele nicht 0, die von B in { PCT($second_lit) }. Eingaben von 0 ändern nichts.
        }
    }
   *[pixel] { $wiggled ->
        [one] Sein Pixel ist in { PCT($first_lit) } aller Beispiele hell. Wo es dunkel ist, bewirkt das Drehen nichts.
       *[two] { $whose ->
            [one_input] Beide beginnen beim selben Pixel, hell in { PCT($first_lit) } aller Beispiele. Verschieden ist der Weg zu den Kosten.
           *[other] { $whose ->
                [oftener] Ein Grund:
               *[other] An Licht fehlt es nicht:
            } Das Pixel von A ist in { PCT($first_lit) } aller Beispiele hell, das von B in { PCT($second_lit) }. Dunkle ändern nichts.
        }
    }
    }
Sensitivity-what_it_says = Der Gradient sagt, wie sehr die [Kosten](cost) auf jedes Gewicht hören, und in welche Richtung. Ein Anstoß ist sein Gegenteil: bergab.

## N3, N4: was sich ein Beispiel von den Ausgaben wünscht

OutputNudges = Was sich dieses eine Beispiel wünscht
    .longest = längster
OutputNudges-the_example = Wir nehmen { an-example } und { network-shown }.
OutputNudges-the_outputs = { $outputs_are ->
    [one] Eine einzige Ausgabe antwortet für beide Klassen. Sie zeigt { NUM($a_label, decimals: 2) }.
    [numbers] Für [{ $label }](focus) gibt es { NUM($a_label, decimals: 2) } aus{ $classes ->
        [1] { "" }
       *[other] , für { $loudest } { NUM($a_loudest, decimals: 2) }
    }.
   *[classes] { what-comes-out }: { label-begins } kommt auf { NUM($a_label, decimals: 2) }, { and-or-but } { loudest-itself } auf { NUM($a_loudest, decimals: 2) }.
    }
OutputNudges-the_target = { $outputs_are ->
    [one] Für die Klasse [{ $star_class }](focus) sollte sie { $y_label } zeigen.
    [numbers] Richtig wäre { NUM($y_label, decimals: 2) } für [{ $label }](focus){ $classes ->
        [1] { "" }
       *[other] ; jede andere Zahl hat ihr eigenes Ziel
    }.
   *[classes] Richtig wäre eine 1 bei { label-dative }, und überall sonst eine 0.
    }
OutputNudges-the_wishes = { $outputs_are ->
    [one] Die Ausgabe
   *[classes] { label-begins }
    } { SIGN($wish) ->
    [positive] soll [{ light-up }](up)
    [negative] soll [{ dim-down }](down)
   *[zero] ist, wie sie sein soll
    }{ $classes ->
    [1] { "" }
   *[other] , { $the_rest ->
    [down] der Rest soll [dunkler werden](down)
    [up] der Rest soll [steigen](up)
    [both] der Rest soll zu seinen Zielen
   *[none] { $coupling ->
        [shared] und die Softmax-Funktion macht den Rest von selbst dunkler
       *[own] der Rest ist, wie er sein soll
    }
    }
    }.
OutputNudges-the_near_and_the_far = { $classes ->
    [1] Der Pfeil
   *[other] Jeder Pfeil
    } ist ein Wunsch: { $judged_by ->
    [squares] das Doppelte des Fehlers
    [half_squares] der Fehler
    [mean_square] das Doppelte des Fehlers, geteilt durch die Zahl der Ausgaben
   *[each] die Rate, mit der die Kosten sinken würden
    }{ $classes ->
    [1] , { NUM($wish, decimals: 2, sign: "always") }.
   *[other] { $the_rest ->
    [none] . { $judged_by ->
        [label] Diese Kosten sehen nur auf { label-plain }: Der Rest hat keine eigenen Wünsche.
       *[each] Nur { label-plain } wünscht sich etwas: Der Rest steht am Ziel.
    }
   *[other] . { $kind ->
        [handwritten] Die { $least } wünscht sich am wenigsten, die { $most } am meisten
       *[row] Ausgabe { $least } wünscht sich am wenigsten, Ausgabe { $most } am meisten
    }.
    }
    }

## N5: die drei Hebel einer Ausgabe

ThreeLevers = Drei Hebel für eine Ausgabe
    .cost = Kosten
    .bias = Bias
    .weight = Gewicht
    .neuron = Neuron
    .nudge = Anstoß
    .wish = Wunsch
    .of_bias = Bias
ThreeLevers-one_output = Wir nehmen { label-itself }. Sie zeigt { NUM($a_label, decimals: 2) } und soll { $outputs_are ->
    [numbers] { NUM($y_label, decimals: 2) }
   *[classes] { $y_label }
    } zeigen. Dreierlei Hebel könnten sie { SIGN($by_bias) ->
    [zero] bewegen
   *[other] { SIGN($wish) ->
        [positive] heben
       *[negative] senken
    }
    }.
ThreeLevers-the_bias = Erstens der Bias{ SIGN($by_bias) ->
    [zero] . Im Moment ist das Neuron flach: Ein wenig Drehen ändert nichts, und sein Anstoß ist 0.
   *[other] : Ein wenig höher gedreht, { SIGN($by_bias) ->
        [positive] senkt
       *[negative] erhöht
    } er die [Kosten](cost) mit der Rate { NUM($by_bias, $by_weights, $by_activations, like: 3, sign: "never") }. Das ist sein Anstoß: { SIGN($by_bias) ->
        [positive] [höher](up)
       *[negative] [niedriger](down)
    }.
    }
ThreeLevers-a_bright_weight = Zweitens ein Gewicht, das von { $activations ->
    [bright] einem hellen Neuron
   *[signed] einem Neuron weit von 0
    } kommt: Dieselbe Drehung zählt { NUM($a_bright, decimals: 2, sign: "never") }-mal so viel wie der Bias{ SIGN($a_bright) ->
    [negative] , in Gegenrichtung
   *[other] { "" }
    }.
ThreeLevers-a_dark_weight = { $before ->
    [1] Es ist das einzige Neuron vor { label-dative }. Wäre es dunkler, zählte sein Gewicht weniger.
   *[other] Ein Gewicht, das von { $activations ->
        [bright] { $darkest ->
            [dark] einem dunklen Neuron
           *[dimmer] einem weniger hellen Neuron
        }
       *[signed] dem Neuron am nächsten an 0
    } kommt: Dieselbe Drehung { SIGN($a_dark) ->
        [zero] ändert gar nichts
       *[other] zählt nur { NUM($a_dark, decimals: 2, sign: "never") }-mal so viel wie der Bias{ SIGN($a_dark) ->
            [negative] , in Gegenrichtung
           *[other] { "" }
        }
    }.
    }
ThreeLevers-an_activation = { $classes ->
    [1] Drittens ein Neuron davor: Dreht man es höher, { SIGN($weight) ->
        [positive] hebt es die Ausgabe
        [negative] senkt es die Ausgabe
       *[zero] bewegt es die Ausgabe nicht
    }, denn das Gewicht dazwischen ist { NUM($weight, decimals: 2) }.
   *[other] Drittens ein Neuron davor. Es bewegt alle Ausgaben: Was { label-dative } recht ist, kann die [Kosten](cost) dennoch erhöhen.
    }
ThreeLevers-locked = Aber ein Neuron ist gesperrt: Es folgt aus dem, was davor liegt. { label-begins } kann sich nur etwas wünschen, also müssen wir zurück.

## N6: wessen Gewichte zählen

BangForTheBuck = Alle Gewichte auf einmal
    .widest = dickste Kante: ein Anstoß von { NUM($widest, $by_weights, $by_activations, like: 3, sign: "never") }
    .brightness = { $activations ->
        [bright] Helligkeit
       *[signed] Aktivierung
    }
    .nudge = Anstoß
    .likeness = * gesagt von Hirnzellen, die wirklich feuern; hier soll { label-plain } es { SIGN($effect) ->
    [positive] erst
   *[negative] gerade nicht
    }
BangForTheBuck-all_at_once = Nun alle Gewichte { label-dative }{ SIGN($effect) ->
    [zero] . Im Moment ist die Ausgabe flach: Der Anstoß ihres Bias ist 0, und keines ihrer Gewichte zählt.
   *[other] : Jeder Anstoß ist der des Bias, { NUM($effect, $by_weights, $by_activations, like: 3, sign: "always") }, mal die { $activations ->
        [bright] Helligkeit
       *[signed] Aktivierung
    } seines Neurons.
    }
BangForTheBuck-one_line = { SIGN($effect) ->
    [zero] Alle stehen bei 0, was sie auch zeigen.
   *[other] { $activations ->
        [bright] Doppelt so hell
       *[signed] Doppelt so weit von 0
    } zählt doppelt: { $before ->
        [1] Es steht auf einer Geraden durch 0.
       *[other] Alle stehen auf einer Geraden durch 0.
    }
    }
BangForTheBuck-fire_together = { SIGN($effect) ->
    [zero] Also soll sich keines ihrer Gewichte ändern, was die Neuronen auch zeigen.
   *[other] Wo ein Neuron { $activations ->
        [bright] hell ist
       *[signed] weit von 0 ist
    } und { $coupling ->
        [shared] die Summe { label-dative } { SIGN($effect) ->
            [positive] wachsen
           *[negative] schrumpfen
        } soll
       *[own] { label-itself } { SIGN($wish) ->
            [positive] { light-up }
           *[negative] { dim-down }
        } soll
    }, { $activations ->
        [bright] { SIGN($effect) ->
            [positive] [wächst](up) das Gewicht am meisten: Was zusammen feuert, verdrahtet sich.*
           *[negative] [schrumpft](down) das Gewicht am meisten: „Was zusammen feuert, verdrahtet sich“, nur umgekehrt.*
        }
       *[signed] ändert sich das Gewicht am meisten: Was zusammen feuert, verdrahtet sich.*
    }
    }

## N7: was sich eine Ausgabe von der Schicht davor wünscht

PreviousLayer = Eine Ausgabe blickt zurück
    .product = { NUM($effect, decimals: 3, sign: "always") } × { NUM($weight, decimals: 3) } = { NUM($product, decimals: 3, sign: "always") }
PreviousLayer-the_neurons_before = { label-begins } lässt sich nicht einstellen, sondern folgt aus { $before ->
    [1] dem Neuron davor. Was wünscht sie sich von ihm?
   *[other] den { $before } Neuronen davor. Was wünscht sie sich von ihnen?
    }
PreviousLayer-one_product = { SIGN($effect) ->
    [zero] Im Moment ist die Ausgabe flach: Von ihrem Wunsch kommt nichts durch, und über eine Kante ginge 0, welches Gewicht sie auch hat.
   *[other] { $coupling ->
        [shared] Softmax lässt von allen Wünschen { NUM($effect, decimals: 3, sign: "always") } für ihre Summe übrig
       *[own] Vom Wunsch { NUM($wish, decimals: 2, sign: "always") } lässt die Kurve { NUM($effect, decimals: 3, sign: "always") } durch
    }: die Wirkung. Über eine Kante geht sie mal deren Gewicht: { NUM($product, decimals: 3, sign: "always") }.
    }
PreviousLayer-the_wishes = { SIGN($effect) ->
    [positive] [Heller](up), wo das Gewicht positiv ist, [dunkler](down), wo es negativ ist, und umso mehr, je größer es ist
    [negative] [Dunkler](down), wo das Gewicht positiv ist, [heller](up), wo es negativ ist, und umso mehr, je größer es ist
   *[zero] Nichts: Im Moment ist sie flach, und was jene auch tun, sie bleibt, wie sie ist
    }.
PreviousLayer-another_opinion = { $kind ->
    [handwritten] Die [{ $other }](focus)
   *[row] Die Ausgabe [{ $other }](focus)
    } { SIGN($effect_of_other) ->
    [zero] ist im Moment flach. Was { $before ->
        [1] dasselbe Neuron auch tut
       *[other] dieselben Neuronen auch tun
    }, diese Ausgabe bleibt, wie sie ist.
   *[other] { $coupling ->
        [shared] braucht eine { SIGN($effect_of_other) ->
            [positive] größere
           *[negative] kleinere
        } gewichtete Summe
       *[own] soll { SIGN($effect_of_other) ->
            [positive] { light-up }
           *[negative] { dim-down }
        }
    }: { $before ->
        [1] Dasselbe Neuron
       *[other] Dieselben Neuronen
    } wünscht sie sich { SIGN($effect_of_other) ->
        [positive] [heller](up)
       *[negative] [dunkler](down)
    }, wo ihr Gewicht positiv ist.
    }

## N8: was aus einem Wunsch wird

WishAndEffect = Ein Wunsch, und was daraus wird
    .enlarged = letzte Gewichte × { $factor }
WishAndEffect-only_its_sum = Bewegen lässt sich nur die gewichtete Summe einer Ausgabe, und { $curve ->
    [shared] mit ihr bewegen sich alle Ausgaben
   *[own] die Ausgabe folgt auf ihrer Kurve
    }.
WishAndEffect-what_comes_of_them = { $curve ->
    [shared] Bei Softmax bewegt jede Summe alle Ausgaben, denn zusammen ergeben sie 1. Was von allen Wünschen für eine Summe bleibt, ist ihre Wirkung
    [levels] Die Kurve ist fast flach bei { $lowest } und { $highest }: Wunsch mal Steigung ist die Wirkung auf die Summe
    [rectified] Unter 0 ist die Kurve flach: Wunsch mal Steigung ist die Wirkung auf die Summe
    [leaking] Unter 0 ist die Kurve fast flach: Wunsch mal Steigung ist die Wirkung auf die Summe
    [straight] Sie folgt Schritt für Schritt: Wunsch mal Steigung ist die Wirkung auf die Summe
   *[bending] Es zählt, wie steil die Kurve dort ist: Wunsch mal Steigung ist die Wirkung auf die Summe
    }{ $of_a_sum ->
    [simple] , bei diesen Kosten einfach [y - a](math)
   *[through_the_slope] { "" }
    }.
WishAndEffect-larger_weights = { $told ->
    [nobody] Hier liegt keine Ausgabe weit daneben und lässt sich zugleich schwer bewegen, auch nicht mit { $factor }-mal so großen letzten Gewichten.
   *[one] { $factor ->
        [1] { "" }
       *[other] Nun seien die letzten Gewichte { $factor }-mal so groß.
    } { $kind ->
        [handwritten] Die [{ $stuck }](focus)
       *[row] Die Ausgabe [{ $stuck }](focus)
    } zeigt { NUM($a, decimals: 2) } und wünscht sich { NUM($wish, decimals: 2, sign: "always") }{ $of_a_sum ->
        [simple] , doch die Wirkung ist { SIGN($its_effect) ->
            [zero] 0
           *[other] { NUM($its_effect, decimals: 3, sign: "always") }
        }: Diese Kosten wünschen sich mehr, wo sich eine Ausgabe kaum bewegt
       *[through_the_slope] : Wo es flach ist, ist die Wirkung { SIGN($its_effect) ->
            [zero] 0
           *[other] nur { NUM($its_effect, decimals: 3, sign: "always") }
        }
    }.
    }

## N9: die Wünsche aller Ausgaben addieren sich

SumOfWishes = Die Wünsche gehen zurück und addieren sich
    .agreed = { $agreement ->
    [wholly] einig
    [mostly] meist einig
   *[partly] viel bleibt
    }
    .quarrelled = uneinig
    .sum = Summe
    .one_scale = beide im selben Maßstab
    .product = { NUM($most_asked, decimals: 3, sign: "always") } × { NUM($slope, decimals: 3) } = { NUM($its_effect, decimals: 3, sign: "always") }
SumOfWishes-all_speak = { $voices ->
    [none] { $classes ->
        [1] Die Ausgabe würde sich etwas wünschen; aber im Moment ist sie flach, und niemand spricht.
       *[other] Eine Ausgabe nach der anderen würde sich etwas wünschen, und alles würde sich addieren; aber im Moment sind alle flach, und niemand spricht.
    }
   *[some] { $classes ->
        [1] Nun spricht die Ausgabe: Eine Welle von Wünschen läuft zurück. Neben jedem Neuron steht, was sie sich von ihm wünscht.
       *[other] Nun sprechen alle { $classes } Ausgaben, eine Welle nach der anderen. Neben jedem Neuron addiert sich, was sie sich von ihm wünschen, Balken an Balken.
    }
    }
SumOfWishes-agree_and_quarrel = { $told_of ->
    [nothing] Also wünscht sich dieses eine Beispiel im Moment nichts von der ganzen Schicht.
    [one] Wo die meisten einig sind, wächst die Summe, hier auf { NUM($most_asked, decimals: 2, sign: "always") }; wo sie uneinig sind, schwindet sie.
   *[two] Wo die meisten einig sind, wächst die Summe: hier auf { NUM($most_asked, decimals: 2, sign: "always") }. Wo sie uneinig sind, schwindet sie: Dort bleibt { NUM($quarrel, decimals: 2, sign: "always") }.
    }
SumOfWishes-through_the_slopes = { $told_of ->
    [nothing] Und was nichts ist, bleibt nichts, wie die Steigungen auch sind.
   *[some] Jede Summe ist der Wunsch ihres Neurons: Was die Steigung seiner Kurve dort durchlässt, ist seine Wirkung.
    }

## N10: die Wünsche jeder Schicht, zurück bis zu den ersten Gewichten

BackAgain = Und weiter zurück, bis zu den ersten Gewichten
    .strongest = stärkster Anstoß { NUM($strongest, like: 2, sign: "always") }
BackAgain-each_turns = { $hidden ->
    [1] Eine Schicht vor dieser würde genauso gefragt. Hier bleibt nur noch die Eingabe.
   *[other] Nun wendet sich { $before ->
        [one] dieses Neuron
       *[other] jedes dieser { $before } Neuronen
    } mit Wünschen an die davor. Dasselbe noch einmal, eine Schicht früher{ $hidden ->
        [2] { "" }
       *[other] , und noch einmal, bis zur ersten
    }: Wünsche, addiert, mal Steigung.
    }
BackAgain-backpropagation = Ein verdecktes Neuron hat kein Ziel, nur Wünsche, Schicht für Schicht zurückgereicht: [Backpropagation](focus).
BackAgain-on_one_scale = Im selben Maßstab{ $fading ->
    [fade] {" "}verblassen die Wünsche
   *[come] { "" }
    }: bei den Ausgaben bis zu { NUM($there, like: 2, sign: "never") }, { $fading ->
    [nothing] aber im Moment kommt nichts davon zurück.
   *[come] in der ersten Schicht { NUM($here, like: 2, sign: "never")}.
    }
BackAgain-the_first_weights = { SIGN($effect) ->
    [zero] Im Moment ist die erste Schicht flach, und an ihre Gewichte geht kein Wunsch.
   *[other] { $inputs_are ->
        [numbers] { $neurons ->
            [1] Das sind die Anstöße für die Gewichte dieses Neurons
           *[other] Die Gewichte dieses Neurons erhalten die größten Anstöße seiner Schicht
        }: jeder im Verhältnis zu seiner Eingabe
       *[pixels] Die { $inputs } Gewichte dieses Neurons, angeordnet wie die Pixel: Jeder Anstoß ist Wirkung mal Pixel, also { SIGN($effect) ->
            [positive] [höher](up)
           *[negative] [niedriger](down)
        }, wo eines leuchtet
    }.
    }

## N11: der ganze Gradient eines Beispiels

EveryWeight = Was ein Beispiel von jedem Gewicht will
    .effect = Wirkung { NUM($effect, decimals: 3, sign: "always") }
    .carried = × Übertragenes { NUM($carried, decimals: 2) }
    .nudge = = Anstoß { NUM($nudge, decimals: 2, sign: "always") }
    .widest = breiteste Kante { NUM($edge, like: 2, sign: "never") }, breitester Rand { NUM($rim, like: 2, sign: "never") }
    .components = Anstöße
    .zero = sind genau 0
    .most = bringen { PCT($share, decimals: 0) }
EveryWeight-one_weight = An jedem Gewicht hinterlässt der Wunsch einen Anstoß: die Wirkung seines Neurons mal das, was es überträgt.
EveryWeight-every_weight = Das wünscht es sich von jedem Gewicht, [höher](up) oder [niedriger](down){ COMPARE($components, $zero) ->
    [same] : im Moment nichts.
   *[more] ; und von jedem Bias: die Ränder.
    }
EveryWeight-many_and_few = Alles zusammen: minus der Gradient seiner [Kosten](cost). { COMPARE($components, $zero) ->
    [same] Im Moment sind alle 0: Aus diesem Beispiel ist nichts zu lernen.
   *[more] { $zero ->
        [0] Keiner ist 0.
       *[other] { $zero } { $zero ->
            [one] ist
           *[other] sind
        } genau 0{ $dark_inputs ->
            [none] { "" }
            [all] :
            [most] , meist weil
           *[some] , einige, weil
        } { $dark_inputs ->
            [none] { "" }
            [all] { $kind ->
                [row] Ihre Eingabe ist 0
               *[image] Ihr Pixel ist dunkel
            }
           *[some] { $kind ->
                [row] ihre Eingabe 0 ist
               *[image] ihr Pixel dunkel ist
            }
        }.
    } In einem kleinen Schritt { $most ->
        [1] bringt der größte allein
       *[other] bringen die { $most } größten
    } { PCT($share, decimals: 0) } des Rückgangs.
    }

## N11: ein Netz, das nur eine Klasse hört

OnlyOneClass = Wenn nur eine Klasse zu Wort käme
    .updates_made = Schritte nur mit { OnlyOneClass.those }:
    .share = Anteil der { $unseen } ungesehenen mit Antwort [{ $star_class }](focus):
    .those = der Klasse [{ $star_class }](focus)
OnlyOneClass-before = Angenommen, nur Beispiele { OnlyOneClass.those } kämen zu Wort. Hier ist je ein Beispiel { $shown ->
    [all] jeder Klasse
   *[some] einiger Klassen
    } und seine Antwort{ $at_first ->
        [same] : für jedes dieselbe
       *[differ] { "" }
    }.
OnlyOneClass-after = Nun wird nur mit Beispielen { OnlyOneClass.those } trainiert.
OnlyOneClass-everything_is_that_class = { $answers ->
    [as_before] Die Antwort auf alle { $unseen } ungesehenen Beispiele war [{ $star_class }](focus) und ist es noch immer.
    [all] Nach { $since ->
        [one] { $since } Schritt
       *[other] { $since } Schritten
    } lautet für alle { $unseen } ungesehenen die Antwort [{ $star_class }](focus){ COMPARE($updates, $since) ->
        [more] , nach { $updates } noch immer
       *[same] { "" }
    }. Also muss jede Klasse zu Wort kommen.
   *[some] Der Anteil mit der Antwort [{ $star_class }](focus) geht von { NUM($first, decimals: 2) } auf { NUM($last, decimals: 2) }. Nach { $updates ->
        [one] { $updates } Schritt
       *[other] { $updates } Schritten
    } ist das alles.
    }

## N12: jedes Beispiel, und das Mittel aller Wünsche

EveryExample = Jedes Beispiel redet mit
    .up = wollen es [höher](up)
    .down = wollen es [niedriger](down)
    .asked = befragt
    .mean = das Mittel
    .widest = gemittelt über { $examples } Beispiele: [höher](up), [niedriger](down); breiteste Kante { NUM($edge, like: 2, sign: "never") }, breitester Rand { NUM($rim, like: 2, sign: "never") }
EveryExample-one_weight = Wir nehmen ein Gewicht, { $where ->
    [to_an_output] auf dem Weg zur { output-itself }
   *[between] zwischen zwei verdeckten Neuronen
    }. { $outputs_are ->
    [numbers] Dieses { thing }
   *[classes] { $kind ->
        [handwritten] Die [{ $star_class }](focus)
       *[row] Das { thing } für [{ $star_class }](focus)
    }
    } { SIGN($tug) ->
    [zero] wünscht sich keinen Anstoß
   *[other] will es { SIGN($tug) ->
        [positive] [höher](up)
       *[negative] [niedriger](down)
    }: Das ist sein Anstoß
    }.
EveryExample-every_example = Reihum werden { COMPARE($examples, $asked) ->
    [more] { $asked } der { $examples } Beispiele
   *[same] alle { $examples } Beispiele
    } befragt. Jedes hinterlässt seinen Anstoß: { $up } wollen es [höher](up), { $down } [niedriger](down).
EveryExample-the_balance = Die Linie, ihr Mittel, kommt zur Ruhe: { $left ->
    [little] Das meiste hebt sich auf, wenig bleibt.
    [nothing] Im Moment will niemand etwas.
   *[much] Das wünschen sich alle zusammen von ihm.
    }
EveryExample-the_same_for_all = So für jedes Gewicht und jeden Bias: Gemittelt werden Anstöße, nie Aktivierungen. Zusammen: minus der Gradient der [Kosten](cost).

## N13: einige Beispiele auf einmal

MiniBatches = Einige Beispiele auf einmal
    .dealt = jedes Kästchen ist ein Beispiel; { COMPARE($count, $drawn) ->
    [more] { $drawn } von { $count } Mini-Batches
   *[same] alle sind verteilt
    }
    .all = alle { $examples }
    .how_drawn = nur der Winkel zu „alle“ bedeutet etwas
    .plotted = ein Punkt je Mini-Batch, ihr [Median](focus)
    .first = [{ $size }](focus): der erste Mini-Batch
    .updates = Schritte
    .size = Beispiele
    .away = Winkel zu „alle“
    .none = keine
    .turns = { NUM($middle_first, decimals: 0) }° am Anfang, { NUM($middle_last, decimals: 0) }° nach { $updates ->
    [one] { $updates } Schritt
   *[other] { $updates } Schritten
    }
MiniBatches-shuffle_and_deal = Für einen Schritt alle { $examples } zu befragen, ist viel Arbeit: Sie { $asked ->
    [unknown] können gemischt und { $size ->
        [1] einzeln genommen werden
       *[other] in Mini-Batches von { $size } verteilt werden
    }
    [all] können gemischt und { $size ->
        [1] einzeln genommen werden
       *[other] in Mini-Batches von { $size } verteilt werden
    }
   *[other] werden gemischt und { $size ->
        [1] einzeln genommen
       *[other] in Mini-Batches von { $size } verteilt
    }
    }.
MiniBatches-one_step_each = { $gradient ->
    [flat] Im Moment ist das Netz flach: Kein Gradient zeigt irgendwohin, und kein Schritt führt weg.
    [all_flat] Jeder Mini-Batch würde einen Schritt machen, aber im Moment sind die ersten flach: Ihre Gradienten sind 0.
   *[rough] Jeder { $asked ->
        [unknown] würde
        [all] würde
       *[other] macht
    } einen Schritt{ $asked ->
        [unknown] {" "}machen
        [all] {" "}machen
       *[other] { "" }
    }. { $zeros ->
        [0] Im Moment weichen die ersten { $firsts } Gradienten um
       *[other] Im Moment { $zeros ->
            [one] ist { $zeros } der ersten { $firsts } Gradienten
           *[other] sind { $zeros } der ersten { $firsts } Gradienten
        } 0, die übrigen weichen um
    } { $angles ->
        [several] { NUM($nearest, decimals: 0) }° bis
       *[one] { "" }
    } { NUM($farthest, decimals: 0) }° von dem aller ab.
    }
MiniBatches-how_many = { $more ->
    [flat] Das gilt für jede Zahl von Beispielen.
   *[always] Mehr Beispiele kommen { $more ->
        [always] näher
       *[in_the_end] am Ende näher
    }, aber zehnmal so viele sind zehnmal so viel Arbeit.
    }
MiniBatches-the_fan_opens = { $course ->
    [one_moment] So ist es in diesem Moment, dem einzigen, der gespeichert wurde.
    [flat] Es gibt Momente, die ersten oder die letzten, in denen all diese Gradienten 0 sind.
    [opens] Beim Lernen öffnet sich der Fächer: Sein [Median](focus) ist { MiniBatches.turns }.
    [closes] Beim Lernen schließt sich der Fächer: Sein [Median](focus) ist { MiniBatches.turns }.
   *[stays] Beim Lernen bleibt der Fächer etwa gleich weit: Sein [Median](focus) ist { MiniBatches.turns }.
    } { $course ->
    [one_moment] { "" }
    [flat] { "" }
   *[other] { $uphill ->
        [some] Jenseits des rechten Winkels geht es bergauf.
       *[none] { "" }
    }
    }

## N14: der bedächtige Wanderer und der hastige

TwoWalkers = Der bedächtige Wanderer und der hastige
    .contours = [Kosten](cost) von { $whole } Beispielen, in gleichen Stufen von { NUM($lowest, $highest, like: 2) } bis { NUM($highest, $lowest, like: 2) }
    .start = Start
    .full = alle { $whole } je Schritt
    .mini = { $batch } je Schritt
    .asked = befragte Beispiele
    .examples = befragte Beispiele, in Zehnerpotenzen
    .seconds = Sekunden, hier
    .cost = wahre [Kosten](cost)
    .errs = { $map ->
    [errs] die Wege verlassen diese Ebene: schlimmstenfalls zeigt sie { NUM($on_the_map, $in_truth, apart: 2) }, wahr sind [Kosten](cost) von { NUM($in_truth, $on_the_map, apart: 2) }
   *[right] wo beide gehen, stimmt die Karte auf drei Nachkommastellen
    }
    .right = von { $unseen } ungesehenen richtig
    .share = { PCT($share, decimals: 0) }
    .of_start = am Start
    .of_full = der bedächtige
    .of_mini = der hastige
    .of_trained = nach dem Training
TwoWalkers-the_landscape = Die [Kosten](cost) von oben, auf einer Ebene im Raum der Gewichte: steil, wo Linien eng liegen, flach, wo keine sind.
TwoWalkers-the_race = Der bedächtige Wanderer befragt für einen Schritt alle { $whole }. Der hastige befragt { $batch ->
    [1] nur eins
   *[other] { $batch }
    }{ $way ->
    [staggers] {" "}und torkelt
   *[straight] { "" }
    }: { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritte
    } in derselben Zeit.
TwoWalkers-the_careful_walker = { $end ->
    [nowhere] Diesmal kommt der hastige nicht vom Fleck: Nach { $asked } Befragungen liegen seine [Kosten](cost) bei { NUM($low, decimals: 3) }.
    [lower] Nach { $asked_by_the_careful } Befragungen ist der bedächtige nicht so tief wie der hastige nach { $asked }.
   *[as_low] { $careful ->
        [1] Mit diesem einen Schritt kommt der bedächtige
       *[other] Der bedächtige kommt
    } nach { $asked_by_the_careful } Befragungen { $end ->
        [as_low] ebenso
       *[about_as_low] etwa so
    } tief wie der hastige nach { $asked }.
    }{ $time ->
    [less_in_seconds] { " " }In Sekunden ist der Abstand kleiner.
   *[as_much] { "" }
    }
TwoWalkers-how_good = { $good ->
    [not_yet] Ebenso tief ist noch nicht ebenso gut: Von { $unseen } ungesehenen hat der hastige { PCT($mini_right, decimals: 0) } richtig, nach dem ganzen Training sind es { PCT($trained_right, decimals: 0) }.
   *[as_good] Von { $unseen } ungesehenen Beispielen hat der hastige Wanderer jetzt { PCT($mini_right, decimals: 0) } richtig, am Start waren es { PCT($start_right, decimals: 0) }.
    }

## N15: ein Schritt, und alles von vorn

AgainAndAgain = Ein Schritt, und alles von vorn
    .mean_of_all = { $asked ->
    [all] Mittel aller
    [one] Anstoß von einem
   *[several] Mittel von { $batch }
    }: { NUM($mean, $star, $before, like: 3, sign: "always") }
    .star_alone = { star-plain } allein: { NUM($star, $mean, $before, like: 3, sign: "always") }
    .running = { $heading ->
        [scaled] ÷ übliche Größe
       *[velocity] + frühere
    }: { NUM($nudge, $star, $before, like: 3, sign: "always") }
    .step = { NUM($before, $mean, like: 4) } + { NUM($eta, short: 2) } × { $heading ->
        [slope] Mittel
       *[other] das
    }
    .new_weight = neues Gewicht: [{ NUM($after, $mean, like: 4) }](focus)
    .its_cost = Kosten
AgainAndAgain-one_step = { $heading ->
    [scaled] Adam teilt jeden Anstoß durch seine übliche Größe: Kein Gewicht rückt viel mehr als { NUM($eta, short: 2) } weiter
    [velocity] Jedes Gewicht rückt um seinen Anstoß und einen Teil der früheren weiter, hier mal { NUM($eta, short: 2) }
   *[slope] Jedes Gewicht rückt um seinen Anstoß weiter, hier mal { NUM($eta, short: 2) }
    }. Der Anstoß ist { $asked ->
    [all] das Mittel aller Beispiele
    [one] der eines Beispiels
   *[several] das Mittel von { $batch } Beispielen
    }{ $star_and_mean ->
    [against] ; { star-itself } allein zieht in die andere Richtung
    [agrees] , und { star-itself } stimmt zu
   *[nothing] { "" }
    }.
AgainAndAgain-the_moment_is_gone = Nach dem Schritt ist alles veraltet. Also wird neu gerechnet: vorwärts, rückwärts, ein Schritt.
AgainAndAgain-the_outputs_sharpen = { $outputs_are ->
    [numbers] Die Ausgabe [{ $label }](focus) für dasselbe { thing }
   *[classes] { $kind ->
        [handwritten] Dieselbe [{ $star_class }](focus)
       *[row] Dasselbe { thing } für [{ $star_class }](focus)
    }
    }{ $course ->
    [dark_then_light] . Erst werden alle Ausgaben dunkel, denn die meisten sollen es sein; dann leuchtet { label-plain } auf, bis { NUM($a_then, decimals: 2) }
   *[otherwise] {" "}über das ganze Training: von { NUM($a_first, decimals: 2) } auf { NUM($a_then, decimals: 2) } nach { $updates_then ->
        [one] { $updates_then } Schritt
       *[other] { $updates_then } Schritten
    }
    }{ $course ->
    [dark_then_light] { "" }
   *[other] { $outputs_are ->
        [classes] , { $at_last ->
            [right] am lautesten von allen
            [shared] so laut wie andere
            [wrong] aber { loudest-itself } ist lauter
           *[none] aber andere sind lauter
        }
        [numbers] ; richtig wäre { NUM($y_label, decimals: 2) }
       *[one] ; richtig wäre { $y_label }
    }
    }.

## N16: das Ganze

WholeOfIt = Das Ganze
    .of_cost = mittl. [Kosten](cost)
    .of_accuracy = ungesehene richtig
    .of_right = richtig
    .of_unseen_cost = ungesehene: [Kosten](cost)
WholeOfIt-what_came_of_it = { $asked ->
    [all] Diese Schleife ist das ganze Programm, Gradientenabstieg
    [unknown] Eine solche Schleife ist das ganze Programm, nach welcher Regel sie auch schreitet
   *[several] Diese Schleife ist { $rule ->
        [sgd] das ganze Programm
       *[other] alles
    }, stochastischer Gradientenabstieg
    }{ $rule ->
        [momentum] { " " }mit Momentum
        [adam] { " " }mit Adam
       *[sgd] { "" }
    }: bergab, zu einem lokalen Minimum. Die [Kosten](cost) { COMPARE($cost_first, $cost_last) ->
    [more] sinken
   *[less] gehen
    } von { NUM($cost_first, decimals: 3) } auf { NUM($cost_last, decimals: 3) }{ $judged ->
    [accuracy] ; richtig sind { PCT($right, decimals: 1) } der ungesehenen
    [right] ; richtig sind { PCT($right, decimals: 1) } der eigenen Beispiele
    [unseen_cost] , die der ungesehenen Beispiele auf { NUM($right, decimals: 3) }
   *[none] { "" }
    }.
WholeOfIt-what_it_was_made_of = Das Netz bekam keine Regel, nur { $examples } Beispiele{ $outputs_are ->
    [numbers] {" "}mit den zugehörigen Zahlen
   *[classes] { $kind ->
        [handwritten] , von Menschen beschriftet
       *[other] {" "}mit ihren Antworten
    }
    }{ $epochs ->
    [0] { "" }
    [1] , und sah jedes einmal
    [2] , und sah jedes zweimal
   *[other] , und sah jedes { $epochs }-mal
    }.
WholeOfIt-the_first_question = Zurück zur ersten Antwort: Welche der { $count } Regler waren schuld, und wohin ist jeder zu drehen? Nun ist es zu lesen.
WholeOfIt-what_comes_next = Jede Antwort kam auf solchen Wegen zurück, Faktor für Faktor. Wie sie sich multiplizieren, sagt die Kettenregel: das nächste Kapitel.
