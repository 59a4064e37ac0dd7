### Was im Kapitel Descent gesagt wird: je Szene eine Nachricht (Titel und Beschriftungen), je Beat eine.

# Die Ausgabe, um die es beim Beispiel geht, am Satzanfang; und was sie zeigen sollte.
own-output = { $outputs_are ->
    [one] Die Ausgabe
   *[other] { $kind ->
        [handwritten] Die { $label }
       *[row] Die Ausgabe { $label }
    }
    }

should-show = { $outputs_are ->
    [classes] 1
    [one] { $y_label }
   *[numbers] { NUM($y_label, decimals: 2) }
    }

## D1: ein Netz, das auf alles dasselbe antwortet, und sein Training

NeverTold = Ein Netz, dem niemand sagte, wie es geht
    .right = von { $shown } richtig
    .steps = Schritte
NeverTold-one_answer = { $updates_first ->
    [0] { $answers ->
        [one] { $kind ->
            [handwritten] { $shown } handgeschriebene Ziffern
            [image] { $shown } Bilder
           *[row] { $shown } Beispiele
            } und auf alle dieselbe Antwort: { $answer }.{ $came_from ->
                [brought] { "" }
               *[drawn] { " " }Dieses Netz weiß nichts.
            }
       *[several] { $came_from ->
            [brought] Ein Netz von anderswo wird { $shown }-mal gefragt. { $right_first } seiner Antworten sind richtig.
           *[drawn] Ein Netz, das nichts weiß, wird { $shown }-mal gefragt. Nur { $right_first } seiner Antworten sind richtig.
        }
        }
   *[other] Nach { $updates_first } Schritten seines Trainings wird ein Netz { $shown }-mal gefragt.
    }
NeverTold-the_training = Nun wird es trainiert, in { $updates } { $updates ->
        [one] kleinem Schritt
       *[other] kleinen Schritten
    }. Niemand sagt, wie { $kind ->
    [handwritten] eine { $label } aussieht.
   *[other] Klassen zu unterscheiden sind.
    }
NeverTold-back_to_the_start = { $learned ->
    [all] Alle { $shown } dieser Trainingsbeispiele hat es nun richtig. Niemand hat das programmiert. Wie geht das? Zurück zum Anfang.
    [more] { $right_last } dieser Trainingsbeispiele hat es nun richtig. Niemand hat das programmiert. Wie geht das? Zurück zum Anfang.
   *[no_more] Wie wird ein Netz trainiert, und was lernt es? Zurück zum Anfang, um hineinzusehen.
    }

## D1: was ein Netz ist

TheNetwork = Was ein Netz ist
    .input = { $many } { $many ->
        [one] { pixel }
       *[other] { pixels }
    }
    .hidden = { $many } { $many ->
        [one] Neuron
       *[other] Neuronen
    } dazwischen
    .output = { $many } { $many ->
        [one] Ausgabe
       *[other] Ausgaben
    }
TheNetwork-the_numbers = Für ein Programm besteht { $kind ->
    [row] ein Beispiel
   *[image] dieses Bild
    } aus { $inputs ->
        [one] { $inputs } Zahl
       *[other] { $inputs } Zahlen
    }{ $scaling ->
        [scaled] , hier skaliert:
       *[as_they_are] :
    } { $brightness ->
        [zero_to_one] 0 ist dunkel, 1 ist hell
       *[wider] je größer, desto heller
    }.
TheNetwork-the_first_layer = In einem Netz ist { $kind ->
    [row] jede Zahl die eines Neurons
   *[image] jedes Pixel ein Neuron
    }, und seine Helligkeit ist seine Aktivierung [a](math).
TheNetwork-layer_by_layer = { $hidden ->
    [0] Diese bestimmen, wie hell die { $classes ->
        [1] Ausgabe ist
       *[other] Ausgaben sind
    }
   *[other] Jede Schicht bestimmt, wie hell die nächste ist; am Ende die { $classes ->
        [1] Ausgabe
       *[other] Ausgaben
    }
    }: { $outputs_are ->
        [one] eine einzige, die zwei Klassen unterscheidet
        [numbers] { $classes ->
            [1] die gesuchte Zahl
           *[other] eine für jede gesuchte Zahl
        }
       *[classes] { $kind ->
            [handwritten] eine für jede Ziffer
           *[other] eine für jede Klasse, also jede mögliche Antwort
        }
    }.
TheNetwork-the_answer = { $outputs_are ->
    [one] Ihre Aktivierung ist die Antwort: { NUM($a_label, decimals: 2) }. Für die Klasse [{ $star_class }](focus) sollte es { $y_label } sein.{ nothing-yet }
    [numbers] { $classes ->
        [1] Ihre Aktivierung ist die Antwort
       *[other] Ihre Aktivierungen sind die Antworten
    }: Für [{ $label }](focus) kommt { NUM($a_label, decimals: 2) } heraus, richtig wäre { NUM($y_label, decimals: 2) }.{ nothing-yet }
   *[classes] { $answer ->
        [right] Die hellste Ausgabe ist die Antwort: { brightest-itself }. Richtig{ $came_from ->
            [brought] { "" }
           *[drawn] , nur zufällig
        }
        [wrong] Die hellste Ausgabe ist die Antwort: { brightest-itself }. Falsch
       *[other] Die hellste Ausgabe ist die Antwort; hier ist keine heller als alle anderen
    }{ $came_from ->
        [brought] { "" }
       *[drawn] : { $updates ->
            [0] Es weiß noch nichts
           *[other] Es hat noch nicht genug gelernt
        }
    }.
    }

# Nach einer Zahl, die herauskommt, und der richtigen: kein Wunder, dass sie verschieden sind.
nothing-yet = { $came_from ->
    [brought] { "" }
   *[drawn] { $updates ->
        [0] { " " }Das Netz weiß noch nichts.
       *[other] { "" }
    }
    }

## D2: ein Neuron

OneNeuron = Ein Neuron
    .strongest = das stärkste: { NUM($strongest, decimals: 2) }
    .activations = Eingabe
    .weights = { $kind ->
        [row] Gewicht
       *[image] Gewichte
    }
    .products = { $kind ->
        [row] Produkt
       *[image] Pixel × Gewicht
    }
    .more = + { $more } weitere
    .sum = alle Produkte
    .bias = Bias
    .both = zusammen
    .neuron = das Neuron
OneNeuron-its_weights = Wir nehmen ein Neuron. Es hat ein Gewicht für { $inputs ->
    [one] { $kind ->
        [row] seine Eingabe
       *[image] sein Pixel
    }
   *[other] { $kind ->
        [row] jede Eingabe
       *[image] jedes Pixel
    }
    }: [positiv](up) oder [negativ](down).
OneNeuron-the_products = { $inputs ->
    [one] { $kind ->
        [row] Die Eingabe wird mit ihrem Gewicht multipliziert
       *[image] Das Pixel wird mit seinem Gewicht multipliziert
    }
   *[other] { $kind ->
        [row] Jede Eingabe mal ihr Gewicht, und alles wird addiert
       *[image] Jedes Pixel mal sein Gewicht, und alles wird addiert
    }
    }{ $dark ->
    [some] ; wo { $kind ->
        [row] sie 0
       *[image] es dunkel
    } ist, bleibt nichts.
   *[none] .
    }
OneNeuron-the_sum = Eine weitere Zahl, der Bias, verschiebt die Summe.
OneNeuron-the_squash = { $does ->
    [zero_to_one] Die { function-name }-Funktion staucht jede Summe auf Werte von 0 bis 1: So hell ist das Neuron
    [minus_one_to_one] Die { function-name }-Funktion staucht jede Summe auf Werte von −1 bis 1: So hell ist das Neuron
    [cuts] Die { function-name }-Funktion behält eine positive Summe und macht aus einer negativen 0: So hell ist das Neuron
    [leaks] Die { function-name }-Funktion behält eine positive Summe und von einer negativen einen kleinen Teil: So hell ist das Neuron
    [leaves] In diesem Netz bleibt die Summe, wie sie ist: So hell ist das Neuron
   *[bends] Die { function-name }-Funktion behält eine große Summe fast ganz und von einer negativen wenig
    }.

## D3: jedes Gewicht und jeder Bias ist ein Regler

EveryDial = Regler zum Drehen
    .weights = Gewichte
    .biases = Biases
    .count = Regler
EveryDial-every_weight = Von { $kind ->
    [row] jeder Eingabe
   *[image] jedem Pixel
    } zu { $hidden ->
    [0] jeder Ausgabe
   *[other] jedem Neuron und so weiter
    }: Jede Kante ist ein Gewicht, ein Regler zum Drehen.
EveryDial-every_bias = Jedes Neuron nach { $kind ->
    [row] { $inputs ->
        [one] der Eingabe
       *[other] den Eingaben
    }
   *[image] { $inputs ->
        [one] dem Pixel
       *[other] den Pixeln
    }
    } hat auch einen Bias: zusammen { $count } Regler.
EveryDial-one_of_them = Lernen heißt, für alle eine Stellung zu finden. Hier ist einer; wir behalten ihn im Auge.

## D4: Beispiele mit Antworten

LabelledExamples = Beispiele mit Antworten
    .all_examples = { $all ->
        [one] { $all } Beispiel
       *[other] { $all } Beispiele
    }{ COMPARE($shown, $all) ->
        [less] { " " }({ $shown } gezeigt)
       *[same] { "" }
    }{ $origin ->
        [uci] : Scans, { $scanned } × { $scanned }, vergrößert
        [mnist] { " " }aus MNIST, { $pixels } × { $pixels } Pixel
        [scaled] , skaliert auf { $pixels } × { $pixels } Pixel
       *[rows] { "" }
    }
    .to_learn_from = { $examples } zum Lernen{ COMPARE($shown, $examples) ->
        [less] { " " }({ $shown } gezeigt)
       *[same] { "" }
    }
    .unseen = { $unseen } beiseite, ungesehen{ COMPARE($shown, $unseen) ->
        [less] { " " }({ $shown } gezeigt)
       *[same] { "" }
    }
LabelledExamples-only_examples = Keine Regel wird aufgeschrieben. Das Netz bekommt nichts als Beispiele.
LabelledExamples-their_labels = { $outputs_are ->
    [numbers] Zu jedem gehört die richtige Antwort: { $classes ->
        [1] seine Zahl
       *[other] seine { $classes } Zahlen
    }.
   *[classes] Zu jedem gehört die richtige Antwort, von Menschen gegeben: sein Label.
    }
LabelledExamples-put_aside = { $unseen ->
    [1] Eines wird beiseitegelegt: Was das Netz nie sah, kann es nicht auswendig.
   *[other] Einige werden beiseitegelegt: Was das Netz nie sah, kann es nicht auswendig.
    }

## D5: am Anfang steht der Zufall

StartsWithNoise = Am Anfang steht der Zufall
StartsWithNoise-random_dials = { $came_from ->
    [brought] Ein Training beginnt mit zufälligen Reglern. Diese stehen, wie ein anderes Programm sie hinterließ{ $updates ->
        [0] .
        [one] , einmal gedreht.
       *[other] , { $updates }-mal gedreht.
    }
   *[drawn] { $updates ->
        [0] Noch hat niemand einen Regler gedreht: Alle sind ausgewürfelt.
        [one] Alle Regler waren ausgewürfelt. Hier sind sie seither einmal gedreht.
       *[other] Alle Regler waren ausgewürfelt. Hier sind sie seither { $updates }-mal gedreht.
    }
    }
StartsWithNoise-the_same_example = { $outputs_are ->
    [one] Die einzige Ausgabe antwortet für beide Klassen: Sie zeigt { NUM($a_label, decimals: 2) } und sollte { $y_label } zeigen, denn die Klasse ist { $star_class }.
    [numbers] { $came_from ->
        [brought] Heraus kommt
       *[drawn] { $updates ->
            [0] Heraus kommt Rauschen
           *[other] Heraus kommt
        }
    }: { NUM($a_label, decimals: 2) } für { $label }, richtig wäre { NUM($y_label, decimals: 2) }.
   *[classes] { what-comes-out }: { $kind ->
        [handwritten] Die { $label } kommt auf { NUM($a_label, decimals: 2) } und sollte auf 1 kommen, die { $loudest } kommt
       *[row] Die Ausgabe { $label } kommt auf { NUM($a_label, decimals: 2) } und sollte auf 1 kommen, Ausgabe { $loudest } kommt
    } auf { NUM($a_loudest, decimals: 2) }.
    }

## D6: wie falsch das Netz bei einem Beispiel liegt

CostOfOne = Wie falsch ist das?
    .cost = Kosten
CostOfOne-one_output = { $judged ->
    [label] { own-output } zeigt { NUM($a_label, decimals: 2) }. Das kostet minus ihren Logarithmus: je näher an 0, desto mehr.
    [each] { own-output } zeigt { NUM($a_label, decimals: 2) }. Das kostet minus { SIGN($y_label) ->
        [zero] den Logarithmus des Abstands zur 1: je näher an 1, desto mehr
       *[positive] ihren Logarithmus: je näher an 0, desto mehr
    }.
    [half_squares] { own-output } zeigt { NUM($a_label, decimals: 2) } und sollte { should-show } zeigen. Über dem Abstand steht ein Quadrat; seine Hälfte zählt.
    [mean_square] { own-output } zeigt { NUM($a_label, decimals: 2) } und sollte { should-show } zeigen. Über dem Abstand steht ein Quadrat; ein Teil davon zählt.
   *[squares] { own-output } zeigt { NUM($a_label, decimals: 2) } und sollte { should-show } zeigen. Über dem Abstand steht ein Quadrat.
    }
CostOfOne-all_outputs = { $judged ->
    [label] Die anderen Ausgaben steuern selbst nichts bei.
    [each] Die anderen kosten umso mehr, je näher sie an 1 sind.
   *[squares] So für jede Ausgabe. Ein Quadrat wächst schneller als seine Seite: Weit daneben zählt am meisten.
    }
CostOfOne-the_sum = { $classes ->
    [1] Das sind
   *[other] Zusammengegossen ergeben sie
    } die [Kosten](cost) dieses Beispiels, { NUM($cost, fine: 2) }.

## D7: die Kosten des Netzes

CostOfAll = Die Kosten des Netzes
    .cost = Kosten
    .asked = befragte Beispiele
CostOfAll-each_its_own = Jedes Beispiel hat eigene [Kosten](cost) und hinterlässt einen Punkt. Die Linie ist ihr bisheriges Mittel.
CostOfAll-the_answers = Schauen wir auf die { $classes ->
    [1] Ausgabe: Sie bewegt
   *[other] Ausgaben: Sie bewegen
    } sich um höchstens { NUM($widest, figures: 2) }.{ $answers ->
    [one] { " " }Auf alles ist die Antwort { $answer }.
   *[several] { "" }
    }
CostOfAll-over_all = Über alle { $examples } Trainingsbeispiele ist das Mittel { NUM($mean, $costs, like: 2) }: die [Kosten](cost) [C](math) dieses Netzes.

## D8: eine Zahl für alle Regler

OneNumber = Eine Zahl für alle Regler
    .pixels_in = { $kind ->
        [row] { numbers-in }
       *[image] { $inputs } Pixel
    }
    .dials_inside = { $count } Regler innen
    .answers_out = { $classes ->
        [one] { $classes } Antwort
       *[other] { $classes } Antworten
    }
    .dials_in = { $count } Regler
    .examples_inside = { $examples ->
        [one] { $examples } Beispiel innen
       *[other] { $examples } Beispiele innen
    }
    .one_number_out = eine Zahl
OneNumber-the_network = Das Netz ist eine Maschine: { pixels } hinein, Antworten heraus, innen [Regler](focus).
OneNumber-turned_about = Umgekehrt: Alle Regler gehen hinein, die Beispiele bleiben innen, eine Zahl kommt heraus: [C](cost).
OneNumber-turn_one = Ein [Regler](focus) dreht sich, und die Zahl reagiert.
OneNumber-all_of_them = Lernen heißt, alle { $count } zu drehen, bis sie klein ist.

numbers-in = { $inputs ->
    [one] { $inputs } Zahl
   *[other] { $inputs } Zahlen
    }

## D9: ein einzelner Regler

OneDial = Ein einzelner Regler
    .minimum = lokales Minimum
    .slope = { $slope ->
        [negative] negativ: [höher drehen](up)
        [positive] positiv: [niedriger drehen](down)
       *[level] Steigung 0: kein Weg
    }
OneDial-why_there = { $made ->
    [0] Unser [Regler](focus) steht bei
   *[other] Nach dem Training steht unser [Regler](focus) bei
    } { NUM($value, $turns, like: 3) }. Nun von einem Ende zum anderen: Was { $classes ->
    [1] tut die Ausgabe
   *[other] tun die Ausgaben
    }, was die [Kosten](cost)?
OneDial-looked_for = { $tried ->
    [1] Kein anderer Regler wurde probiert: Von { $kind ->
        [row] den Eingaben, die nicht 0 sind,
       *[image] den hellen Pixeln
    } gibt es nur diesen.
   *[other] Dieser Regler ist ausgesucht: Von { $tried } probierten ist seine [Kurve](cost) die deutlichste.
    }
OneDial-both_ways = { $slopes ->
    [level] Die [Kosten](cost) sind überall gleich: Die Steigung ist 0 und weist keinen Weg.
    [both] Links der Senke ist die Steigung negativ: den Regler [höher](up) drehen. Rechts davon positiv: [niedriger](down).
   *[other] Wo die Steigung negativ ist, den Regler [höher](up) drehen; wo sie positiv ist, [niedriger](down).
    }
OneDial-it_rolls = { $slopes ->
    [level] Wo die Steigung 0 ist, ist auch ein Schritt 0: Eine Kugel bleibt, wo sie ist.
   *[other] Eine Kugel sieht nur die Steigung unter sich: lange Schritte, wo es steil ist, kurze, wo es flach ist.
    }
OneDial-the_minimum = { $valleys ->
    [level] Kein Ort ist tiefer als ein anderer: Entlang dieses Reglers ändern sich die [Kosten](cost) nie.
   *[other] { $walks ->
        [on_the_way] Eine Kugel am Hang rollt weiter: Ruhe fände sie in einem lokalen Minimum, dem tiefsten Ort ringsum.
       *[there] { $valleys ->
            [two] Jede Kugel hat ihr eigenes lokales Minimum gefunden: den tiefsten Ort ringsum, nicht immer den tiefsten von allen.
           *[other] Beide ruhen in einem lokalen Minimum, dem tiefsten Ort ringsum.{ $rests ->
                [near] { " " }{ $made ->
                    [0] Unser Regler steht in der Nähe; auch andere formen das Tal.
                   *[other] Nach dem Training steht unser Regler in der Nähe; auch andere formen das Tal.
                }
               *[away] { "" }
            }
        }
    }
    }

## D10: zwei Richtungen zugleich

TwoDials = Zwei Regler zugleich
    .one = erster Regler
    .other = zweiter Regler
    .over = über { $examples ->
        [one] { $examples } Beispiel
       *[other] { $examples } Beispiele
    }
    .else = { $updates ->
        [0] { $came_from ->
            [brought] alles Übrige, wie es kam
           *[drawn] alles Übrige untrainiert
        }
       *[other] alles Übrige, wie gelernt
    }
    .steepness = Steilheit
TwoDials-another_dial = Nun dreht sich auch ein zweiter [Regler](focus): mit jeder seiner Stellungen eine andere Kurve.
TwoDials-the_landscape = Über zwei Reglern sind die [Kosten](cost) eine Landschaft: hoch, wo das Netz sich irrt.
TwoDials-the_gradient = { $ground ->
    [level] Hier ist der [Gradient](cost) 0: Kein Weg führt hinauf oder hinab.
   *[flattens] Der [Gradient](cost) zeigt den steilsten Weg hinauf; seine Länge sagt, wie steil.
    }
TwoDials-the_steepest_way_down = { $ground ->
    [level] Also ist auch minus der Gradient 0, und jeder Schritt ebenso.
    [no_step] Die Gegenrichtung, gegen den Gradienten, ist der steilste Weg hinab.
   *[flattens] Den steilsten Weg hinab: ein Schritt, neu hinsehen, ein Schritt.
    }
TwoDials-the_flat = { $ground ->
    [level] Auf ebenem Grund bleibt die Wanderung, wo sie ist.
    [no_step] Hier hat die Wanderung keinen Schritt: Sie bleibt, wo sie beginnt.
    [even] Jeder Schritt ist so lang, wie der Pfeil sagt.
   *[flattens] Je flacher der Grund, desto kürzer der Schritt: { $rests ->
        [on_the_way] Nach { $steps } geht es noch immer weiter.
        [level] Nach { $steps } ist es so gut wie eben.
       *[minimum] Nach { $steps } ist es fast eben, nahe einem [Minimum](focus).
    }
    }
TwoDials-all_of_them = Mit allen { $count } Reglern ist die Regel dieselbe, nur kann niemand deren Landschaft zeichnen.

## D11: Schritt für Schritt

StepByStep = Schritt für Schritt
    .first_line = [1 quad](math) den Gradienten berechnen
    .second_line = [2 quad](math) ein kleiner Schritt gegen ihn
    .third_line = [3 quad](math) wiederholen
    .cost = [C](math), mittlere [Kosten](cost) { $examples ->
        [1] des Trainingsbeispiels
       *[other] der { $examples } Trainingsbeispiele
    }
    .whole = { $rule ->
        [adam] einfacher Schritt mit allen
       *[sgd] ein Schritt, der alle befragt
    }
    .at_first = Start
    .across = Schritte
StepByStep-the_gradient = Umgedreht sagt der Gradient, was { $examples ->
    [1] sich das Beispiel von jedem Regler wünscht
   *[other] sich alle { $examples } Beispiele von jedem Regler wünschen
    }: [höher](up) oder [niedriger](down).
StepByStep-a_small_step = Ein kleiner Schritt dorthin, alle Regler zugleich: Die [Kosten](cost) { $goes ->
    [falls] sinken von { NUM($first, $then, apart: 3) } auf { NUM($then, $first, apart: 3) }.
    [rises] gehen von { NUM($first, $then, apart: 3) } auf { NUM($then, $first, apart: 3) }: ein zu großer Schritt.
   *[stays] bleiben bei { NUM($first, $then, apart: 3) }, denn der Grund ist eben.
    }
StepByStep-the_run = Immer wieder: [Gradientenabstieg](focus). { $asked ->
    [all] { $updates ->
        [1] Hier ist der eine Schritt des Laufs
       *[other] Hier sind alle { $updates } Schritte des Laufs
    }
    [unknown] Hier sind die { $updates } Schritte des Laufs, nach einer Regel, die nicht genannt ist
   *[several] Damit es schnell geht, befragt jeder von { $updates } Schritten nur { $asked ->
        [one] ein Beispiel
       *[several] { $batch ->
            [1] ein Beispiel
           *[other] { $batch } Beispiele
        }
    }
    }{ $rule ->
        [momentum] {" "}und behält einen Teil des vorigen Schritts
        [adam] . Adam teilt den Wunsch an jeden Regler durch dessen übliche Größe
       *[sgd] { "" }
    }.

StepByStep-the_answer = { $outputs_are ->
    [one] Die [Ausgabe](focus)
   *[other] { label-begins }
    } { COMPARE($before, $after) ->
    [same] ist { NUM($after, decimals: 2) } wie zuvor
   *[more] ging von { NUM($before, $after, apart: 2) } auf { NUM($after, $before, apart: 2) }
    }{ $outputs_are ->
    [classes] { $answer ->
        [right] .
        [shared] , so hell wie andere.
        [none] , aber andere sind heller.
       *[wrong] , aber { $kind ->
            [handwritten] die { $brightest }
           *[row] Ausgabe { $brightest }
        } ist heller.
    }
   *[other] ; richtig wäre { should-show }.
    }

## D12: alle Regler zugleich

EveryComponent = Alle Regler zugleich
    .components = Zahlen, eine je Regler
    .zero = sind genau 0
    .lit = wie oft hell ({ $never } nie)
    .upward = Größe jeder Zahl
    .column = minus der Gradient
    .across = Rang nach Größe: je Marke zehnmal so viele
    .largest = die [{ $most } größten](focus)
    .of_all = alle { $count } Regler machen den Schritt
    .of_most = nur die [{ $most } größten](focus)
    .of_others = nur die { $others } übrigen
    .component = { $what ->
        [bias] Bias von { $to ->
            [output] { its-output }
           *[neuron] Neuron { $target }
        }
       *[weight] { $from ->
            [pixel] Pixel { $source }
            [named] { $source }
            [input] Eingabe { $source }
           *[neuron] Neuron { $source }
        } zu { $to ->
            [output] { its-output }
           *[neuron] Neuron { $target }
        }
    }
EveryComponent-every_dial = { $count } Zahlen. { $zeros ->
    [all] Im Moment sind alle 0: Der Grund ist eben.
    [none] Keine davon ist genau 0.
   *[some] { $zero } { $zero ->
        [one] ist
       *[other] sind
    } genau 0{ $dark ->
        [none] .
        [few] , einige wegen { dark-in-every-example }.
        [most] , die meisten wegen { dark-in-every-example }.
       *[all] , alle wegen { dark-in-every-example }.
    }
    }
EveryComponent-the_few = Nach Größe sortiert{ $most ->
    [0] {" "}ragt keine heraus: Kein Regler zählt.
    [1] : Ohne [die größte](focus) von { $count } ist der Gradient nicht einmal ein Drittel so lang.
   *[other] : Ohne die [{ $most } größten](focus) von { $count } ist der Gradient nicht einmal ein Drittel so lang.
    }
EveryComponent-one_step = { $alone ->
    [nearly_as_far] Ein Schritt { $most ->
        [1] nur des [größten](focus)
       *[other] nur der [{ $most } größten](focus)
    } senkt die [Kosten](cost) fast so weit wie ein Schritt aller { $count }.
   *[otherwise] Ein Schritt aller bringt die [Kosten](cost) auf { NUM($C_all, $C_most, apart: 3) }; einer nur dieser { $most } auf { NUM($C_most, $C_all, apart: 3) }; einer aller übrigen auf { NUM($C_others, $C_all, apart: 3) }.
    }
EveryComponent-the_column = Das Vorzeichen sagt, wohin, die Größe, wie viel. Mal { NUM($eta, short: 2) }, die Lernrate [eta](math): Das ist { $rule ->
    [adam] ein einfacher Schritt. Adam, die Regel dieses Laufs, teilt erst jede Zahl durch ihre übliche Größe
    [unknown] ein einfacher Schritt. Wie dieser Lauf die seinen machte, ist nicht genannt
   *[sgd] ein Schritt
    }.

its-output = { $outputs_are ->
    [one] Ausgabe
   *[other] Ausgabe { $target }
    }

dark-in-every-example = { $kind ->
    [row] Eingaben, die in jedem Beispiel 0 sind
   *[image] Pixeln, die in jedem Beispiel dunkel sind
    }

## D13: warum Neuronen nicht springen

Smoothness = Warum Neuronen nicht springen
    .switched = { $judged ->
        [label] mit Schaltern: falsche Ausgaben je Beispiel
        [each] mit Schaltern: falsche Ausgaben je Beispiel
       *[squares] mit Schaltern, auf denselben Achsen
    }
Smoothness-without_jumps = Kein Neuron springt hier, also auch nicht die [Kosten](cost): { $valleys ->
    [level] Doch dieser Regler ändert nichts.
   *[other] Ihre Steigung weist den Weg.
    }
Smoothness-switches = Wäre jedes Neuron ein Schalter, 0 oder 1, { $judged ->
    [label] dann würde die Zahl der falschen Ausgaben
    [each] dann würde die Zahl der falschen Ausgaben
   *[squares] dann würden die [Kosten](cost)
    } { $levels ->
    [1] sich nie ändern.
   *[other] zur Treppe.
    }
Smoothness-no_way = Auf { $levels ->
    [1] [ebenem](focus) Grund
   *[other] jeder [Stufe](focus)
    } ist die Steigung 0: Sie weist keinen Weg hinab.

## D14: was es gelernt hat

WhatItLearned = Was es gelernt hat
    .upward = Anteil der ungesehenen, die es richtig hat
    .upward_both = ungesehene richtig: [es](ink) und [{ $times }-mal so breit](focus)
    .across = Schritte
    .all = alle
    .says = sagt { $says }
    .output = mit { NUM($output, decimals: 2) }
    .actual = richtig: { $actual }
WhatItLearned-over_the_run = { $count ->
    [1] Ein { thing }
   *[other] { $count } { things }
    }, nie gesehen: { $course ->
    [climbs] Am Ende sind [{ PCT($last, decimals: 1) }](focus) richtig
    [falls] Von { PCT($first, decimals: 1) } sinkt der Anteil der richtigen auf [{ PCT($last, decimals: 1) }](focus)
   *[stays] Noch immer sind [{ PCT($last, decimals: 1) }](focus) richtig
    }.
WhatItLearned-if_it_were_wider = { $hidden ->
    [0] Mit einer verdeckten Schicht
   *[other] { $times }-mal so breit
    }{ $wide_run ->
    [part] , nach einem Teil dieser Schritte
   *[other] { "" }
    }: [{ PCT($wide, decimals: 1) }](focus){ $gain ->
        [more] , { $gained } mehr
        [less] , { $gained } weniger
       *[same] { "" }
    }.{ $enlarged_from ->
    [0] { "" }
   *[other] { " " }Das sind Scans mit { $enlarged_from }×{ $enlarged_from } Pixeln, vergrößert.
    }
WhatItLearned-can_you_read_them = { $wrong ->
    [0] Keines davon ist falsch.
    [1] Das ist das eine falsche. { $kind ->
        [row] Wäre es zu erkennen?
       *[image] Ist es zu lesen?
    }
   *[other] { COMPARE($shown, $wrong) ->
        [same] Das sind die { $wrong } falschen.
       *[less] Das sind { $shown } der { $wrong } falschen.
    } { $kind ->
        [row] Wären sie zu erkennen?
       *[image] Sind sie zu lesen?
    }
    }
WhatItLearned-wrong_ones = { $wrong ->
    [0] Es wird andere geben: Das Netz hat längst nicht alle gesehen.
   *[other] { $surest ->
        [sure] Es kann sicher sein und sich doch irren: Es sagt [{ $says }](focus), mit { NUM($output, decimals: 2) }. Richtig wäre { $actual }.
       *[other] { $wrong ->
            [1] Es
           *[other] Am sichersten irrt es sich hier: Es
        } sagt [{ $says }](focus), mit { NUM($output, decimals: 2) }. Richtig wäre { $actual }.
    }
    }

## D15: wo es die Grenze zieht, bei zwei Eingaben

DecisionBoundary = Wo es die Grenze zieht
    .steps = Schritte
    .mean_C = [Kosten](cost)
    .right = von { $examples } richtig
DecisionBoundary-the_plane = { $inputs_are ->
    [named] Zwei Eingaben, { $across } und { $up }, sind eine Ebene
   *[input] Zwei Eingaben sind eine Ebene
    }: Jedes Beispiel ist ein Punkt, { $answers ->
        [numbers] so hell wie seine Zahl.
       *[two] und sein Zeichen nennt die Klasse.
    }
DecisionBoundary-untrained = Untrainiert: { $answers ->
    [numbers] seine Antwort an jedem Ort der Ebene, je heller, desto größer{ $at_first ->
        [seen] ; auf jeder Linie ist sie gleich
       *[none] { "" }
    }.
    [two] je heller ein Ort, desto größer die Ausgabe für { $second }; { $at_first ->
        [seen] auf der Linie wechselt die Antwort
       *[none] überall ist die Antwort { $only }
    }: { $right_first } von { $examples } sind richtig.
   *[several] je heller ein Ort, desto sicherer die Antwort; { $at_first ->
        [seen] auf den Linien wechselt die Antwort
       *[none] überall ist die Antwort { $only }
    }: { $right_first } von { $examples } sind richtig.
    }
DecisionBoundary-it_moves = { $answers ->
    [numbers] Beim Training rückt der Grund zu den Beispielen: Wo er eines trifft, sind beide gleich hell. Die [Kosten](cost) gehen von { NUM($cost_first, $cost_last, apart: 3) } auf { NUM($cost_last, $cost_first, apart: 3) }.
   *[two] { $wrong ->
        [late] Das [markierte](focus) Beispiel, Klasse { $own }, ist nach { $until } von { $updates } Schritten endgültig richtig
        [still] Das [markierte](focus) Beispiel, Klasse { $own }, ist bis zum Ende falsch
       *[never] Alle gezeigten sind die ganze Zeit richtig
    }. Am Ende sind { $right_last } von { $examples } richtig, bei [Kosten](cost) von { NUM($cost_last, $cost_first, apart: 3) }.
    }
DecisionBoundary-its_bends = { $lines ->
    [0] Kein verdecktes Neuron hat auf dieser Ebene eine Linie, auf der seine Summe 0 wäre: Keines knickt hier die Grenze.
   *[other] { COMPARE($lines, $neurons) ->
        [less] { $lines ->
            [1] 1 der { $neurons } { hidden-neurons } hat eine Linie mit seiner Nummer, auf der seine Summe 0 ist
           *[other] { $lines } der { $neurons } { hidden-neurons } haben eine Linie mit ihrer Nummer, auf der ihre Summe 0 ist
        }
       *[same] { $neurons ->
            [1] Das verdeckte Neuron hat eine Linie, auf der seine Summe 0 ist
           *[other] Jedes der { $lines } { hidden-neurons } hat eine Linie mit seiner Nummer, auf der seine Summe 0 ist
        }
    }{ $neurons ->
        [1] : { $answers ->
            [numbers] Alle Linien gleicher Antwort sind zu ihr parallel
           *[two] Wo die Antwort wechselt, ist die Grenze parallel zu ihr
        }
       *[other] { $meeting ->
            [apart] : Quer dazu geht das Neuron von dunkel zu hell
           *[meet] , umso breiter, je mehr das Neuron wiegt. Wo sie zählen, { $answers ->
                [numbers] knicken die Linien gleicher Antwort
               *[two] knickt die Grenze
            }
        }
    }.
    }

## D15: was es nicht gelernt hat

WhatItDidNot = Was es nicht gelernt hat
    .hoped = erhofft
    .seen = gelernt{ COMPARE($drawn, $neurons) ->
        [less] { "" }: { $drawn } von { $neurons }
       *[same] { "" }
    }
    .signs = [positiv](up), [negativ](down)
    .scale = jedes in eigenem Maßstab
    .says = sagt { $says }
    .output = mit { NUM($output, decimals: 2) }
WhatItDidNot-what_one_hoped = { $neurons ->
    [1] Wonach sucht sein erstes Neuron?
   *[other] Wonach suchen seine ersten { $neurons } Neuronen?
    }{ $kind ->
    [handwritten] { " " }Nach Kanten, Strichen, Schleifen?
   *[other] { "" }
    }
WhatItDidNot-its_weights = { $kind ->
    [row] Da sind nur diese Gewichte und keine Regel
    [image] Ihre Gewichte: kaum eine Form, die einen Namen hätte
   *[handwritten] Ihre Gewichte: Flecken und Rauschen
    }{ $works ->
    [much] . Und doch funktioniert es
   *[little] { "" }
    }.
WhatItDidNot-noise = Nun Rauschen, { $kind ->
    [row] jede Eingabe
   *[image] jedes Pixel
    } zufällig: Die Antwort ist [{ $said }](focus), mit { NUM($top, decimals: 2) }.
WhatItDidNot-how_sure = Über einhalb: { $sure ->
    [0] keines
   *[other] [{ $sure }](focus)
    } von { $noise } Rauschmustern, { $real_sure } von { $real } echten ungesehenen. Aus Rauschen hat es nie gelernt.

## D16: verstanden, oder auswendig gelernt

Memorising = Verstanden oder auswendig gelernt?
    .right = wie beschriftet: [wahre](ink) Labels, [gemischte](focus)
    .unseen = ungesehene richtig: nach [wahren](ink), nach [gemischten](focus)
    .across = Durchgänge durch alle
    .all = alle
Memorising-shuffled_labels = Noch ein Versuch: { $examples } { things }, und ihre Labels [neu verteilt](focus).
Memorising-what_it_has_seen = { $learned ->
    [by_heart] Ein frisches Netz lernt selbst diese auswendig{ $taken_for ->
        [dealt] , { $kind ->
            [handwritten] diese { $own }
           *[row] dieses { thing } für { $own }
        } als [{ $dealt }](focus)
       *[other] { "" }
    }: [{ PCT($shuffled, decimals: 1) }](focus) wie verteilt
    [much] Ein frisches Netz lernt selbst von diesen manche auswendig: [{ PCT($shuffled, decimals: 1) }](focus) wie verteilt
   *[little] Ein frisches Netz trifft { PCT($true, decimals: 1) } der wahren Labels, von [gemischten](focus) { PCT($shuffled, decimals: 1) },
    } nach { $times ->
    [one] { $times } Durchgang
   *[other] { $times } Durchgängen
    }.
Memorising-which_is_sooner = { $soon ->
    [sooner] Aber wahre Labels sind eher gelernt: zur Hälfte nach { times-until-true }, nicht [{ $shuffled_half }](focus).
    [true_only] Von den wahren Labels ist nach { times-until-true } die Hälfte gelernt, von den [gemischten](focus) nie.
    [not_sooner] Die Hälfte davon ist nach { times-until-true } gelernt, von den [gemischten](focus) nach { $shuffled_half }.
   *[not_true] So bald ist nicht die Hälfte davon gelernt.
    }
Memorising-what_it_has_not = Bei ungesehenen { $kind ->
    [row] Beispielen
   *[image] Bildern
    } { $use ->
    [none] nützt das nichts: [{ PCT($shuffled_unseen, decimals: 1) }](focus), aber { PCT($true_unseen, decimals: 1) } nach wahren Labels
   *[some] sind [{ PCT($shuffled_unseen, decimals: 1) }](focus) richtig, und { PCT($true_unseen, decimals: 1) } nach wahren Labels
    }.

## D16: die drei Funktionen

ThreeFunctions = Drei Funktionen und eine Frage
    .in = hinein
    .inside = innen: Regler
    .out = heraus
    .dials_in = hinein: Regler
    .examples = innen: { $examples ->
        [one] { $examples } Beispiel
       *[other] { $examples } Beispiele
    }{ COMPARE($shown, $examples) ->
        [less] { " " }({ $shown } gezeigt)
       *[same] { "" }
    }
    .cost = heraus: die [Kosten](cost)
    .direction = hinein: Regler, heraus: eine Richtung
ThreeFunctions-the_network = Das Netz ist eine Funktion: { $kind ->
    [row] Zahlen
   *[image] Pixel
    } hinein, Antworten heraus; innen { $count } Regler.
ThreeFunctions-the_cost = Auch die [Kosten](cost) sind eine: Regler hinein, eine Zahl heraus.{ $made ->
    [0] { "" }
   *[other] { " " }Hier wird das Training zurückgenommen.
    }
ThreeFunctions-the_gradient = Und der Gradient: Regler hinein, eine Richtung heraus. Umgedreht sagt er, wohin.
ThreeFunctions-the_question = Wie findet man { $count } Steigungen auf einmal? Durch [Backpropagation](focus), am Werk seit den Achtzigerjahren: das nächste Kapitel.
