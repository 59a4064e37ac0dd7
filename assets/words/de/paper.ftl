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
    .next = Nächste Folie oder nächster Schritt
    .previous = Vorige Folie oder voriger Schritt
    .left = Folie links
    .right = Folie rechts
    .up = Folie darüber
    .down = Folie darunter
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

film =
    .intro = Vorspann
    .outro = Abspann
