### What is said in the chapter Nudges: one message a scene (its title, with its labels), one a beat.

## N1: an answer, and the dials that made it

TheQuestion = ¿Qué diales tienen la culpa?
    .one_of = uno de { $count }
    .lower = [¿bajar?](down)
    .higher = [¿subir?](up)
TheQuestion-the_example = En { network-shown } entra { an-example }.
TheQuestion-the_answer = { $outputs_are ->
    [one] Una sola salida responde por las dos clases: { NUM($a_label, decimals: 2) }. Para la clase { $star_class } debería ser { $y_label }.
    [numbers] La salida [{ $label }](focus) da { NUM($a_label, decimals: 2) }, y debería dar { NUM($y_label, decimals: 2) }{ $classes ->
        [1] { "" }
       *[other] ; la salida { $loudest } da { NUM($a_loudest, decimals: 2) }
    }.
   *[classes] { COMPARE($a_label, $a_loudest) ->
    [more] { $came_from ->
        [brought] La
       *[drawn] { $updates ->
            [0] Por casualidad, la
           *[other] La
        }
    } salida [{ $label }](focus) es la que responde con más fuerza: { NUM($a_label, $a_loudest, apart: 2) }. Pero { the-loudest } da { NUM($a_loudest, $a_label, apart: 2) }.
    [same] La salida [{ $label }](focus) responde con { NUM($a_label, decimals: 2) }, y { the-loudest } con la misma fuerza.
   *[less] La salida { $loudest } es la que responde con más fuerza: { NUM($a_loudest, $a_label, apart: 2) }. Pero la correcta era la [{ $label }](focus), con { NUM($a_label, $a_loudest, apart: 2) }.
    }
    }
TheQuestion-the_dials = { $count } diales, sus pesos y sesgos, dieron esta respuesta. ¿Cuáles de ellos tienen la culpa?
TheQuestion-the_flare = { $wanted ->
    [nothing] La respuesta: nada, en ninguno. Con este ejemplo, girar un poco un dial no cambia nada. Pronto se verá por qué.
   *[something] Para este ejemplo: [azul](up), subir; [naranja](down), bajar; cuanto más ancho, más. Al final se podrá leer.
    }

## N2: what a number of the gradient says

Sensitivity = Un dial cada vez
    .cost_of = [costo](cost) de los
    .examples = { $examples } ejemplos
    .weight = peso
    .first = { $wiggled ->
        [one] este
       *[two] A
    }
    .second = B
    .to_one = { NUM($ratio, decimals: 0) } a 1
    .lit = { $kind ->
        [row] entrada no nula en
       *[image] encendido en
    }
    .share = { PCT($share) }
Sensitivity-the_first = { $wiggled ->
    [one] Uno
   *[two] Dos
    } de { $weights } pesos. Giramos { $wiggled ->
    [one] este
   *[two] A
    }: el [costo](cost), cuánto se equivoca la red { over-examples }, { $first ->
    [moves] lo sigue
   *[rests] no se mueve
    }.
Sensitivity-the_second = { $wiggled ->
    [one] { SIGN($slope) ->
        [zero] Ahora mismo pasa lo mismo con todo peso que parte de una entrada lejos de 0.
       *[other] Ningún otro peso tiene aquí una entrada lejos de 0 y un número que no sea 0.
    }
   *[two] Giramos B lo mismo: el costo { $second ->
        [rests] no se mueve nada.
        [barely] apenas se mueve, { NUM($ratio, decimals: 0) } a 1. Para eso se eligió B.
        [less] se mueve menos.
       *[as_well] también se mueve.
    }
    }
Sensitivity-where_it_is_dark = { $inputs_are ->
    [named] { $wiggled ->
        [one] Su entrada, { $first_input }, no es 0 en el { PCT($first_lit) } de los ejemplos. Donde es 0, girarlo no hace nada.
       *[two] { $whose ->
            [one_input] Los dos parten de { $first_input }, que no es 0 en el { PCT($first_lit) } de los ejemplos. Lo que difiere es el camino hasta el costo.
           *[other] La entrada de A, { $first_input }, no es 0 en el { PCT($first_lit) } de los ejemplos; la de B, { $second_input }, en el { PCT($second_lit) }. { $whose ->
                [as_often] Difieren en su tamaño y en el camino hasta el costo.
               *[other] Las entradas 0 no cambian nada.
            }
        }
    }
    [input] { $wiggled ->
        [one] Su entrada no es 0 en el { PCT($first_lit) } de los ejemplos. Donde es 0, girarlo no hace nada.
       *[two] { $whose ->
            [one_input] Los dos parten de la misma entrada, que no es 0 en el { PCT($first_lit) } de los ejemplos. Lo que difiere es el camino hasta el costo.
            [as_often] Cada entrada no es 0 en el { PCT($first_lit) } de los ejemplos. Difieren en su tamaño y en el camino hasta el costo.
           *[other] La entrada de A no es 0 en el { PCT($first_lit) } de los ejemplos; la de B, en el { PCT($second_lit) }. Las entradas 0 no cambian nada.
        }
    }
   *[pixel] { $wiggled ->
        [one] Su píxel está encendido en el { PCT($first_lit) } de los ejemplos. Donde está oscuro, girarlo no hace nada.
       *[two] { $whose ->
            [one_input] Los dos parten del mismo píxel, encendido en el { PCT($first_lit) } de los ejemplos. Lo que difiere es el camino hasta el costo.
           *[other] { $whose ->
                [oftener] Una razón: el
               *[other] No es por falta de luz: el
            } píxel de A está encendido en el { PCT($first_lit) } de los ejemplos; el de B, en el { PCT($second_lit) }. Los oscuros no cambian nada.
        }
    }
    }
Sensitivity-what_it_says = El gradiente dice cuánto escucha el [costo](cost) a cada peso, y en qué sentido. Un empujón es lo contrario: cuesta abajo.

## N3, N4: what one example wants of the outputs

OutputNudges = Lo que quiere este ejemplo
    .longest = la mayor
OutputNudges-the_example = Tomemos { an-example } y { network-shown }.
OutputNudges-the_outputs = { $outputs_are ->
    [one] Una sola salida responde por las dos clases. Muestra { NUM($a_label, decimals: 2) }.
    [numbers] En la salida [{ $label }](focus) da { NUM($a_label, decimals: 2) }{ $classes ->
        [1] { "" }
       *[other] , y en la { $loudest }, { NUM($a_loudest, decimals: 2) }
    }.
   *[classes] { what-comes-out }: la salida [{ $label }](focus) da { NUM($a_label, decimals: 2) }, { and-or-but } { the-loudest } da { NUM($a_loudest, decimals: 2) }.
    }
OutputNudges-the_target = { $outputs_are ->
    [one] Para la clase [{ $star_class }](focus) debería mostrar { $y_label }.
    [numbers] Debería dar { NUM($y_label, decimals: 2) } en la salida [{ $label }](focus){ $classes ->
        [1] { "" }
       *[other] , y cada una de las demás tiene su propio objetivo
    }.
   *[classes] Debería haber un 1 en la salida [{ $label }](focus), y un 0 en todas las demás.
    }
OutputNudges-the_wishes = { $outputs_are ->
    [one] La salida
   *[classes] La salida [{ $label }](focus)
    } { SIGN($wish) ->
    [positive] debería [{ light-up }](up)
    [negative] debería [{ dim-down }](down)
   *[zero] está como debe
    }{ $classes ->
    [1] { "" }
   *[other] , { $the_rest ->
    [down] las demás deberían [apagarse](down)
    [up] las demás deberían [subir](up)
    [both] cada una de las demás debería acercarse a su objetivo
   *[none] { $coupling ->
        [shared] y la softmax apagará las demás por sí sola
       *[own] las demás están como deben
    }
    }
    }.
OutputNudges-the_near_and_the_far = { $classes ->
    [1] La
   *[other] Cada
    } flecha es un deseo: { $judged_by ->
    [squares] el doble del error
    [half_squares] el error
    [mean_square] el doble del error, dividido entre el número de salidas
   *[each] el ritmo al que bajaría el costo
    }{ $classes ->
    [1] , { NUM($wish, decimals: 2, sign: "always") }.
   *[other] { $the_rest ->
    [none] . { $judged_by ->
        [label] Este costo solo mira la salida { $label }: las demás no tienen deseos propios.
       *[each] Solo la salida { $label } pide algo: las demás están en su objetivo.
    }
   *[other] . La { $least } es la que menos pide, la { $most } la que más.
    }
    }

## N5: the three levers of one output

ThreeLevers = Tres palancas para una salida
    .cost = costo
    .bias = sesgo
    .weight = peso
    .neuron = neurona
    .nudge = empujón
    .wish = deseo
    .of_bias = sesgo
ThreeLevers-one_output = Tomemos la salida [{ $label }](focus). Muestra { NUM($a_label, decimals: 2) } y debería mostrar { $outputs_are ->
    [numbers] { NUM($y_label, decimals: 2) }
   *[classes] { $y_label }
    }. Tres tipos de palancas podrían { SIGN($by_bias) ->
    [zero] moverla
   *[other] { SIGN($wish) ->
        [positive] subirla
       *[negative] bajarla
    }
    }.
ThreeLevers-the_bias = Primero, su sesgo{ SIGN($by_bias) ->
    [zero] . Ahora mismo la curva de la neurona es plana: un giro pequeño no cambia nada, y su empujón es 0.
   *[other] : si sube un poco, el [costo](cost) { SIGN($by_bias) ->
        [positive] baja
       *[negative] sube
    } a un ritmo de { NUM($by_bias, $by_weights, $by_activations, like: 3, sign: "never") }. Ese es su empujón: { SIGN($by_bias) ->
        [positive] hacia [arriba](up)
       *[negative] hacia [abajo](down)
    }.
    }
ThreeLevers-a_bright_weight = Segundo, un peso que sale de { $activations ->
    [bright] una neurona brillante
   *[signed] una neurona lejos de 0
    }: el mismo giro cuenta { NUM($a_bright, decimals: 2, sign: "never") } veces lo que el sesgo{ SIGN($a_bright) ->
    [negative] , y al revés
   *[other] { "" }
    }.
ThreeLevers-a_dark_weight = { $before ->
    [1] Es la única neurona anterior a la salida [{ $label }](focus). Si fuera más oscura, su peso contaría menos.
   *[other] Un peso que sale de { $activations ->
        [bright] { $darkest ->
            [dark] una neurona oscura
           *[dimmer] una neurona menos brillante
        }
       *[signed] la neurona más cercana a 0
    }: el mismo giro { SIGN($a_dark) ->
        [zero] no cambia nada
       *[other] solo cuenta { NUM($a_dark, decimals: 2, sign: "never") } veces lo que el sesgo{ SIGN($a_dark) ->
            [negative] , y al revés
           *[other] { "" }
        }
    }.
    }
ThreeLevers-an_activation = { $classes ->
    [1] Tercero, una neurona anterior: si sube, { SIGN($weight) ->
        [positive] hace subir
        [negative] hace bajar
       *[zero] no mueve
    } la salida, pues el peso entre las dos es { NUM($weight, decimals: 2) }.
   *[other] Tercero, una neurona anterior. Mueve todas las salidas: lo que le conviene a la salida [{ $label }](focus) puede, aun así, subir el [costo](cost).
    }
ThreeLevers-locked = Pero una neurona está bloqueada: depende de lo que hay antes. La salida [{ $label }](focus) solo puede desear; hay que ir hacia atrás.

## N6: whose weights count

BangForTheBuck = Todos sus pesos a la vez
    .widest = la arista más gruesa: un empujón de { NUM($widest, $by_weights, $by_activations, like: 3, sign: "never") }
    .brightness = { $activations ->
        [bright] brillo
       *[signed] activación
    }
    .nudge = empujón
    .likeness = * se dice de células del cerebro que sí se activan; aquí la salida { $label } { SIGN($effect) ->
    [positive] solo debería
   *[negative] no debería
    }
BangForTheBuck-all_at_once = Ahora, todos los pesos de la salida [{ $label }](focus){ SIGN($effect) ->
    [zero] . Ahora mismo su curva es plana: el empujón de su sesgo es 0, y ninguno de sus pesos cuenta.
   *[other] : cada empujón es el del sesgo, { NUM($effect, $by_weights, $by_activations, like: 3, sign: "always") }, por { $activations ->
        [bright] el brillo
       *[signed] la activación
    } de su neurona.
    }
BangForTheBuck-one_line = { SIGN($effect) ->
    [zero] Todos están en 0, muestren lo que muestren las neuronas.
   *[other] { $activations ->
        [bright] El doble de brillo
       *[signed] El doble de lejos de 0
    } cuenta el doble: { $before ->
        [1] está en una recta que pasa por 0.
       *[other] todos están en una misma recta que pasa por 0.
    }
    }
BangForTheBuck-fire_together = { SIGN($effect) ->
    [zero] Así que ninguno de sus pesos ha de cambiar, muestren lo que muestren las neuronas.
   *[other] Donde una neurona { $activations ->
        [bright] brilla
       *[signed] está lejos de 0
    } y { $coupling ->
        [shared] la suma de la salida [{ $label }](focus) debería { SIGN($effect) ->
            [positive] crecer
           *[negative] decrecer
        }
       *[own] la salida [{ $label }](focus) debería { SIGN($wish) ->
            [positive] { light-up }
           *[negative] { dim-down }
        }
    }, el peso { $activations ->
        [bright] { SIGN($effect) ->
            [positive] [crece](up) más: juntas se activan, juntas se conectan.*
           *[negative] [decrece](down) más: juntas se activan, juntas se conectan, al revés.*
        }
       *[signed] cambia más: juntas se activan, juntas se conectan.*
    }
    }

## N7: what one output wants of the layer before it

PreviousLayer = Una salida mira hacia atrás
    .product = { NUM($effect, decimals: 3, sign: "always") } × { NUM($weight, decimals: 3) } = { NUM($product, decimals: 3, sign: "always") }
PreviousLayer-the_neurons_before = La salida [{ $label }](focus) no se puede fijar: depende de { $before ->
    [1] la neurona anterior. ¿Qué quiere de ella?
   *[other] las { $before } neuronas anteriores. ¿Qué quiere de ellas?
    }
PreviousLayer-one_product = { SIGN($effect) ->
    [zero] Ahora mismo su curva es plana: de su deseo no pasa nada, y por cada arista iría 0, sea cual sea su peso.
   *[other] { $coupling ->
        [shared] De todos los deseos, la softmax le deja a su suma { NUM($effect, decimals: 3, sign: "always") }
       *[own] De su deseo, { NUM($wish, decimals: 2, sign: "always") }, su curva deja pasar { NUM($effect, decimals: 3, sign: "always") }
    }: su efecto. Por una arista va eso, multiplicado por su peso: { NUM($product, decimals: 3, sign: "always") }.
    }
PreviousLayer-the_wishes = { SIGN($effect) ->
    [positive] [Más brillo](up) donde su peso es positivo, [menos](down) donde es negativo, y tanto más cuanto mayor es el peso
    [negative] [Menos brillo](down) donde su peso es positivo, [más](up) donde es negativo, y tanto más cuanto mayor es el peso
   *[zero] Nada: ahora mismo su curva es plana, y hagan lo que hagan, se queda como está
    }.
PreviousLayer-another_opinion = { SIGN($effect_of_other) ->
    [zero] La curva de la salida [{ $other }](focus) es plana ahora mismo. { $before ->
        [1] Haga lo que haga esa misma neurona
       *[other] Hagan lo que hagan esas mismas neuronas
    }, se queda como está.
   *[other] La salida [{ $other }](focus) { $coupling ->
        [shared] necesita que su suma ponderada { SIGN($effect_of_other) ->
            [positive] crezca
           *[negative] decrezca
        }
       *[own] debería { SIGN($effect_of_other) ->
            [positive] { light-up }
           *[negative] { dim-down }
        }
    }: de { $before ->
        [1] esa misma neurona
       *[other] esas mismas neuronas
    } quiere { SIGN($effect_of_other) ->
        [positive] [más brillo](up)
       *[negative] [menos brillo](down)
    } donde su peso es positivo.
    }

## N8: what becomes of a wish

WishAndEffect = Un deseo y lo que resulta de él
    .enlarged = últimos pesos × { $factor }
WishAndEffect-only_its_sum = De una salida solo se puede mover la suma ponderada, y { $curve ->
    [shared] con ella se mueven todas las salidas
   *[own] la salida la sigue por su curva
    }.
WishAndEffect-what_comes_of_them = { $curve ->
    [shared] Con la softmax, cada suma mueve todas las salidas, pues comparten un total de 1. Lo que queda de todos los deseos para una suma es su efecto
    [levels] La curva es casi plana cerca de { $lowest } y de { $highest }: deseo por pendiente es el efecto sobre la suma
    [rectified] La curva es plana bajo 0: deseo por pendiente es el efecto sobre la suma
    [leaking] La curva es casi plana bajo 0: deseo por pendiente es el efecto sobre la suma
    [straight] La sigue paso a paso: deseo por pendiente es el efecto sobre la suma
   *[bending] Cuenta lo empinada que es allí la curva: deseo por pendiente es el efecto sobre la suma
    }{ $of_a_sum ->
    [simple] : con este costo, simplemente [y - a](math)
   *[through_the_slope] { "" }
    }.
WishAndEffect-larger_weights = { $told ->
    [nobody] Aquí ninguna salida está muy equivocada y es difícil de mover, ni multiplicando por { $factor } los últimos pesos.
   *[one] { $factor ->
        [1] { "" }
       *[other] Multipliquemos por { $factor } los últimos pesos.
    } La salida [{ $stuck }](focus) muestra { NUM($a, decimals: 2) } y desea { NUM($wish, decimals: 2, sign: "always") }{ $of_a_sum ->
        [simple] , y aun así su efecto es { SIGN($its_effect) ->
            [zero] 0
           *[other] { NUM($its_effect, decimals: 3, sign: "always") }
        }: este costo desea tanto más donde una salida apenas se mueve
       *[through_the_slope] : donde la curva es plana, su efecto es { SIGN($its_effect) ->
            [zero] 0
           *[other] solo { NUM($its_effect, decimals: 3, sign: "always") }
        }
    }.
    }

## N9: the wishes of all outputs add up

SumOfWishes = Los deseos van hacia atrás y se suman
    .agreed = { $agreement ->
    [wholly] coinciden
    [mostly] casi coinciden
   *[partly] queda la mayoría
    }
    .quarrelled = discrepan
    .sum = suma
    .one_scale = ambos a la misma escala
    .product = { NUM($most_asked, decimals: 3, sign: "always") } × { NUM($slope, decimals: 3) } = { NUM($its_effect, decimals: 3, sign: "always") }
SumOfWishes-all_speak = { $voices ->
    [none] { $classes ->
        [1] La salida pediría; pero ahora mismo su curva es plana, y nadie habla.
       *[other] Las salidas pedirían una tras otra, y lo que pidieran se sumaría; pero ahora mismo todas las curvas son planas, y nadie habla.
    }
   *[some] { $classes ->
        [1] Ahora habla la salida: una ola de deseos va hacia atrás. Junto a cada neurona está lo que le pide.
       *[other] Ahora hablan las { $classes } salidas, una ola tras otra. Junto a cada neurona se suma, barra tras barra, lo que le piden.
    }
    }
SumOfWishes-agree_and_quarrel = { $told_of ->
    [nothing] Así que ahora mismo este ejemplo no quiere nada de toda la capa.
    [one] Donde casi todas coinciden, la suma crece, aquí hasta { NUM($most_asked, decimals: 2, sign: "always") }; donde discrepan, se extingue.
   *[two] Donde casi todas coinciden, la suma crece: aquí hasta { NUM($most_asked, decimals: 2, sign: "always") }. Donde discrepan, se extingue: allí queda { NUM($quarrel, decimals: 2, sign: "always") }.
    }
SumOfWishes-through_the_slopes = { $told_of ->
    [nothing] Y lo que es nada sigue siendo nada, sean cuales sean las pendientes.
   *[some] Cada total es el deseo de su neurona: lo que allí deja pasar la pendiente de su curva es su efecto.
    }

## N10: the wishes of every layer, back to the first weights

BackAgain = Y otra vez atrás, hasta los primeros pesos
    .strongest = empujón más fuerte { NUM($strongest, like: 2, sign: "always") }
BackAgain-each_turns = { $hidden ->
    [1] A una capa anterior se le pediría igual. Aquí solo queda ya la entrada.
   *[other] Ahora { $before ->
        [one] esta neurona se vuelve
       *[other] cada una de estas { $before } se vuelve
    } hacia las anteriores y pide. Lo mismo, una capa antes{ $hidden ->
        [2] { "" }
       *[other] , y otra vez, hasta la primera
    }: deseos, sumados, por la pendiente.
    }
BackAgain-backpropagation = Una neurona oculta no tiene objetivo, solo deseos, devueltos capa a capa: [retropropagación](focus).
BackAgain-on_one_scale = A una misma escala{ $fading ->
    [fade] , los deseos se desvanecen
   *[come] { "" }
    }: en las salidas hasta { NUM($there, like: 2, sign: "never") }, { $fading ->
    [nothing] pero ahora mismo nada de eso vuelve.
   *[come] en la primera capa { NUM($here, like: 2, sign: "never")}.
    }
BackAgain-the_first_weights = { SIGN($effect) ->
    [zero] Ahora mismo las curvas de la primera capa son planas, y a sus pesos no se les pide nada.
   *[other] { $inputs_are ->
        [numbers] { $neurons ->
            [1] Los pesos de esta neurona reciben estos empujones
           *[other] Los pesos de esta neurona reciben los mayores empujones de su capa
        }: cada uno es proporcional a su entrada
       *[pixels] Los { $inputs } pesos de esta neurona, puestos como los píxeles: cada empujón es efecto por píxel, o sea, hacia { SIGN($effect) ->
            [positive] [arriba](up)
           *[negative] [abajo](down)
        } donde uno brilla
    }.
    }

## N11: the whole gradient of one example

EveryWeight = Lo que un ejemplo quiere de cada peso
    .effect = efecto { NUM($effect, decimals: 3, sign: "always") }
    .carried = × lo que lleva { NUM($carried, decimals: 2) }
    .nudge = = empujón { NUM($nudge, decimals: 2, sign: "always") }
    .widest = arista más ancha { NUM($edge, like: 2, sign: "never") }, aro más ancho { NUM($rim, like: 2, sign: "never") }
    .components = empujones
    .zero = son exactamente 0
    .most = { PCT($share, decimals: 0) } de la bajada
EveryWeight-one_weight = En cada peso, el deseo deja un empujón: el efecto de su neurona por lo que el peso lleva.
EveryWeight-every_weight = Lo que quiere de cada peso, [subir](up) o [bajar](down){ COMPARE($components, $zero) ->
    [same] : ahora mismo, nada.
   *[more] ; y de cada sesgo: los aros.
    }
EveryWeight-many_and_few = Todo junto: menos el gradiente de su [costo](cost). { COMPARE($components, $zero) ->
    [same] Ahora mismo todos son 0: de este ejemplo no hay nada que aprender.
   *[more] { $zero ->
        [0] Ninguno es 0.
       *[other] { $zero } { $zero ->
            [one] es
           *[other] son
        } exactamente 0{ $dark_inputs ->
            [none] { "" }
            [all] : su
            [most] , casi todos porque su
           *[some] , algunos porque su
        } { $dark_inputs ->
            [none] { "" }
           *[some] { $kind ->
                [row] entrada es 0
               *[image] píxel está oscuro
            }
        }.
    } En un paso pequeño, { $most ->
        [1] el mayor por sí solo logra
       *[other] los { $most } mayores logran
    } el { PCT($share, decimals: 0) } de la bajada.
    }

## N11: a network that hears one class alone

OnlyOneClass = Si solo se oyera una clase
    .updates_made = actualizaciones solo con { OnlyOneClass.those }:
    .share = parte de { $unseen } no vistos con respuesta [{ $star_class }](focus):
    .those = { $kind ->
    [handwritten] el [{ $star_class }](focus)
   *[row] la clase [{ $star_class }](focus)
    }
OnlyOneClass-before = Supongamos que solo se oyera { OnlyOneClass.those }. Aquí hay un ejemplo { $shown ->
    [all] de cada clase
   *[some] de cada una de algunas clases
    } y su respuesta{ $at_first ->
        [same] : la misma para todos
       *[differ] { "" }
    }.
OnlyOneClass-after = Ahora se entrena solo con { OnlyOneClass.those }.
OnlyOneClass-everything_is_that_class = { $answers ->
    [as_before] La respuesta a los { $unseen } ejemplos no vistos era [{ $star_class }](focus), y lo sigue siendo.
    [all] Tras { $since ->
        [one] { $since } actualización
       *[other] { $since } actualizaciones
    }, la respuesta a los { $unseen } no vistos es [{ $star_class }](focus){ COMPARE($updates, $since) ->
        [more] , y tras { $updates } lo sigue siendo
       *[same] { "" }
    }. Por eso hay que oír todas las clases.
   *[some] La parte con respuesta [{ $star_class }](focus) va de { NUM($first, decimals: 2) } a { NUM($last, decimals: 2) }. Tras { $updates ->
        [one] { $updates } actualización
       *[other] { $updates } actualizaciones
    }, eso es todo.
    }

## N12: every example, and the mean of what all want

EveryExample = Cada ejemplo tiene voz
    .up = quieren que [suba](up)
    .down = quieren que [baje](down)
    .asked = consultados
    .mean = la media
    .widest = media de { $examples } ejemplos: [subir](up), [bajar](down); arista más ancha { NUM($edge, like: 2, sign: "never") }, aro más ancho { NUM($rim, like: 2, sign: "never") }
EveryExample-one_weight = Tomemos un peso, { $where ->
    [to_an_output] de camino a { output-itself }
   *[between] entre dos neuronas ocultas
    }. { star-begins } { SIGN($tug) ->
    [zero] no quiere de él ningún empujón
   *[other] quiere que { SIGN($tug) ->
        [positive] [suba](up)
       *[negative] [baje](down)
    }: este es su empujón
    }.
EveryExample-every_example = Se pregunta uno a uno a { COMPARE($examples, $asked) ->
    [more] { $asked } de los { $examples } ejemplos
   *[same] los { $examples } ejemplos
    }. Cada uno deja su empujón: { $up } quieren que [suba](up), { $down } que [baje](down).
EveryExample-the_balance = La línea, su media, queda en reposo: { $left ->
    [little] casi todo se cancela, y queda poco.
    [nothing] ahora mismo nadie quiere nada.
   *[much] lo que todos juntos quieren de él.
    }
EveryExample-the_same_for_all = Así con cada peso y cada sesgo: se promedian los empujones, nunca las activaciones. Todo junto: menos el gradiente del [costo](cost).

## N13: a few examples at a time

MiniBatches = Unos pocos ejemplos cada vez
    .dealt = cada ficha es un ejemplo; { COMPARE($count, $drawn) ->
    [more] { $drawn } de { $count } minilotes
   *[same] todos están repartidos
    }
    .dealing = { $size ->
        [1] tomar de uno en uno
       *[other] repartir en minilotes de { $size }
    }
    .all = los { $examples }
    .how_drawn = solo cuenta el ángulo con el de todos
    .plotted = un punto por minilote, su [mediana](focus)
    .first = [{ $size }](focus): el primer minilote
    .updates = actualizaciones
    .size = ejemplos
    .away = desvío del de todos
    .none = ninguno
    .turns = { NUM($middle_first, decimals: 0) }° al principio, { NUM($middle_last, decimals: 0) }° tras { $updates ->
    [one] { $updates } actualización
   *[other] { $updates } actualizaciones
    }
MiniBatches-shuffle_and_deal = Preguntar a los { $examples } para dar un paso es mucho trabajo: { $asked ->
    [unknown] se pueden barajar y { MiniBatches.dealing }
    [all] se pueden barajar y { MiniBatches.dealing }
   *[other] se barajan y { $size ->
        [1] se toman de uno en uno
       *[other] se reparten en minilotes de { $size }
    }
    }.
MiniBatches-one_step_each = { $gradient ->
    [flat] Ahora mismo la red es plana: ningún gradiente apunta a ninguna parte, y ningún paso lleva a otro lugar.
    [all_flat] Cada minilote daría un paso, pero ahora mismo los primeros son planos: sus gradientes son 0.
   *[rough] Cada uno { $asked ->
        [unknown] daría
        [all] daría
       *[other] da
    } un paso. { $zeros ->
        [0] Ahora mismo, los primeros { $firsts } gradientes
       *[other] Ahora mismo, { $zeros } de los primeros { $firsts } gradientes { $zeros ->
            [one] es
           *[other] son
        } 0; los demás
    } se desvían { $angles ->
        [several] de { NUM($nearest, decimals: 0) }° a
       *[one] { "" }
    } { NUM($farthest, decimals: 0) }° del de todos.
    }
MiniBatches-how_many = { $more ->
    [flat] Así es con cualquier número de ejemplos.
   *[always] Con más ejemplos el desvío { $more ->
        [always] es menor
       *[in_the_end] acaba siendo menor
    }, pero diez veces más ejemplos son diez veces más trabajo.
    }
MiniBatches-the_fan_opens = { $course ->
    [one_moment] Así es en este momento, el único que se grabó.
    [flat] Hay momentos, el primero o el último, en que todos estos gradientes son 0.
    [opens] Al aprender, el abanico se abre: su [mediana](focus) es { MiniBatches.turns }.
    [closes] Al aprender, el abanico se cierra: su [mediana](focus) es { MiniBatches.turns }.
   *[stays] Al aprender, el abanico apenas cambia: su [mediana](focus) es { MiniBatches.turns }.
    } { $course ->
    [one_moment] { "" }
    [flat] { "" }
   *[other] { $uphill ->
        [some] Más allá del ángulo recto, es cuesta arriba.
       *[none] { "" }
    }
    }

## N14: the careful walker and the hasty one

TwoWalkers = El caminante prudente y el apresurado
    .contours = [costo](cost) de { $whole } ejemplos, en intervalos iguales de { NUM($lowest, $highest, like: 2) } a { NUM($highest, $lowest, like: 2) }
    .start = inicio
    .full = los { $whole } por paso
    .mini = { $batch } por paso
    .asked = ejemplos consultados
    .examples = ejemplos consultados, en potencias de diez
    .seconds = segundos, aquí
    .cost = [costo](cost) real
    .errs = { $map ->
    [errs] los recorridos dejan este plano: en el peor punto dice { NUM($on_the_map, $in_truth, apart: 2) }, y el [costo](cost) real es { NUM($in_truth, $on_the_map, apart: 2) }
   *[right] donde están los dos recorridos, el mapa acierta hasta tres decimales
    }
    .right = aciertos en { $unseen } ejemplos no vistos
    .share = { PCT($share, decimals: 0) }
    .of_start = al inicio
    .of_full = el prudente
    .of_mini = el apresurado
    .of_trained = tras el entrenamiento
TwoWalkers-the_landscape = El [costo](cost) desde arriba, en un plano del espacio de pesos: empinado donde las líneas se juntan, llano donde no hay.
TwoWalkers-the_race = El prudente pregunta a los { $whole } para dar un paso. El apresurado pregunta { $batch ->
    [1] solo a uno
   *[other] a { $batch }
    }{ $way ->
    [staggers] , y va dando tumbos
   *[straight] { "" }
    }: { $steps ->
    [one] { $steps } paso
   *[other] { $steps } pasos
    } mientras tanto.
TwoWalkers-the_careful_walker = { $end ->
    [nowhere] Esta vez el apresurado no llega a ninguna parte: tras { $asked } ejemplos, su [costo](cost) es { NUM($low, decimals: 3) }.
    [lower] Tras preguntar a { $asked_by_the_careful }, el prudente no ha bajado tanto como el apresurado tras { $asked }.
   *[as_low] { $careful ->
        [1] Con este único paso, el prudente baja
       *[other] El prudente baja
    } { $end ->
        [as_low] lo mismo
       *[about_as_low] casi lo mismo
    } tras preguntar a { $asked_by_the_careful }. El apresurado había preguntado a { $asked }.
    }{ $time ->
    [less_in_seconds] { " " }En segundos, la diferencia es menor.
   *[as_much] { "" }
    }
TwoWalkers-how_good = { $good ->
    [not_yet] Igual de bajo aún no es igual de bueno: de { $unseen } no vistos, el apresurado acierta el { PCT($mini_right, decimals: 0) }; tras todo el entrenamiento, el { PCT($trained_right, decimals: 0) }.
   *[as_good] De { $unseen } ejemplos no vistos, el apresurado acierta ahora el { PCT($mini_right, decimals: 0) }, y al inicio el { PCT($start_right, decimals: 0) }.
    }

## N15: one step, and all over again

AgainAndAgain = Un paso, y todo otra vez
    .mean_of_all = { $asked ->
    [all] media de todos
    [one] empujón de uno
   *[several] media de { $batch }
    }: { NUM($mean, $star, $before, like: 3, sign: "always") }
    .star_alone = solo { star-plain }: { NUM($star, $mean, $before, like: 3, sign: "always") }
    .running = { $heading ->
        [scaled] ÷ tamaño usual
       *[velocity] + los anteriores
    }: { NUM($nudge, $star, $before, like: 3, sign: "always") }
    .step = { NUM($before, $mean, like: 4) } + { NUM($eta, short: 2) } × { $heading ->
        [slope] media
       *[other] eso
    }
    .new_weight = peso nuevo: [{ NUM($after, $mean, like: 4) }](focus)
    .its_cost = su [costo](cost)
AgainAndAgain-one_step = { $heading ->
    [scaled] Adam divide cada empujón entre su tamaño usual, y así ningún peso se mueve mucho más de { NUM($eta, short: 2) }
    [velocity] Cada peso se mueve según su empujón y una parte de los anteriores, aquí por { NUM($eta, short: 2) }
   *[slope] Cada peso se mueve según su empujón, aquí por { NUM($eta, short: 2) }
    }. El empujón es la media de { $asked ->
    [all] todos los ejemplos
    [one] un ejemplo
   *[several] { $batch } ejemplos
    }{ $star_and_mean ->
    [against] ; { star-itself }, por su cuenta, tira al revés
    [agrees] , y { star-itself } coincide
   *[nothing] { "" }
    }.
AgainAndAgain-the_moment_is_gone = Tras el paso, nada de esto vale ya. Así que se calcula de nuevo: hacia delante, hacia atrás, un paso.
AgainAndAgain-the_outputs_sharpen = { $outputs_are ->
    [numbers] La salida [{ $label }](focus) { $kind ->
        [row] del mismo ejemplo
       *[image] de la misma imagen
    }
   *[classes] { $kind ->
        [handwritten] El mismo [{ $star_class }](focus)
        [image] La misma imagen de la clase [{ $star_class }](focus)
       *[row] El mismo ejemplo de la clase [{ $star_class }](focus)
    }
    } { $course ->
    [dark_then_light] . Primero se apagan todas las salidas, como deben casi todas; luego la { $label } se enciende, hasta { NUM($a_then, decimals: 2) }
   *[otherwise] en todo el entrenamiento: de { NUM($a_first, decimals: 2) } a { NUM($a_then, decimals: 2) } tras { $updates_then ->
        [one] { $updates_then } actualización
       *[other] { $updates_then } actualizaciones
    }
    }{ $course ->
    [dark_then_light] { "" }
   *[other] { $outputs_are ->
        [classes] , { $at_last ->
            [right] la más fuerte de todas
            [shared] tan fuerte como otras
            [wrong] pero { the-loudest } es más fuerte
           *[none] pero otras son más fuertes
        }
        [numbers] , y debería ser { NUM($y_label, decimals: 2) }
       *[one] , y debería ser { $y_label }
    }
    }.

## N16: the whole of it

WholeOfIt = Todo junto
    .of_cost = [costo](cost) medio
    .of_accuracy = aciertos, no vistos
    .of_right = aciertos
    .of_unseen_cost = no vistos: [costo](cost)
WholeOfIt-what_came_of_it = { $asked ->
    [all] Este bucle es todo el programa, el descenso del gradiente
    [unknown] Un bucle así es todo el programa, sea cual sea la regla de sus pasos
   *[several] Este bucle es todo el programa, el descenso de gradiente estocástico
    }{ $rule ->
        [momentum] { " " }con momento
        [adam] { " " }con los pasos de Adam
       *[sgd] { "" }
    }: cuesta abajo, hacia algún mínimo local. El [costo](cost) { COMPARE($cost_first, $cost_last) ->
    [more] baja
   *[less] va
    } de { NUM($cost_first, decimals: 3) } a { NUM($cost_last, decimals: 3) }{ $judged ->
    [accuracy] ; de los no vistos acierta el { PCT($right, decimals: 1) }
    [right] ; de sus propios ejemplos acierta el { PCT($right, decimals: 1) }
    [unseen_cost] , y en los ejemplos no vistos a { NUM($right, decimals: 3) }
   *[none] { "" }
    }.
WholeOfIt-what_it_was_made_of = No se le dijo ninguna regla: se le dieron { $examples } { $outputs_are ->
    [numbers] ejemplos con los números que les corresponden
   *[classes] { $kind ->
        [handwritten] ejemplos etiquetados por personas
       *[other] ejemplos con sus respuestas
    }
    }{ $epochs ->
    [0] { "" }
    [1] , cada uno visto una vez
    [2] , cada uno visto dos veces
   *[other] , cada uno visto { $epochs } veces
    }.
WholeOfIt-the_first_question = De vuelta a la primera respuesta: ¿cuáles de los { $count } diales tenían la culpa, y hacia dónde girar cada uno? Ahora se puede leer.
WholeOfIt-what_comes_next = Cada respuesta volvió por caminos así, factor a factor. Cómo se multiplican es la regla de la cadena: el próximo capítulo.
