### What is said in the chapter Descent: one message a scene (its title, with its labels), one a beat.

# The output that the star is about, where a sentence begins; and what it should show.
own-output = { $outputs_are ->
    [one] La salida
   *[other] La salida { $label }
    }

should-show = { $outputs_are ->
    [classes] 1
    [one] { $y_label }
   *[numbers] { NUM($y_label, decimals: 2) }
    }

# «entran { what-goes-in }»: what the network is given.
what-goes-in = { $kind ->
    [row] números
   *[image] píxeles
    }

# «tras { the-pixels }»: never after «de» or «a».
the-pixels = { $kind ->
    [row] { $inputs ->
        [one] la entrada
       *[other] las entradas
    }
   *[image] { $inputs ->
        [one] el píxel
       *[other] los píxeles
    }
    }

## D1: a network that answers everything with one word, and its training

NeverTold = Una red a la que nadie le dijo cómo
    .right = aciertos de { $shown }
    .steps = pasos
NeverTold-one_answer = { $updates_first ->
    [0] { $answers ->
        [one] { $kind ->
            [handwritten] { $shown } dígitos manuscritos
            [image] { $shown } imágenes
           *[row] { $shown } ejemplos
            }, y siempre la misma respuesta: { $answer }.{ $came_from ->
                [brought] { "" }
               *[drawn] { " " }Esta red no sabe nada.
            }
       *[several] { $came_from ->
            [brought] A una red que viene de fuera se le pregunta { $shown } veces. Acierta { $right_first }.
           *[drawn] A una red que no sabe nada se le pregunta { $shown } veces. Solo acierta { $right_first }.
        }
        }
   *[other] Tras { $updates_first } pasos de su entrenamiento, a una red se le pregunta { $shown } veces.
    }
NeverTold-the_training = Ahora se entrena, en { $updates } { $updates ->
        [one] paso pequeño
       *[other] pasos pequeños
    }. Nadie le dice { $kind ->
    [handwritten] cómo es un { $label }.
   *[other] cómo distinguir una clase de otra.
    }
NeverTold-back_to_the_start = { $learned ->
    [all] De estos { $shown } ejemplos de entrenamiento acertó todos. Nadie programó esto. ¿Cómo? Volvamos al principio.
    [more] Acertó { $right_last } de estos ejemplos de entrenamiento. Nadie programó esto. ¿Cómo? Volvamos al principio.
   *[no_more] ¿Cómo se entrena una red, y qué aprende? Volvamos al principio, a mirar dentro.
    }

## D1: what a network is

TheNetwork = Qué es una red
    .input = { $many } { $kind ->
        [row] { $many ->
            [one] entrada
           *[other] entradas
        }
       *[image] { $many ->
            [one] píxel
           *[other] píxeles
        }
    }
    .hidden = { $many } { $many ->
        [one] neurona
       *[other] neuronas
    } en medio
    .output = { $many } { $many ->
        [one] salida
       *[other] salidas
    }
TheNetwork-the_numbers = Para un programa, { $kind ->
    [row] un ejemplo
   *[image] esta imagen
    } { $inputs ->
        [one] es { $inputs } número
       *[other] son { $inputs } números
    }{ $scaling ->
        [scaled] , aquí en otra escala:
       *[as_they_are] :
    } { $brightness ->
        [zero_to_one] 0 es oscuro, 1 es brillante
       *[wider] cuanto mayor, más brillante
    }.
TheNetwork-the_first_layer = En una red, cada { $kind ->
    [row] número es el de
   *[image] píxel es
    } una neurona, y su brillo es su activación [a](math).
TheNetwork-layer_by_layer = { $hidden ->
    [0] De estas depende cuánto brilla { $classes ->
        [1] la salida
       *[other] cada salida
    }
   *[other] De cada capa depende cuánto brilla la siguiente; al final, { $classes ->
        [1] la salida
       *[other] las salidas
    }
    }: { $outputs_are ->
        [one] una sola, que distingue dos clases
        [numbers] { $classes ->
            [1] el número que se pide
           *[other] una por cada número que se pide
        }
       *[classes] { $kind ->
            [handwritten] una por cada dígito
           *[other] una por cada respuesta posible, o clase
        }
    }.
TheNetwork-the_answer = { $outputs_are ->
    [one] Su activación es la respuesta: { NUM($a_label, decimals: 2) }. Para la clase [{ $star_class }](focus) debería ser { $y_label }.{ nothing-yet }
    [numbers] { $classes ->
        [1] Su activación es la respuesta
       *[other] Sus activaciones son las respuestas
    }: la salida [{ $label }](focus) da { NUM($a_label, decimals: 2) } y debería dar { NUM($y_label, decimals: 2) }.{ nothing-yet }
   *[classes] { $answer ->
        [right] La salida más brillante es la respuesta: [{ $brightest }](focus). Correcto{ $came_from ->
            [brought] { "" }
           *[drawn] , por casualidad
        }
        [wrong] La salida más brillante es la respuesta: [{ $brightest }](focus). Incorrecto
       *[other] La salida más brillante es la respuesta; aquí ninguna brilla más que todas las demás
    }{ $came_from ->
        [brought] { "" }
       *[drawn] : la red { $updates ->
            [0] aún no sabe nada
           *[other] no ha aprendido bastante
        }
    }.
    }

# After a number that comes out and the one that should: it is no wonder that they differ.
nothing-yet = { $came_from ->
    [brought] { "" }
   *[drawn] { $updates ->
        [0] { " " }La red aún no sabe nada.
       *[other] { "" }
    }
    }

## D2: one neuron

OneNeuron = Una neurona
    .strongest = el mayor: { NUM($strongest, decimals: 2) }
    .activations = entrada
    .weights = { $kind ->
        [row] peso
       *[image] pesos
    }
    .products = { $kind ->
        [row] prod.
       *[image] píxel × peso
    }
    .more = + { $more } más
    .sum = productos
    .bias = sesgo
    .both = juntos
    .neuron = la neurona
OneNeuron-its_weights = Tomemos una neurona. Tiene un peso para { $inputs ->
    [one] su
   *[other] cada
    } { pixel }: [positivo](up) o [negativo](down).
OneNeuron-the_products = { $inputs ->
    [one] Su { pixel } se multiplica por su peso
   *[other] Cada { pixel } por su peso, y todo se suma
    }{ $dark ->
    [some] ; donde { $kind ->
        [row] es 0
       *[image] está oscuro
    }, no queda nada.
   *[none] .
    }
OneNeuron-the_sum = Un número más, el sesgo, desplaza la suma.
OneNeuron-the_squash = { $does ->
    [zero_to_one] La { function-name } comprime cualquier suma entre 0 y 1: ese es el brillo de la neurona
    [minus_one_to_one] La { function-name } comprime cualquier suma entre −1 y 1: ese es el brillo de la neurona
    [cuts] La { function-name } conserva una suma positiva y convierte en 0 una negativa: ese es el brillo de la neurona
    [leaks] La { function-name } conserva una suma positiva, y de una negativa una pequeña parte: ese es el brillo de la neurona
    [leaves] En esta red la suma se deja como está: ese es el brillo de la neurona
   *[bends] La { function-name } conserva casi entera una suma grande, y deja poco de una negativa
    }.

## D3: every weight and every bias is a dial

EveryDial = Diales que girar
    .weights = pesos
    .biases = sesgos
    .count = diales
EveryDial-every_weight = De cada { pixel } a cada { $hidden ->
    [0] salida
   *[other] neurona, y así sucesivamente
    }: cada arista es un peso, un dial que girar.
EveryDial-every_bias = Tras { the-pixels }, cada neurona tiene además un sesgo: en total, { $count } diales.
EveryDial-one_of_them = Aprender es encontrar una posición para todos. Este es uno de ellos; no lo perdamos de vista.

## D4: examples with answers

LabelledExamples = Ejemplos con respuesta
    .all_examples = { $all } { $all ->
        [one] ejemplo
       *[other] ejemplos
    }{ COMPARE($shown, $all) ->
        [less] { " " }({ $shown } aquí)
       *[same] { "" }
    }{ $origin ->
        [uci] : escaneos de { $scanned } × { $scanned }, ampliados
        [mnist] { " " }de MNIST, { $pixels } × { $pixels } píxeles
        [scaled] , escalados a { $pixels } × { $pixels } píxeles
       *[rows] { "" }
    }
    .to_learn_from = { $examples } para aprender{ COMPARE($shown, $examples) ->
        [less] { " " }({ $shown } aquí)
       *[same] { "" }
    }
    .unseen = { $unseen } aparte, { $unseen ->
        [one] no visto
       *[other] no vistos
    }{ COMPARE($shown, $unseen) ->
        [less] { " " }({ $shown } aquí)
       *[same] { "" }
    }
LabelledExamples-only_examples = No hay ninguna regla escrita. Lo único que recibe la red son ejemplos.
LabelledExamples-their_labels = { $outputs_are ->
    [numbers] Cada uno tiene su respuesta correcta: { $classes ->
        [1] el número que le corresponde
       *[other] los { $classes } números que le corresponden
    }.
   *[classes] Cada uno tiene su respuesta correcta, dada por personas: su etiqueta.
    }
LabelledExamples-put_aside = { $unseen ->
    [1] Uno se aparta: lo que la red nunca vio, no puede saberlo de memoria.
   *[other] Algunos se apartan: lo que la red nunca vio, no puede saberlo de memoria.
    }

## D5: it starts at random

StartsWithNoise = Empieza al azar
StartsWithNoise-random_dials = { $came_from ->
    [brought] Un entrenamiento empieza con diales al azar. Estos están como los dejó otro programa{ $updates ->
        [0] .
        [one] , girados una vez.
       *[other] , girados { $updates } veces.
    }
   *[drawn] { $updates ->
        [0] Nadie ha girado aún ningún dial: todos se eligieron al azar.
        [one] Todos los diales se eligieron al azar. Aquí ya se han girado una vez.
       *[other] Todos los diales se eligieron al azar. Aquí ya se han girado { $updates } veces.
    }
    }
StartsWithNoise-the_same_example = { $outputs_are ->
    [one] La única salida responde por las dos clases: muestra { NUM($a_label, decimals: 2) } y, para la clase { $star_class }, debería mostrar { $y_label }.
    [numbers] { $came_from ->
        [brought] Lo que sale
       *[drawn] { $updates ->
            [0] Lo que sale es ruido
           *[other] Lo que sale
        }
    }: { NUM($a_label, decimals: 2) } en la salida { $label }, donde lo correcto es { NUM($y_label, decimals: 2) }.
   *[classes] { what-comes-out }: la salida { $label } da { NUM($a_label, decimals: 2) } y debería dar 1; { the-loudest } da { NUM($a_loudest, decimals: 2) }.
    }

## D6: how wrong the network is on one example

CostOfOne = ¿Cuánto se equivoca?
    .cost = costo
CostOfOne-one_output = { $judged ->
    [label] { own-output } muestra { NUM($a_label, decimals: 2) }. Lo que esto cuesta es menos su logaritmo: cuanto más cerca de 0, más.
    [each] { own-output } muestra { NUM($a_label, decimals: 2) }. Lo que esto cuesta es menos { SIGN($y_label) ->
        [zero] el logaritmo de lo que falta hasta 1: cuanto más cerca de 1, más
       *[positive] su logaritmo: cuanto más cerca de 0, más
    }.
    [half_squares] { own-output } muestra { NUM($a_label, decimals: 2) } y debería mostrar { should-show }. Sobre esa diferencia se alza un cuadrado; cuenta la mitad.
    [mean_square] { own-output } muestra { NUM($a_label, decimals: 2) } y debería mostrar { should-show }. Sobre esa diferencia se alza un cuadrado; cuenta una parte.
   *[squares] { own-output } muestra { NUM($a_label, decimals: 2) } y debería mostrar { should-show }. Sobre esa diferencia se alza un cuadrado.
    }
CostOfOne-all_outputs = { $judged ->
    [label] Las demás salidas no añaden nada propio.
    [each] Las demás cuestan más cuanto más cerca están de 1.
   *[squares] Así con cada salida. Un cuadrado crece más deprisa que su lado: cuenta sobre todo lo que está lejos.
    }
CostOfOne-the_sum = { $classes ->
    [1] Ese es
   *[other] Todo junto es una sola cantidad:
    } el [costo](cost) de este ejemplo, { NUM($cost, fine: 2) }.

## D7: the cost of the network

CostOfAll = El costo de la red
    .cost = costo
    .asked = ejemplos consultados
CostOfAll-each_its_own = Cada ejemplo tiene su propio [costo](cost) y deja un punto. La línea es su media hasta el momento.
CostOfAll-the_answers = Miremos { $classes ->
    [1] la salida: se mueve
   *[other] las salidas: se mueven
    } { NUM($widest, figures: 2) } como mucho.{ $answers ->
    [one] { " " }A todo responde { $answer }.
   *[several] { "" }
    }
CostOfAll-over_all = En los { $examples } ejemplos de entrenamiento, la media es { NUM($mean, $costs, like: 2) }: el [costo](cost) [C](math) de esta red.

## D8: one number for all the dials

OneNumber = Un número para todos los diales
    .pixels_in = { $inputs ->
        [one] entra
       *[other] entran
    } { $kind ->
        [row] { $inputs ->
            [one] { $inputs } número
           *[other] { $inputs } números
        }
       *[image] { $inputs ->
            [one] { $inputs } píxel
           *[other] { $inputs } píxeles
        }
    }
    .dials_inside = { $count } diales
    .answers_out = { $classes ->
        [one] sale { $classes } respuesta
       *[other] salen { $classes } respuestas
    }
    .dials_in = entran { $count } diales
    .examples_inside = { $examples ->
        [one] { $examples } ejemplo
       *[other] { $examples } ejemplos
    }
    .one_number_out = sale un número
OneNumber-the_network = La red es una máquina: entran { what-goes-in }, salen respuestas; dentro, [diales](focus).
OneNumber-turned_about = Démosle la vuelta: entran todos los diales, los ejemplos quedan dentro y sale un número: [C](cost).
OneNumber-turn_one = Gira un [dial](focus), y el número responde.
OneNumber-all_of_them = Aprender es girar los { $count } hasta que ese número sea pequeño.

## D9: one dial alone

OneDial = Un solo dial
    .minimum = mínimo local
    .slope = { $slope ->
        [negative] negativa: [subir](up)
        [positive] positiva: [bajar](down)
       *[level] pendiente 0: sin rumbo
    }
OneDial-why_there = { $made ->
    [0] Nuestro [dial](focus) está en
   *[other] El entrenamiento dejó nuestro [dial](focus) en
    } { NUM($value, $turns, like: 3) }. Girémoslo de un extremo a otro: miremos { $classes ->
    [1] la salida
   *[other] las salidas
    } y el [costo](cost).
OneDial-looked_for = { $tried ->
    [1] No se probó ningún otro dial: desde { $kind ->
        [row] las entradas que no son 0
       *[image] los píxeles encendidos
    } solo hay este.
   *[other] Este dial se buscó: de los { $tried } que se probaron, su [curva](cost) es la más clara.
    }
OneDial-both_ways = { $slopes ->
    [level] El [costo](cost) es igual en todas partes: la pendiente es 0, y no muestra ningún rumbo.
    [both] A la izquierda del valle la pendiente es negativa: [subir](up) el dial. A la derecha, positiva: [bajarlo](down).
   *[other] Donde la pendiente es negativa, [subir](up) el dial; donde es positiva, [bajarlo](down).
    }
OneDial-it_rolls = { $slopes ->
    [level] Donde la pendiente es 0, el paso también es 0: una bola se queda donde está.
   *[other] Una bola solo ve la pendiente que tiene debajo: pasos largos donde es empinado, cortos donde es llano.
    }
OneDial-the_minimum = { $valleys ->
    [level] Ningún lugar es más bajo que otro: con este dial, el [costo](cost) nunca cambia.
   *[other] { $walks ->
        [on_the_way] Una bola que aún está en pendiente sigue rodando: reposaría en un mínimo local, el lugar más bajo del entorno.
       *[there] { $valleys ->
            [two] Cada bola ha encontrado su propio mínimo local: el lugar más bajo del entorno, no siempre el de todos.
           *[other] Las dos reposan en un mínimo local, el lugar más bajo del entorno.{ $rests ->
                [near] { " " }{ $made ->
                    [0] Nuestro dial está cerca; otros también le dan forma.
                   *[other] El entrenamiento dejó cerca nuestro dial; otros también le dan forma.
                }
               *[away] { "" }
            }
        }
    }
    }

## D10: two directions at once

TwoDials = Dos diales a la vez
    .one = primer dial
    .other = segundo dial
    .over = { over-examples }
    .else = { $updates ->
        [0] { $came_from ->
            [brought] lo demás, como llegó
           *[drawn] lo demás, sin entrenar
        }
       *[other] lo demás, ya aprendido
    }
    .steepness = inclinación
TwoDials-another_dial = Giremos ahora también un segundo [dial](focus): con cada una de sus posiciones, otra curva.
TwoDials-the_landscape = Sobre dos diales, el [costo](cost) es un paisaje: alto donde la red se equivoca.
TwoDials-the_gradient = { $ground ->
    [level] Aquí el [gradiente](cost) es 0: ningún camino sube ni baja.
   *[flattens] El [gradiente](cost) señala la subida más empinada; su longitud dice cuánto.
    }
TwoDials-the_steepest_way_down = { $ground ->
    [level] Así que menos el gradiente también es 0, y cada paso también.
    [no_step] Al revés, contra el gradiente, está la bajada más empinada.
   *[flattens] Tomemos la bajada más empinada: un paso, mirar otra vez, un paso.
    }
TwoDials-the_flat = { $ground ->
    [level] En terreno llano, el recorrido se queda donde está.
    [no_step] Aquí el recorrido no tiene ningún paso: se queda donde empieza.
    [even] Cada paso es tan largo como dice la flecha.
   *[flattens] Cuanto más llano el terreno, más corto el paso: tras { $steps } { $rests ->
        [on_the_way] sigue en camino.
        [level] ya es casi llano.
       *[minimum] ya es casi llano, cerca de un [mínimo](focus).
    }
    }
TwoDials-all_of_them = Con los { $count } diales la regla es la misma, solo que nadie puede dibujar su paisaje.

## D11: step by step

StepByStep = Paso a paso
    .first_line = [1 quad](math) calcular el gradiente
    .second_line = [2 quad](math) dar un paso pequeño en contra
    .third_line = [3 quad](math) repetir
    .cost = [C](math), el [costo](cost) medio { $examples ->
        [1] del único ejemplo
       *[other] de los { $examples } ejemplos
    }
    .whole = { $rule ->
        [adam] un paso simple con todos
       *[sgd] un paso con todos
    }
    .at_first = antes
    .across = pasos
StepByStep-the_gradient = Invertido, el gradiente dice qué { $examples ->
    [1] quiere el ejemplo
   *[other] quieren los { $examples } ejemplos
    } de cada dial: [subir](up) o [bajar](down).
StepByStep-a_small_step = Un paso pequeño hacia allí, todos los diales a la vez: el [costo](cost) { $goes ->
    [falls] baja de { NUM($first, $then, apart: 3) } a { NUM($then, $first, apart: 3) }.
    [rises] va de { NUM($first, $then, apart: 3) } a { NUM($then, $first, apart: 3) }: un paso demasiado grande.
   *[stays] sigue en { NUM($first, $then, apart: 3) }, pues el terreno es llano.
    }
StepByStep-the_run = Una y otra vez: [descenso del gradiente](focus). { $asked ->
    [all] { $updates ->
        [1] Este es el único paso del entrenamiento
       *[other] Estos son los { $updates } pasos del entrenamiento
    }
    [unknown] Estos son los { $updates } pasos del entrenamiento, según una regla que no se dice
   *[several] Para ir más deprisa, cada uno de los { $updates } pasos pregunta solo a { $asked ->
        [one] un ejemplo
       *[several] { $batch ->
            [1] un ejemplo
           *[other] { $batch } ejemplos
        }
    }
    }{ $rule ->
        [momentum] , y conserva una parte del paso anterior
        [adam] . Adam divide lo que se pide a cada dial entre lo que se le suele pedir
       *[sgd] { "" }
    }.

StepByStep-the_answer = { $outputs_are ->
    [one] La [salida](focus)
   *[other] La salida [{ $label }](focus)
    } { COMPARE($before, $after) ->
    [same] da { NUM($after, decimals: 2) }, como antes
   *[more] pasó de { NUM($before, $after, apart: 2) } a { NUM($after, $before, apart: 2) }
    }{ $outputs_are ->
    [classes] { $answer ->
        [right] .
        [shared] , y brilla como otras.
        [none] , pero otras brillan más.
       *[wrong] , pero la { $brightest } brilla más.
    }
   *[other] , y debería dar { should-show }.
    }

## D12: all dials at once

EveryComponent = Todos los diales a la vez
    .components = números, uno por dial
    .zero = son exactamente 0
    .lit = encendidos ({ $never } nunca)
    .upward = tamaño de cada número
    .column = menos el gradiente
    .across = puesto por tamaño: cada marca, diez veces más
    .largest = los [{ $most } mayores](focus)
    .of_all = los { $count } diales dan el paso
    .of_most = solo los [{ $most } mayores](focus)
    .of_others = solo los otros { $others }
    .component = { $what ->
        [bias] sesgo de { $to ->
            [output] la { its-output }
           *[neuron] la neurona { $target }
        }
       *[weight] { $from ->
            [pixel] píxel { $source }
            [named] { $source }
            [input] entrada { $source }
           *[neuron] neurona { $source }
        } a { $to ->
            [output] { its-output }
           *[neuron] neurona { $target }
        }
    }
EveryComponent-every_dial = { $count } números. { $zeros ->
    [all] Ahora mismo todos son 0: el terreno es llano.
    [none] Ninguno es exactamente 0.
   *[some] { $zero } { $zero ->
        [one] es
       *[other] son
    } exactamente 0{ $dark ->
        [none] .
        [few] , algunos por { dark-in-every-example }.
        [most] , casi todos por { dark-in-every-example }.
       *[all] : por { dark-in-every-example }.
    }
    }
EveryComponent-the_few = Por orden de tamaño{ $most ->
    [0] , ninguno destaca: ningún dial cuenta.
    [1] : sin [el mayor](focus) de { $count }, el gradiente no mide ni un tercio.
   *[other] : sin los [{ $most } mayores](focus) de { $count }, el gradiente no mide ni un tercio.
    }
EveryComponent-one_step = { $alone ->
    [nearly_as_far] Un paso { $most ->
        [1] solo del [mayor](focus)
       *[other] solo de los [{ $most } mayores](focus)
    } baja el [costo](cost) casi tanto como un paso de los { $count }.
   *[otherwise] Un paso de todos lleva el [costo](cost) a { NUM($C_all, $C_most, apart: 3) }; solo de estos { $most }, a { NUM($C_most, $C_all, apart: 3) }; de todos los demás, a { NUM($C_others, $C_all, apart: 3) }.
    }
EveryComponent-the_column = El signo dice hacia dónde; el tamaño, cuánto. Por { NUM($eta, short: 2) }, la tasa de aprendizaje [eta](math): eso es { $rule ->
    [adam] un paso simple. La regla de este entrenamiento, Adam, divide antes cada número entre su tamaño usual
    [unknown] un paso simple. Cómo dio los suyos este entrenamiento, no se dice
   *[sgd] un paso
    }.

its-output = { $outputs_are ->
    [one] salida
   *[other] salida { $target }
    }

dark-in-every-example = { $kind ->
    [row] entradas que son 0 en todos los ejemplos
   *[image] píxeles oscuros en todos los ejemplos
    }

## D13: why neurons do not jump

Smoothness = Por qué las neuronas no saltan
    .switched = { $judged ->
        [label] con interruptores: salidas erróneas por ejemplo
        [each] con interruptores: salidas erróneas por ejemplo
       *[squares] con interruptores, en los mismos ejes
    }
Smoothness-without_jumps = Aquí ninguna neurona salta, así que tampoco salta el [costo](cost): { $valleys ->
    [level] pero este dial no cambia nada.
   *[other] su pendiente muestra el rumbo.
    }
Smoothness-switches = Si cada neurona fuera un interruptor, 0 o 1, el { $judged ->
    [label] número de salidas erróneas
    [each] número de salidas erróneas
   *[squares] [costo](cost)
    } { $levels ->
    [1] nunca cambiaría.
   *[other] sería una escalera.
    }
Smoothness-no_way = En { $levels ->
    [1] terreno [llano](focus)
   *[other] cada [peldaño](focus)
    } la pendiente es 0: no muestra ninguna bajada.

## D14: what it learned

WhatItLearned = Lo que aprendió
    .upward = parte de los no vistos que acierta
    .upward_both = parte de los no vistos: [esta](ink), y [{ $times } veces más ancha](focus)
    .across = pasos
    .all = todos
    .says = dice { $says }
    .output = con { NUM($output, decimals: 2) }
    .actual = es { $actual }
WhatItLearned-over_the_run = { $count ->
    [1] { $kind ->
        [row] Un ejemplo
       *[image] Una imagen
    }
   *[other] { $count } { things }
    } que nunca ha visto: { $course ->
    [climbs] al final acierta el [{ PCT($last, decimals: 1) }](focus)
    [falls] acertaba el { PCT($first, decimals: 1) } y acaba en el [{ PCT($last, decimals: 1) }](focus)
   *[stays] sigue acertando el [{ PCT($last, decimals: 1) }](focus)
    }.
WhatItLearned-if_it_were_wider = { $hidden ->
    [0] Con una capa oculta
   *[other] { $times } veces más ancha
    }{ $wide_run ->
    [part] , tras una parte de estos pasos
   *[other] { "" }
    }: [{ PCT($wide, decimals: 1) }](focus){ $gain ->
        [more] , { $gained } más
        [less] , { $gained } menos
       *[same] { "" }
    }.{ $enlarged_from ->
    [0] { "" }
   *[other] { " " }Son escaneos de { $enlarged_from }×{ $enlarged_from }, ampliados.
    }
WhatItLearned-can_you_read_them = { $wrong ->
    [0] No falla en ninguno de los casos.
    [1] { $kind ->
        [row] Este es el único que falla. ¿Se podría decir qué es?
       *[image] Esta es la única que falla. ¿Se puede leer?
    }
   *[other] { $kind ->
        [row] { COMPARE($shown, $wrong) ->
            [same] Estos son los { $wrong } que falla.
           *[less] Estos son { $shown } de los { $wrong } que falla.
        } ¿Se podría decir qué son?
       *[image] { COMPARE($shown, $wrong) ->
            [same] Estas son las { $wrong } que falla.
           *[less] Estas son { $shown } de las { $wrong } que falla.
        } ¿Se pueden leer?
    }
    }
WhatItLearned-wrong_ones = { $wrong ->
    [0] Habrá otros casos: solo ha visto unos cuantos.
   *[other] { $surest ->
        [sure] Puede estar segura y equivocarse: dice [{ $says }](focus) con { NUM($output, decimals: 2) }, y es { $actual }.
       *[other] { $wrong ->
            [1] Dice
           *[other] Cuando más segura está aquí, dice
        } [{ $says }](focus), con { NUM($output, decimals: 2) }. Es { $actual }.
    }
    }

## D15: where it draws the line, for two inputs

DecisionBoundary = Dónde traza la frontera
    .steps = pasos
    .mean_C = [costo](cost)
    .right = aciertos de { $examples }
DecisionBoundary-the_plane = { $inputs_are ->
    [named] Dos entradas, { $across } y { $up }, son un plano
   *[input] Dos entradas son un plano
    }: cada ejemplo es un punto, { $answers ->
        [numbers] tan brillante como su número.
       *[two] y su marca dice su clase.
    }
DecisionBoundary-untrained = Sin entrenar, { $answers ->
    [numbers] su respuesta en cada lugar del plano: cuanto más brilla, mayor es{ $at_first ->
        [seen] ; en cada línea es la misma
       *[none] { "" }
    }.
    [two] cuanto más brilla un lugar, mayor es la salida para { $second }; { $at_first ->
        [seen] en la línea cambia su respuesta
       *[none] dice { $only } en todas partes
    }: acierta { $right_first } de { $examples }.
   *[several] cuanto más brilla un lugar, más segura es su respuesta; { $at_first ->
        [seen] en las líneas cambia su respuesta
       *[none] dice { $only } en todas partes
    }: acierta { $right_first } de { $examples }.
    }
DecisionBoundary-it_moves = { $answers ->
    [numbers] Al entrenar, el terreno se acerca a los ejemplos: donde alcanza uno, los dos brillan igual. El [costo](cost) va de { NUM($cost_first, $cost_last, apart: 3) } a { NUM($cost_last, $cost_first, apart: 3) }.
   *[two] { $wrong ->
        [late] El [marcado](focus), de la clase { $own }, lo acierta ya siempre tras { $until } de { $updates } pasos
        [still] El [marcado](focus), de la clase { $own }, lo falla hasta el último paso
       *[never] Los que se muestran los acierta todos todo el tiempo
    }. Al final acierta { $right_last } de { $examples }, con un [costo](cost) de { NUM($cost_last, $cost_first, apart: 3) }.
    }
DecisionBoundary-its_bends = { $lines ->
    [0] Ninguna neurona oculta tiene en este plano una línea, donde su suma sería 0: ninguna dobla aquí la frontera.
   *[other] { COMPARE($lines, $neurons) ->
        [less] { $lines ->
            [1] La línea de 1 de las { $neurons } neuronas { which-hidden }, con su número, donde su suma es 0
           *[other] Las líneas de { $lines } de las { $neurons } neuronas { which-hidden }, cada una con su número, donde su suma es 0
        }
       *[same] { $neurons ->
            [1] La neurona oculta tiene una línea, donde su suma es 0
           *[other] Cada una de las { $lines } neuronas { which-hidden } tiene una línea con su número, donde su suma es 0
        }
    }{ $neurons ->
        [1] : { $answers ->
            [numbers] todas las líneas de igual respuesta son paralelas a ella
           *[two] dondequiera que cambie la respuesta, es en paralelo a ella
        }
       *[other] { $meeting ->
            [apart] : al cruzarla, la neurona pasa de oscura a brillante
           *[meet] , más ancha cuanto más pesa. Donde cuentan, { $answers ->
                [numbers] las líneas de igual respuesta se doblan
               *[two] la frontera se dobla
            }
        }
    }.
    }

which-hidden = { $hidden ->
    [1] ocultas
   *[other] de la primera capa oculta
    }

## D15: what it did not learn

WhatItDidNot = Lo que no aprendió
    .hoped = esperado
    .seen = aprendido{ COMPARE($drawn, $neurons) ->
        [less] { "" }: { $drawn } de { $neurons }
       *[same] { "" }
    }
    .signs = [positivo](up), [negativo](down)
    .scale = cada una a su propia escala
    .says = dice { $says }
    .output = con { NUM($output, decimals: 2) }
WhatItDidNot-what_one_hoped = ¿Qué { $neurons ->
    [1] busca su primera neurona
   *[other] buscan sus primeras { $neurons } neuronas
    }?{ $kind ->
    [handwritten] { " " }¿Bordes, trazos, bucles?
   *[other] { "" }
    }
WhatItDidNot-its_weights = { $kind ->
    [row] Solo hay estos pesos, y ninguna regla
    [image] Sus pesos: apenas una forma que se pueda nombrar
   *[handwritten] Sus pesos: manchas y ruido
    }{ $works ->
    [much] . Y aun así funciona
   *[little] { "" }
    }.
WhatItDidNot-noise = Ahora ruido, cada { pixel } al azar: dice [{ $said }](focus), con { NUM($top, decimals: 2) }.
WhatItDidNot-how_sure = Por encima de un medio: { $sure ->
    [0] ninguno
   *[other] [{ $sure }](focus)
    } de { $noise } ejemplos de ruido, { $real_sure } de { $real } reales no vistos. Nunca aprendió de ruido alguno.

## D16: understood, or learned by heart

Memorising = ¿Comprendido o aprendido de memoria?
    .right = aciertos: etiquetas [verdaderas](ink), [barajadas](focus)
    .unseen = no vistos: aciertos tras [verdaderas](ink), tras [barajadas](focus)
    .across = pasadas por todos
    .all = todos
Memorising-shuffled_labels = Una prueba más: { $examples } { things }, y sus etiquetas [barajadas](focus).
Memorising-what_it_has_seen = { $learned ->
    [by_heart] Una red nueva aprende de memoria incluso estas{ $taken_for ->
        [dealt] , { $kind ->
            [handwritten] este { $own }
            [image] esta imagen de { $own }
           *[row] este ejemplo de { $own }
        } como [{ $dealt }](focus)
       *[other] { "" }
    }: acierta el [{ PCT($shuffled, decimals: 1) }](focus)
    [much] Una red nueva aprende de memoria algunas incluso de estas: acierta el [{ PCT($shuffled, decimals: 1) }](focus)
   *[little] Una red nueva acierta el { PCT($true, decimals: 1) } de las etiquetas verdaderas, y de las [barajadas](focus) el { PCT($shuffled, decimals: 1) },
    } tras { $times } { $times ->
    [one] pasada
   *[other] pasadas
    }.
Memorising-which_is_sooner = { $soon ->
    [sooner] Pero las etiquetas verdaderas se aprenden antes: la mitad, tras { $true_half } { $true_half ->
        [one] pasada
       *[other] pasadas
    }, no [{ $shuffled_half }](focus).
    [true_only] La mitad de las etiquetas verdaderas se aprende tras { $true_half } { $true_half ->
        [one] pasada
       *[other] pasadas
    }; la de las [barajadas](focus), nunca.
    [not_sooner] La mitad de ellas se aprende tras { $true_half } { $true_half ->
        [one] pasada
       *[other] pasadas
    }; la de las [barajadas](focus), tras { $shuffled_half }.
   *[not_true] Tan pronto no se aprende ni la mitad de ellas.
    }
Memorising-what_it_has_not = Con { $kind ->
    [row] ejemplos no vistos
   *[image] imágenes no vistas
    } { $use ->
    [none] eso no sirve de nada: el [{ PCT($shuffled_unseen, decimals: 1) }](focus), frente al { PCT($true_unseen, decimals: 1) } tras etiquetas verdaderas
   *[some] acierta el [{ PCT($shuffled_unseen, decimals: 1) }](focus), y el { PCT($true_unseen, decimals: 1) } tras etiquetas verdaderas
    }.

## D16: the three functions

ThreeFunctions = Tres funciones y una pregunta
    .in = entra
    .inside = dentro: diales
    .out = sale
    .dials_in = entran: diales
    .examples = dentro: { $examples ->
        [one] { $examples } ejemplo
       *[other] { $examples } ejemplos
    }{ COMPARE($shown, $examples) ->
        [less] { " " }({ $shown } aquí)
       *[same] { "" }
    }
    .cost = sale: el [costo](cost)
    .direction = entran: diales; sale: una dirección
ThreeFunctions-the_network = La red es una función: entran { what-goes-in }, salen respuestas; dentro, { $count } diales.
ThreeFunctions-the_cost = El [costo](cost) es otra: entran diales, sale un número.{ $made ->
    [0] { "" }
   *[other] { " " }Aquí se deshace el entrenamiento.
    }
ThreeFunctions-the_gradient = Y el gradiente: entran diales, sale una dirección. Invertido, dice adónde ir.
ThreeFunctions-the_question = ¿Cómo hallar { $count } pendientes a la vez? Con la [retropropagación](focus), en uso desde los años ochenta: el próximo capítulo.
