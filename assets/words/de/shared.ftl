### Wendungen, die mehrere Nachrichten teilen; sie nutzen die Fakten der Nachricht, die auf sie verweist.
###
### Wörter, ein Wort für eine Sache:
###   activation         Aktivierung              nudge              Anstoß, anstoßen
###   bias               Bias, der                output             Ausgabe
###   chain rule         Kettenregel              path               Weg
###   cost               Kosten (Mehrzahl)        pulse              Puls
###   derivative         Ableitung                rim                Rand (um ein Neuron)
###   dial               Regler                   setting            Stellung
###   edge               Kante                    slope              Steigung
###   effect             Wirkung (auf die Summe)  squash             stauchen
###   example            Beispiel                 step, update       Schritt
###   factor             Faktor                   sweep              Durchlauf
###   foretold           vorhergesagt             target, goal       Ziel
###   gradient           Gradient                 thread             Faden
###   hidden neuron      verdecktes Neuron        to answer (cost)   reagieren auf
###   input              Eingabe                  unseen             ungesehen
###   label              Label                    weight             Gewicht
###   layer              Schicht                  weighted sum       gewichtete Summe
###   learning rate      Lernrate                 what it carries    was es überträgt
###   lever              Hebel                    wish               Wunsch
###   loud               laut                     careful, hasty     bedächtig, hastig
###   mean, average      Mittel                   now, goal          Ist, Soll (über Spalten)
###
### Eine handgeschriebene Ziffer ist weiblich („die 2“), jeder andere Name steht nach „die Ausgabe“ oder ohne
### Artikel („setosa“). Niemand wird mit du oder Sie angesprochen.

## Die Ausgabe, um die es geht: am Satzanfang, im Satz, und im Dativ oder Genitiv („bei der 2“, „die Summe der 2“).

label-begins = { $kind ->
    [handwritten] Die [{ $label }](focus)
   *[row] Die Ausgabe [{ $label }](focus)
    }

label-itself = { $kind ->
    [handwritten] die [{ $label }](focus)
   *[row] die Ausgabe [{ $label }](focus)
    }

label-dative = { $kind ->
    [handwritten] der [{ $label }](focus)
   *[row] der Ausgabe [{ $label }](focus)
    }

# Dasselbe ohne Farbe.
label-plain = { $kind ->
    [handwritten] die { $label }
   *[row] die Ausgabe { $label }
    }

loudest-itself = { $kind ->
    [handwritten] die { $loudest }
   *[row] Ausgabe { $loudest }
    }

brightest-itself = { $kind ->
    [handwritten] die [{ $brightest }](focus)
   *[row] [{ $brightest }](focus)
    }

# „Wir nehmen { an-example } und“: was das Beispiel ist, mit seiner Klasse, wenn es Klassen gibt.
an-example = { $outputs_are ->
    [numbers] { $kind ->
        [row] ein Beispiel
       *[image] ein Bild
    }
   *[classes] { $kind ->
        [handwritten] eine handgeschriebene
        [image] ein Bild der Klasse
       *[row] ein Beispiel der Klasse
    } [{ $star_class }](focus)
    }

# „diese 2“, „dieses Beispiel“, mit seinem Fürwort.
star-itself = { $outputs_are ->
    [numbers] dieses { thing }
   *[classes] { $kind ->
        [handwritten] diese [{ $star_class }](focus)
       *[row] dieses { thing } für [{ $star_class }](focus)
    }
    }

# Dasselbe kurz und ohne Farbe.
star-plain = { $outputs_are ->
    [numbers] dieses { thing }
   *[classes] { $kind ->
        [handwritten] diese { $star_class }
       *[row] { $star_class }
    }
    }

# „zur { output-itself }“: wie eine Ausgabe heißt, wenn es mehrere gibt.
output-itself = { $classes ->
    [1] Ausgabe
   *[other] Ausgabe { $output }
    }

# Was eine Ausgabe tut, die größer oder kleiner werden soll.
light-up = { $outputs_are ->
    [classes] aufleuchten
   *[other] steigen
    }

dim-down = { $outputs_are ->
    [classes] dunkler werden
   *[other] sinken
    }

things = { $kind ->
    [row] Beispiele
   *[image] Bilder
    }

network-shown = { $updates ->
    [0] { $came_from ->
        [brought] das Netz, wie es kam
       *[drawn] ein Netz, das noch nichts gelernt hat
    }
    [one] das Netz nach { $updates } Schritt
   *[other] das Netz nach { $updates } Schritten
    }

thing = { $kind ->
    [row] Beispiel
   *[image] Bild
    }

pixel = { $kind ->
    [row] Eingabe
   *[image] Pixel
    }

pixels = { $kind ->
    [row] Eingaben
   *[image] Pixel
    }

# Wie eine Aktivierungsfunktion heißt; ihr Name ist der Fakt $function.
function-name = { $function ->
    [sigmoid] { activation-sigmoid }
    [tanh] { activation-tanh }
    [relu] { activation-relu }
    [leaky_relu] { activation-leaky_relu }
    [gelu] { activation-gelu }
    [softmax] { activation-softmax }
   *[identity] { activation-identity }
    }

# „Die 2 kommt auf 0,31, aber“: was das erste gespeicherte Netz zum Beispiel sagt.
what-comes-out = { $answer ->
    [right] { $came_from ->
        [brought] Die Antwort ist richtig
       *[drawn] { $updates ->
            [0] Die Antwort stimmt nur zufällig
           *[other] Die Antwort ist richtig
        }
    }
   *[wrong] { $came_from ->
        [brought] Die Antwort ist falsch
       *[drawn] { $updates ->
            [0] Die Antwort ist Unsinn
           *[other] Die Antwort ist falsch
        }
    }
    }

and-or-but = { $answer ->
    [right] und
   *[wrong] aber
    }

over-examples = über { $examples ->
    [one] { $examples } Beispiel
   *[other] { $examples } Beispiele
    }

# Wie ein Neuron heißt, das eines von vielen ist: „von { neuron-named } zu …“, in jedem Fall ohne Artikel.
neuron-named = { $neuron_kind ->
    [pixel] Pixel (Zeile { INDEX($row) }, Spalte { INDEX($column) })
    [named] { $input }
    [input] Eingabe { INDEX($neuron) }
    [output] Ausgabe { $class }
   *[hidden] Neuron { INDEX($neuron) } in Schicht { INDEX($layer) }
    }

# Von welchen Neuronen die Linien sind, und nach wie vielen Durchgängen wahre Labels zur Hälfte gelernt sind.
hidden-neurons = { $hidden ->
    [1] verdeckten Neuronen
   *[other] Neuronen der ersten verdeckten Schicht
    }

times-until-true = { $true_half ->
    [one] { $true_half } Durchgang
   *[other] { $true_half } Durchgängen
    }
