### Was gedruckt wird: der Handzettel, mit einem von Hand gerechneten Lernschritt.

handout = Wie ein neuronales Netz lernt
    .given = { $solutions ->
        [yes] Lösungen
       *[no] {""}
    }
    .about = Ein Netz { $sizes } mit den Daten { $data }: was erzählt wird, und ein Lernschritt von Hand.
    .version = Fassung { $version }
    .solutions = Fassung { $version } · Lösungen

# Was beim Hochladen unter einen Film gesetzt wird; Filme heißen wie die Kapitel oder wie der Handzettel.
upload =
    .about = Jede Zahl in diesem Film stammt aus der Aufzeichnung eines Trainings: ein Netz { $sizes } mit den Daten { $data }.
    .chapters = Kapitel
    .subtitles = Untertitel

# Neben dem Gesagten: Kosten „nach 3 Schritten“.
numbers-said =
    .after = nach { $updates ->
        [one] { $updates } Schritt
       *[other] { $updates } Schritten
    }

## Ein Lernschritt von Hand. Seine Abschnitte, der Reihe nach:

by-hand = Von Hand: ein Lernschritt
    .forward = Vorwärts: Was sagt das Netz?
    .cost = Die Kosten: Wie falsch ist das?
    .backward = Rückwärts: Wie reagieren die Kosten auf jedes Neuron?
    .step = Der Schritt: Was ändert sich, und um wie viel?
    .again = Noch einmal vorwärts, nach dem Schritt

# Was über den Spalten der Tabellen steht.
by-hand-columns =
    .sum = Gewichtete Summe
    .derivative = Ableitung
    .put-in = Zahlen eingesetzt
    .now = Jetzt
    .after = Jetzt [- space eta dot](math) Ableitung

# Was dazwischen gesagt wird; „…“ steht, wo eine Zahl einzutragen ist.
by-hand-says =
    .network =
        Dieses Netz hat { $inputs ->
            [one] eine Eingabe
           *[other] { $inputs } Eingaben
        }{ $hidden ->
            [0] {""}
            [one] , ein verdecktes Neuron
           *[other] , { $hidden } verdeckte Neuronen
        } und { $outputs ->
            [one] eine Ausgabe
           *[other] { $outputs } Ausgaben
        }. Das Gewicht [w_(j k)^((l))](math) führt von Neuron [k](math) zu Neuron [j](math) der Schicht [l](math); gezählt wird ab 0.
        { $functions ->
            [one] Die Funktion der Neuronen ist { $value },
           *[two] Die Funktion der verdeckten Neuronen ist { $value }, die der Ausgaben { $value_out },
        } die Lernrate ist [eta](math) = { NUM($eta, short: 6) }.
    .step =
        { $rule ->
            [same] {""}
           *[plainer] Dieser Schritt ist einfacher Gradientenabstieg, nach welcher Regel auch immer das Netz der Lektion lernt.
        } { $learned ->
            [all] {""}
           *[weights] Nur Gewichte ändern sich; die Biases bleiben, wie sie sind.
        }
    .exercise =
        Vier Nachkommastellen genügen. Wer mit gerundeten Zahlen weiterrechnet, kann in der letzten um eins oder zwei danebenliegen.
    .solutions =
        Zahlen sind einmal gerundet, auf vier Nachkommastellen. Wo die gedruckten Zahlen nicht genau die nächste ergeben,
        steht [approx](math).
    .how-back =
        Wir beginnen mit der Ausgabeschicht; die verdeckte Schicht braucht deren [delta](math). { by-hand-says.of-each }
    .how-back-one =
        { by-hand-says.of-each }
    .of-each =
        Für { $functions ->
            [one] jedes Neuron gilt { $slope } und
           *[two] verdeckte Neuronen gilt { $slope }, für Ausgaben { $slope_out }, für alle
        } [delta = sigma'(z) dot partial C \/ partial a](math).
    .question = Die Kosten waren … und sind nun …. Sind sie gesunken?
    .answer = Die Kosten sind { COMPARE($after, $before) ->
        [less] gesunken: von
       *[other] nicht gesunken: Sie gingen von
    } { NUM($before, decimals: 4) } auf { NUM($after, decimals: 4) }.
    .course = Nach jedem der ersten { $steps } Schritte sind es { $costs }.
    .end = Nach { $updates } Schritten sind es { NUM($end, figures: 2) }.

deck =
    .toggle = Abspielen, anhalten oder noch einmal abspielen
    .again = Diesen Schritt noch einmal abspielen
    .home = Bei der ersten Folie beginnen
    .captions = Untertitel zeigen oder verbergen
    .missing = Hier fehlt ein Film: Entpacken Sie das ganze Archiv, und lassen Sie den Ordner { $folder } neben dieser Seite.

# Was die Tastenliste im Browser und das Fenster für Vortragende sagen.
reveal =
    .keys = Tasten
    .key = Taste
    .does = Was sie tut
    .next = Nächste Folie oder nächster Schritt
    .previous = Vorige Folie oder voriger Schritt
    .whole = Ganze Folien weiter, ohne Schritte
    .ends = Erste oder letzte Folie
    .blank = Bild dunkel schalten und anhalten
    .overview = Alle Folien
    .fullscreen = Vollbild
    .jump = Zu einer Folie springen
    .speaker = Fenster für Vortragende öffnen
    .loading = Die Folien werden gesucht …
    .upcoming = Als Nächstes
    .time = Zeit
    .reset = Klicken: bei 0 beginnen
    .notes = Notizen
    .layout = Anordnung
    .default = Üblich
    .wide = Breit
    .tall = Hoch
    .notes-only = Nur Notizen

# Wie Zahlen in den Notizen heißen, jede mit ihrem Zeichen danach: Kosten C, Aktivierung a3.
shown-number =
    .cost = Kosten
    .activation = Aktivierung
    .sum = gewichtete Summe
    .weight = Gewicht
    .bias = Bias
    .input = Eingabe
    .target = Ziel
    .derivative = Ableitung
    .effect = Wirkung
    .delta = Delta
    .steps = Schritte bis dahin
    .accuracy = Anteil der ungesehenen richtig
    .right = Anteil der Trainingsbeispiele richtig
    .unseen_cost = mittlere Kosten der ungesehenen
    .components = Zahlen im Gradienten
    .zero = davon genau 0
    .step-C_all = Kosten C nach dem ganzen Schritt
    .step-C_most = Kosten C nach dem Schritt der wenigen
    .step-C_others = Kosten C nach dem Schritt aller anderen
    .components-size = Größe einer Komponente
    .components-step = Anstoß −∂C/∂w
    .data-running = mittlere Kosten bisher
    .data-unseen_y = Ziel der ungesehenen
    .figure-costs_so_far = Kosten im bisherigen Mittel
    .figure-cost_added_up = Summe bisher
    .figure-parameters = Gewichte und Bias
    .figure-right_at_first = richtig vor dem Training
    .figure-epochs_until_half = Epochen, bis die Hälfte richtig ist
    .learning-right = richtig
    .line-first_w = Gewicht w vor dem Training
    .line-first_C = Kosten C vor dem Training
    .memory-epochs = Epochen
    .memory-true_right = Anteil richtig, wahre Labels
    .memory-true_unseen = Anteil der ungesehenen richtig, wahre Labels
    .memory-shuffled_right = Anteil richtig, gemischte Labels
    .memory-shuffled_unseen = Anteil der ungesehenen richtig, gemischte Labels
    .neuron-products = Gewicht mal Eingabe
    .neuron-running = Summe bisher
    .boundary-neurons = Nummer des Neurons
    .plane-length = Länge des Gradienten
    .plane-path_C = mittlere Kosten C auf dem Weg hinab
    .mean_C = mittlere Kosten C
    .terms-gap = Abstand
    .tested-wrong_x = falsch gelesene Eingaben
    .wider-own = Anteil der ungesehenen richtig
    .wider-share = Anteil der ungesehenen richtig, breiteres Netz
    .batches-sizes = Beispiele je Batch
    .batches-updates = Schritte bis dahin
    .figure-asked_so_far = bisher befragte Beispiele
    .figure-pulling_up = die es höher wollen
    .figure-pulling_down = die es niedriger wollen
    .one-most = die mit neun Zehnteln des Quadrats der Länge
    .only-said = Anteil der ungesehenen mit dieser Antwort
    .paths-batch = Beispiele je Mini-Batch
    .paths-full_C = Kosten C, der bedächtige Wanderer
    .paths-full_examples = befragte Beispiele, der bedächtige Wanderer
    .paths-full_seconds = Sekunden, der bedächtige Wanderer
    .paths-mini_C = Kosten C, der hastige Wanderer
    .paths-mini_examples = befragte Beispiele, der hastige Wanderer
    .paths-mini_seconds = Sekunden, der hastige Wanderer
    .sensitivity-change_C = Änderung der Kosten C
    .tugs-mean = mittlerer Anstoß
    .tugs-so_far = mittlerer Anstoß bisher
    .figure-run_of = Tangente nach rechts
    .figure-rise_of = Tangente nach oben
    .figure-updates_at_rates = Schritte bis dahin
    .graph-values = Wert eines Knotens
    .slopes-error = Fehler a − y
    .several-mean_dC_dw = mittlere Ableitung ∂C/∂w
    .several-mean_dC_db = mittlere Ableitung ∂C/∂b
    .measured_dC_da = gemessene Ableitung ∂C/∂a
    .measured_dC_dw = gemessene Ableitung ∂C/∂w
    .threads-far_z = gewichtete Summe z, weit draußen
    .threads-far_a = Aktivierung a, weit draußen
    .threads-far_C = Kosten C, weit draußen
    .threads-ratio_dz_dw = Änderung von z durch die von w
    .threads-ratio_da_dz = Änderung von a durch die von z
    .threads-ratio_dC_da = Änderung von C durch die von a
    .wishes-table = Produkt eines Weges

film =
    .intro = Vorspann
    .outro = Abspann
