### Was im Kapitel Calculus gesagt wird: je Szene eine Nachricht (Titel und Beschriftungen), je Beat eine.

## K1: ein Netz, dem man mit dem Bleistift folgen kann

SmallestNetwork = Das kleinste Netz
    .weight = Gewicht
    .bias = Bias
    .input = Eingabe
    .output = Ausgabe
    .target = Ziel
SmallestNetwork-forward = Ein Neuron je Schicht. Jedes nimmt, was ankommt, mal sein Gewicht, addiert seinen Bias und staucht die Summe.
SmallestNetwork-the_cost = Heraus kommt { NUM($out, decimals: 3) }; richtig wäre { $y }. Die [Kosten](cost) dieses Beispiels, [C_0](math), sind { $squares ->
    [halves] das halbe Quadrat über der Differenz.
   *[squares] das Quadrat über der Differenz.
    }
SmallestNetwork-six_dials = Wir drehen jede der sechs Zahlen um { NUM($far, decimals: 0) } höher, um { NUM($far, decimals: 0) } niedriger und zurück. Alles, was folgt, reagiert, auch die [Kosten](cost).
SmallestNetwork-the_question = Auf welche der [sechs](focus) reagieren die [Kosten](cost) am stärksten, auf welche am schwächsten? Raten wir.

## K2: Namen

Names = Namen für die Teile
    .layer = Schicht
Names-the_layers = Ein hochgestelltes [(L)](math) ist keine Potenz: Es nennt die Schicht. Gewicht und Bias tragen die Nummer der Schicht, in die sie führen.
Names-the_sum = Nun hinein in das letzte Glied. Was Gewicht, vorige Aktivierung und Bias ergeben, ist die gewichtete Summe [z](math).
Names-the_activation = Die Sigmoid-Funktion [sigma](math) staucht [z](math) auf eine Zahl zwischen 0 und 1: die Aktivierung [a](math).
Names-the_cost = [y](math) ist das Ziel. { $squares ->
    [halves] Das halbe Quadrat des Abstands von [a](math) zu [y](math) sind die [Kosten](cost).
   *[squares] Der Abstand von [a](math) zu [y](math), quadriert, ergibt die [Kosten](cost).
    } Ein Faden läuft durch alle vier Linien.

## K3: was woraus gemacht ist

MadeOfWhat = Was woraus besteht
MadeOfWhat-made_of = Woraus bestehen die [Kosten](cost)? Aus [a](math) und [y](math). Und [a](math)? Aus [z](math). Und [z](math)? Aus Gewicht, voriger Aktivierung und Bias.
MadeOfWhat-one_layer_back = Die vorige Aktivierung entsteht genauso, eine Schicht davor; und so fort bis zur Eingabe.

## K4, K5: ein Anstoß, verfolgt bis zu den Kosten; die Kettenregel

SmallNudge = Ein Anstoß, verfolgt bis ans Ende
    .drawn_smaller = { $smaller }-mal kleiner gezeichnet
SmallNudge-the_threads = Wir drehen das Gewicht [w](math): Die Summe [z](math), die Aktivierung [a](math) und die [Kosten](cost) folgen. Jede Stellung ist ein Faden.
SmallNudge-crowding_and_crossing = Wo Fäden sich drängen, schrumpft eine Änderung. Wo sie sich kreuzen, kehrt sich ihre Richtung um.
SmallNudge-the_nudge = Ein Anstoß von { NUM($nudge, decimals: 1) } ist ein Band: [blau](up), wo etwas steigt, [orange](down), wo es fällt.
SmallNudge-far = Weit draußen, auf längeren Linien für [w](math) und [z](math), drängen sich Fäden bei 0 und 1: Selbst ein großer Anstoß verebbt unterwegs.
SmallNudge-the_ratios = Jede Änderung geteilt durch die vorige: Beim Multiplizieren kürzt sich alles bis auf das Gesuchte. Winzige Anstöße geben Ableitungen.
SmallNudge-the_pulse =
    Von den [Kosten](cost) zurück multipliziert jeder Abschnitt. { $answer ->
        [falls] [Orange](down): Etwas mehr davon senkt sie.
       *[rises] [Blau](up): Etwas mehr davon hebt sie.
    } { NUM($predicted, decimals: 4) } kommt an; gemessen mit { NUM($epsilon, short: 6) }: { NUM($measured, decimals: 4) }.

## K6: die drei Faktoren

ThreeDerivatives = Die drei Ableitungen, eine nach der anderen
    .measured = gemessen
    .foretold = Vorhersage
    .slope = Steigung
    .ramp = ReLU
ThreeDerivatives-z_by_w = Ein Anstoß von [w](math) kommt bei [z](math) an, mal die vorige Aktivierung: breit, wo sie hell ist, schmal, wo sie dunkel ist.
ThreeDerivatives-a_by_z = Die Steigung der Sigmoid-Funktion ist höchstens ein Viertel und fast nichts, wo sie flach ist. Die der ReLU ist 0 oder 1.
ThreeDerivatives-C_by_a = { $squares ->
    [halves] Die [Kosten](cost) sind ein halbes Quadrat. Angestoßen verliert oder gewinnt es zwei Streifen, so lang, wie [a](math) danebenliegt: Die Hälfte von zweien ist [a - y](math).
   *[squares] Die [Kosten](cost) sind ein Quadrat. Ein Anstoß von [a](math) nimmt oder gibt zwei Streifen, jeder so lang, wie [a](math) danebenliegt: zweimal [a - y](math).
    }
ThreeDerivatives-predicted_and_measured = Ihr Produkt sagt vorher, was ein winziger Anstoß bewirkt: Je kleiner er ist, desto besser passt die Messung.

## K7: viele Beispiele, viele Zahlen

AverageAndVector = Ein Beispiel von vielen, eine Zahl von vielen
    .updates = Schritte
    .mean_cost = mittlere Kosten
    .mean = Mittel
    .ones = Ziel 1
    .zeros = Ziel 0
    .gradient = Gradient
    .elsewhere = im Netz der Lektion
AverageAndVector-all_alike = { $examples } Beispiele, { $examples } Fäden, einer auf dem anderen: Die Kette antwortet allen gleich, { NUM($out, decimals: 2) }.
AverageAndVector-the_training = Also wird eine Kopie mit allen sechs trainiert: andere Gewichte, eine längere Linie für [z](math). Die Fäden trennen sich.
AverageAndVector-the_mean = Auf jedem Faden kommt eine eigene Ableitung zurück, [aufwärts](up) oder [abwärts](down). Das Training geht gegen ihr Mittel.
AverageAndVector-the_vector = Es ist eine Zahl von { $here }: der [Gradient](cost) dieser Kopie nach { $updates } Schritten. Das Netz der Lektion hat { $count }. Zurück zu unserer Kette.

## K8: der Bias, die vorige Aktivierung

SwapOneFactor = Ein Faktor wird getauscht
SwapOneFactor-the_bias = Für den [Bias](focus) wird ein Faktor getauscht: [z](math) bewegt sich genauso weit wie [b](math), also ist er 1.
SwapOneFactor-the_activation = Für die vorige [Aktivierung](focus) ist er das Gewicht: Ein Anstoß von ihr kommt mit [w](math) multipliziert an.
SwapOneFactor-what_it_is_for = Niemand kann sie einstellen, aber die Schicht davor braucht ihre Ableitung. Zwei der drei Faktoren hatten wir schon.

## K9: zurück zum ersten Gewicht

BackAnotherLayer = Noch eine Schicht zurück, und noch eine
    .measured = gemessen
    .nudge = Anstoß { NUM($epsilon, short: 6) }
BackAnotherLayer-to_the_weight_before = Hier ist [L](math) gleich { $layers }. Eine Schicht zurück geht der Puls weiter: mal das Gewicht, das er passiert, mal die Steigung, mal das, was ankam.
BackAnotherLayer-to_the_first_weight = Und noch einmal, zum ersten Gewicht. Dort kam die Eingabe an, [a^((0)) = x](math). Eine verdeckte Schicht hat kein [y](math) und braucht keines.
BackAnotherLayer-the_answer = Die Lösung: [Am stärksten](focus) reagieren die [Kosten](cost) auf { $most ->
    [w1] [w^((1))](math)
    [b1] [b^((1))](math)
    [w2] [w^((2))](math)
    [b2] [b^((2))](math)
    [w3] [w^((3))](math)
   *[b3] [b^((3))](math)
    }, am schwächsten auf { $least ->
    [w1] [w^((1))](math)
    [b1] [b^((1))](math)
    [w2] [w^((2))](math)
    [b2] [b^((2))](math)
    [w3] [w^((3))](math)
   *[b3] [b^((3))](math)
    }{ $back ->
    [fainter] . In dieser Kette zählen Gewichte und Biases weniger, je weiter vorn sie stehen.
   *[uneven] .
    }

## K10: viele Neuronen je Schicht

ManyNeurons = Viele Neuronen, zwei Indizes
ManyNeurons-many = Aus einem Kreis wird eine ganze Schicht{ $came_from ->
    [brought] { "" }
   *[drawn] , noch untrainiert
    }. Die letzten beiden haben { $before } und { $classes } { $classes ->
    [one] Neuron
   *[other] Neuronen
    }.
ManyNeurons-two_indices = Ein [Gewicht](focus) braucht zwei Indizes: erst [j](math), wo es endet, dann [k](math), wo es beginnt.
ManyNeurons-a_sum_over_k = Das [z](math) eines Neurons ist eine Summe über [k](math): alles, was ankommt. Seine Funktion macht daraus [a](math), wie zuvor.
ManyNeurons-a_sum_over_j = Und die [Kosten](cost) sind { $cost ->
    [mean] ein Mittel
   *[sum] eine Summe
    } über [j](math): über alle [n_L](math) Ausgaben, { $classes ->
    [1] hier nur eine, Nummer 0
   *[other] gezählt von 0 bis [n_L - 1](math)
    }.

## K11: die Kettenregel eines Gewichts von vielen

WithIndices = Ein Gewicht von vielen
WithIndices-the_same_chain = { $shared ->
    [yes] Dieselbe Kette mit Indizes: Dieses [Gewicht](focus) erreicht die [Kosten](cost) nur über die Summe [z](math) der eigenen Ausgabe.
   *[no] Dieselben drei Faktoren mit Indizes: Dieses [Gewicht](focus) erreicht die [Kosten](cost) nur über die eigene Ausgabe.
    }
WithIndices-the_numbers = Von Neuron { INDEX($k) } zur { output-itself }: { SIGN($derivative) ->
    [positive] Wird dieses [Gewicht](focus) größer, steigen die [Kosten](cost)
    [negative] Wird dieses [Gewicht](focus) größer, sinken die [Kosten](cost)
   *[zero] Im Moment reagieren die [Kosten](cost) nicht auf dieses [Gewicht](focus)
    }. Darunter, was ein Anstoß gemessen hat.

## K12: viele Wege, und ihre Summe

ManyPaths = Viele Wege zu den Kosten
ManyPaths-through_every_output = Eine [Aktivierung](focus) speist { $classes ->
    [one] die Ausgabe, und die speist die [Kosten](cost): ein Weg.
   *[other] jede Ausgabe, und jede Ausgabe speist die [Kosten](cost): { $classes } Wege.
    }
ManyPaths-they_add_up = { $classes ->
    [one] Auf ihm kommt ein Puls zurück, bei jedem Schritt multipliziert: Einen anderen zu addieren gibt es nicht.
   *[other] Auf jedem kommt ein Puls zurück, bei jedem Schritt multipliziert. Am Neuron addieren sie sich.
    }
ManyPaths-the_sum = Die Ableitung nach einer Aktivierung ist { $classes ->
    [one] die ihres einen Weges
   *[other] eine Summe über Wege
    }: die Wünsche des vorigen Kapitels mit umgekehrtem Vorzeichen.

## K13: delta

DeltaRecursion = Delta, von Schicht zu Schicht
DeltaRecursion-a_name = Was bis zu einer Summe [z](math) zurückkam, heißt [Delta](cost): die Wirkung des vorigen Kapitels, mit umgekehrtem Vorzeichen.
DeltaRecursion-one_neuron = Zurück zu einem [Neuron](focus) davor: jedes [Delta](cost) mal sein Gewicht; ihre Summe mal die eigene Steigung.
DeltaRecursion-layer_by_layer = So für die Nachbarn, und nach derselben Regel für jede Schicht davor{ $larger ->
    [some] : größer gezeichnet, wo es dasteht.
   *[none] , zurück bis zur ersten.
    }
DeltaRecursion-every_parameter = Die Ableitung eines Gewichts: Aktivierung, wo es beginnt, mal [Delta](cost), wo es endet. Die eines Bias: [Delta](cost).

## K14: die Matrixform

MatrixForm = Alles auf einmal: die Matrixform
MatrixForm-read_by_rows = Die Kanten legen sich in ein Gitter: blau über 0, orange unter 0. Eine Zeile: die Gewichte einer Ausgabe; ihr Bias steht für sich.
MatrixForm-read_by_columns = Rückwärts wird es [spaltenweise](focus) gelesen. An der Diagonalen gespiegelt sind Spalten Zeilen: Das sagt das T.
MatrixForm-entry_by_entry = Die [Deltas](cost) der Ausgaben gehen hindurch. Dann jede Summe mal die Steigung ihres Neurons: der Punkt im Kreis.
MatrixForm-the_outer_product = { $grows ->
    [to_the_label] { $outputs_are ->
        [numbers] Ein helles Neuron und die [Ausgabe](focus), die steigen soll: Ein Schritt erhöht das Gewicht dazwischen.
       *[classes] Ein helles Neuron und die [Ausgabe](focus), die feuern soll: Ein Schritt erhöht das Gewicht. Was zusammen feuert, verdrahtet sich.
    }
   *[elsewhere] Jedes Feld ist ein Produkt: die Aktivierung seiner Spalte mal das [Delta](cost) seiner Zeile.
    }
MatrixForm-for_every_layer = Wo es beginnt, wie es zurückgeht und was es bei jedem Gewicht und Bias hinterlässt: vier Zeilen.

## K15: jede Zahl

WorkedExample = Ein durchgerechnetes Beispiel: jede Zahl
    .measured = gemessen mit einem Anstoß von { NUM($epsilon, decimals: 2) }: [{ NUM($measured, decimals: 4) }](cost)
WorkedExample-what_is_given = So wenige Neuronen lassen sich von Hand durchrechnen: Eingaben, Gewichte, Biases, Ziele [y](math).
WorkedExample-forward = Vorwärts: Eingaben mal Gewichte, addiert, plus Bias: [z](math). Dann [a](math), { $functions ->
    [same] mit { function-name }
   *[two] verdeckt mit { function-name }, Ausgaben mit { $outputs ->
        [sigmoid] { activation-sigmoid }
        [tanh] { activation-tanh }
        [relu] { activation-relu }
        [leaky_relu] { activation-leaky_relu }
        [gelu] { activation-gelu }
       *[identity] { activation-identity }
    }
    }, und zuletzt die [Kosten](cost).
WorkedExample-backward = Rückwärts: Das [delta](math) einer Ausgabe kommt aus ihrem Fehler{ $layers ->
    [one] {" "}und ihrer Steigung.
   *[two] , ein verdecktes aus dem, was zurückkommt.
    }
WorkedExample-derivatives = [delta](math) mal das, was ankam, ist die Ableitung des Gewichts. Das Gewicht anstoßen und messen: fast dasselbe.
WorkedExample-the_step = Ein Schritt { $rule ->
    [same] gegen die Steigung
   *[plainer] einfachen Gradientenabstiegs
    }, mit η = { NUM($eta, short: 4) }{ $learned ->
    [all] {""}
   *[weights] ; Biases bleiben
    }. Nun ist jedes [z](math), [a](math) und [delta](math) veraltet.
WorkedExample-again = Also wird alles neu gerechnet, immer wieder: { $updates ->
    [one] ein Schritt bringt
   *[other] { $updates } Schritte bringen
    } die [Kosten](cost) von { NUM($C, figures: 2) } auf { NUM($end, figures: 2) }{ $kept ->
    [all] .
   *[spread] ; gezeigt sind die ersten { $first }, dann einige in immer größerem Abstand.
    }
WorkedExample-the_rate = { $rates_of ->
    [pair] Nun zwei Beispiele, [C](math) ihr Mittel:
   *[alone] Dasselbe Beispiel mit anderen Lernraten:
    } { NUM($usual, short: 4) } ist langsam, { NUM($quick, short: 4) } schnell, { NUM($large, short: 4) } schießt übers Ziel hinaus: { $rates_of ->
    [pair] [C](math)
   *[alone] [C_0](math)
    } endet höher.

## K16: derselbe Durchlauf auf jedem Graphen

ReverseMode = Ein Durchlauf zurück, auf jedem Graphen
    .one_by_one = einzeln: ein Vorwärtsdurchlauf je Parameter
    .sweep = zusammen: ein Durchlauf vorwärts, einer zurück
    .counted = gezählt: Multiplikationen. Ein Quadrat: ein Durchlauf
ReverseMode-forward = Eine andere Rechnung, ohne Neuronen. An jedem Strich: womit ein Anstoß an seinem Anfang multipliziert wird.
ReverseMode-the_sweep = Ein Durchlauf zurück von [v](math): an jedem Strich multiplizieren, und wo zwei sich treffen, addieren.
ReverseMode-the_price = Ein Durchlauf zurück kostet etwa { $passes ->
    [0] keinen weiteren Vorwärtsdurchlauf
    [one] einen weiteren Vorwärtsdurchlauf
    [2] zwei weitere Vorwärtsdurchläufe
    [3] drei weitere Vorwärtsdurchläufe
    [4] vier weitere Vorwärtsdurchläufe
    [5] fünf weitere Vorwärtsdurchläufe
    [6] sechs weitere Vorwärtsdurchläufe
   *[other] { $passes } weitere Vorwärtsdurchläufe
    }. Dauern beide zusammen eine Sekunde, dann einzeln etwa { $time } { $unit ->
    [seconds] { $time ->
        [one] Sekunde
       *[other] Sekunden
    }
    [minutes] { $time ->
        [one] Minute
       *[other] Minuten
    }
    [hours] { $time ->
        [one] Stunde
       *[other] Stunden
    }
   *[days] { $time ->
        [one] Tag
       *[other] Tage
    }
    }{ $size ->
    [small] , bei einem größeren Netz weit länger.
   *[large] .
    }

## Zum Schluss: Symbol für Symbol

SymbolBySymbol = Symbol für Symbol
    .of_before = was ankommt
    .of_w = wie stark
    .of_b = ein Schub
    .of_z = die Summe
    .of_a = die Antwort
    .of_y = das Ziel
    .of_C = wie falsch
    .derivatives = Ableitungen, ein Durchlauf zurück
SymbolBySymbol-symbols = Sieben Symbole, und jedes ist ein Ding in diesem Bild.
SymbolBySymbol-the_pulse = Auf welche der sechs reagieren die [Kosten](cost) [am stärksten](focus)? Ein Puls zurück sagt es für alle.
SymbolBySymbol-so_many = Mit vielen Neuronen ist es genau das: ein Durchlauf zurück, alle { $count } Ableitungen.

## Ein Gewicht eines beliebigen Netzes, zerlegt: nudge render --explain

Explained = Ein Gewicht, zerlegt
    .others = { $others ->
        [one] { $others } weiterer
       *[other] { $others } weitere
    }
    .together = zusammen ≈
Explained-the_weight = Ein Gewicht dieses Netzes: von { neuron-named } zu [{ $to_kind ->
    [output] Ausgabe { $to_class }
   *[hidden] Neuron { INDEX($to) } in Schicht { $to_layer }
    }](focus). Wie sehr reagieren die [Kosten](cost) dieses einen Beispiels darauf?
Explained-the_factors = { $path ->
    [only] Sein einziger Weg zu den [Kosten](cost)
    [largest] Der größte seiner { $many } Wege zu den [Kosten](cost)
   *[one] Einer seiner { $many } Wege zu den [Kosten](cost)
    }: was es überträgt, { $way ->
    [before] dann abwechselnd Steigungen und Gewichte
    [shared] wie eine Ausgabe auf die gewichtete Summe reagiert, in die es eingeht
   *[last] die Steigung seines Neurons
    }, und wie die Kosten reagieren. Alle multiplizieren sich.
Explained-the_paths = { $state ->
    [carries_nothing] Es überträgt 0, also trägt jeder Weg 0 bei.
    [flat] Sein Neuron ist hier flach, also trägt jeder Weg 0 bei.
   *[alive] { $path ->
        [only] Einen anderen Weg gibt es nicht: Dieses Produkt ist die Ableitung.
       *[other] { $others ->
            [0] Jeder Weg trägt sein Produkt bei. Zusammen sind sie die Ableitung.
            [one] Jeder Weg trägt sein Produkt bei: die größten einzeln, dazu der andere. Die Summe ist die Ableitung.
           *[other] Jeder Weg trägt sein Produkt bei: die größten einzeln, die { $others } anderen zusammen. Die Summe ist die Ableitung.
        }
    }
    }
Explained-predicted_and_measured = Das [Gewicht](focus) anstoßen und die [Kosten](cost) neu rechnen: Sie ändern sich { $agreement ->
    [not_at_all] gar nicht, wie vorhergesagt
    [almost] fast genau wie vorhergesagt
   *[roughly] nicht ganz wie vorhergesagt, denn unterwegs ändern sich die Steigungen
    }.
