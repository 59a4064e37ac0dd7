### Wörter auf der Bühne, in Folien, Handzetteln und Untertiteln, die zu keiner einzelnen Szene gehören.

# Wie die Sprache sich selbst nennt; ihr Code aus drei Buchstaben (ISO 639-2); wie viele ihrer Buchstaben in der Zeit eines
# englischen gelesen werden, und wie viele höchstens in einer Zeile Untertitel stehen; und was ab fünf Ziffern Tausender
# trennt: nach DIN 1333 ein schmaler Zwischenraum, denn ein Punkt ließe sich als Dezimalpunkt lesen.
language = Deutsch
    .code = deu
    .speed = 1
    .line = 42
    .group = { "\u202F" }
    .grouped_from = 5

# Die Zeile unter einem Titel: das Kapitel, und die wievielte seiner Ideen („none“ auf einer Karte).
place = { $number ->
    [none] { $chapter }
   *[other] { $chapter } · { $number } von { $beats }
    }

chapter-descent = Gradientenabstieg
    .question = Wie lernt ein Netz aus Beispielen?
chapter-nudges = Backpropagation, anschaulich
    .question = Was wünscht sich ein Beispiel von jedem Gewicht?
chapter-calculus = Backpropagation in Formeln
    .question = Wie reagieren die Kosten auf ein Gewicht, in Formeln?

# Die Karten, mit denen ein Kapitel in einem Film aus mehreren beginnt.
DescentOpens = { chapter-descent }
DescentOpens-the_question = { chapter-descent.question }
NudgesOpens = { chapter-nudges }
NudgesOpens-the_question = { chapter-nudges.question }
CalculusOpens = { chapter-calculus }
CalculusOpens-the_question = { chapter-calculus.question }

## Wie Funktionen heißen: „.the“ steht im Genitiv, nach „Steigung“.

activation-sigmoid = Sigmoid
    .the = der Sigmoid-Funktion
activation-tanh = tanh
    .the = des tanh
activation-relu = ReLU
    .the = der ReLU
activation-leaky_relu = Leaky-ReLU
    .the = der Leaky-ReLU
activation-gelu = GELU
    .the = der GELU
activation-identity = Identität
    .the = der Identität
activation-softmax = Softmax
    .the = der Softmax-Funktion
cost-quadratic = quadratische Kosten
cost-half_quadratic = halbe quadratische Kosten
cost-mean_quadratic = mittlere quadratische Kosten
cost-cross_entropy = Kreuzentropie

# Wörter in Formeln: „gemessen: ΔC/Δw = …“.
rules =
    .measured = gemessen:
    .predicted = vorhergesagt:
    .if = falls
    .else = sonst

## Wörter in Bildern: eine Nachricht für jede Art Bild.

# Unter einer abgekürzten Spalte: wie viele Neuronen nicht gezeichnet sind.
column =
    .more = + { $count } weitere

# Was neben dem Netz eines Kapitels steht: die Spalten neben den Ausgaben, die Balken neben den Schichten.
cost-curve =
    .over = { over-examples }
    .across = Stellung des Reglers

standing-network =
    .shows = Ist
    .should = Soll
    .wish = Wunsch
    .updates = Schritte
    .longest = längster: { NUM($longest, like: 3, sign: "never") }
    .longest_short = max.: { NUM($longest, like: 3, sign: "never") }
    .at_most = ≤ { NUM($longest, like: 3, sign: "never") }
    .effect = Wirkung
    .slope = Steig.
    .sum = Summe
    .output = Ausgabe
    .asked = { $classes ->
        [1] gewünscht
       *[other] gewünscht, summiert
    }
    .asked_by = Ausgabe { $output } wünscht
    .asked_by_two = oben: { $upper }, unten: { $lower }

# Darüber, was ein Netz auf Beispiele antwortet.
asked =
    .answer = Antwort

# Was Farben und Breiten der Kanten bedeuten; nach „breiteste“ steht ihr Gewicht.
edges =
    .signs = Kanten: [positiv](edge_up), [negativ](edge_down),
    .widest = breiteste
sum-table =
    .longest = längster

# Unter den Balken kleiner Deltas.
deltas =
    .larger = { $times }× größer

# Unter Zahlengittern: wofür ein volles Quadrat steht, und was die Farben bedeuten.
layer-grids =
    .square = ein volles Quadrat:
    .within = in
    .signs = (blau: über 0, orange: unter 0)
    .left_out = { $rows ->
        [0] { $columns } Spalten fehlen im Bild
       *[other] { $columns ->
            [0] { $rows } Zeilen fehlen im Bild
           *[other] { $rows } Zeilen und { $columns } Spalten fehlen im Bild
        }
    }

# Unter zwei Zahlen, die addiert werden: „über t“, durch einen anderen Knoten, und „direkt“.
small-graph =
    .by = über
    .directly = direkt

path-table =
    .product = Produkt

measured =
    .nudge = gemessen, Anstoß { NUM($epsilon, short: 6) }

worked-costs =
    .updates = Schritte
    .tens = Schritte, in Zehnerpotenzen

# Die Faktoren eines Weges von einem Gewicht zu den Kosten: was jeder ist, und was einer seiner Art ist.
factor-bias = ein Bias zählt, wie er ist
    .kind = { factor-before.kind }
factor-before = { $neuron_kind ->
    [pixel] Wert
    [named] Wert
    [input] Wert
   *[hidden] Aktivierung
    } von { neuron-named }
    .kind = was es überträgt
factor-weight = Gewicht hin zu { neuron-named }
    .kind = nächstes Gewicht
factor-slope = Steigung { $curve } in { neuron-named }
    .kind = Steigung { $curve }
factor-shared = { $function }: { neuron-named }, nach { $own ->
    [yes] der eigenen Summe
   *[no] der Summe von { $other }
    }
    .kind = { $function }
factor-cost = Kosten, nach { neuron-named }
    .kind = wie die Kosten reagieren

# Wo ein Weg bei gekoppelten Ausgaben endet: durch wessen Summe er läuft, in wessen Aktivierung er endet.
path-sum = z { $class }
path-activation = a { $class }

# Was auf Papier und im Terminal von einem Gewicht gesagt wird, das nichts bewirkt.
weight-idle = { $state ->
    [carries_nothing] Es überträgt 0: Eine Änderung dieses Gewichts ändert nichts.
   *[flat] Sein Neuron ist hier flach: Eine kleine Änderung dieses Gewichts ändert nichts.
    }
