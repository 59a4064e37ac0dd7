### What is said in the chapter Calculus: one message a scene (its title, with its labels), one a beat.

## K1: a network that can be followed with a pencil

SmallestNetwork = La red más pequeña
    .weight = peso
    .bias = sesgo
    .input = entrada
    .output = salida
    .target = objetivo
SmallestNetwork-forward = Una neurona por capa. Cada una multiplica lo que entra por su peso, suma su sesgo y comprime la suma.
SmallestNetwork-the_cost = Sale { NUM($out, decimals: 3) }; debería haber salido { $y }. El [costo](cost) de este ejemplo, [C_0](math), es { $squares ->
    [halves] la mitad del cuadrado de la diferencia.
   *[squares] el cuadrado de la diferencia.
    }
SmallestNetwork-six_dials = Cada uno de sus seis números sube { NUM($far, decimals: 0) }, baja { NUM($far, decimals: 0) } y vuelve. Responde todo lo que sigue, y también el [costo](cost).
SmallestNetwork-the_question = ¿A cuál de los [seis](focus) responde más el [costo](cost), y a cuál menos? ¿Alguna apuesta?

## K2: names

Names = Nombres para sus partes
    .layer = capa
Names-the_layers = Una [(L)](math) como superíndice no es una potencia: indica la capa. Un peso y un sesgo llevan el número de la capa a la que llegan.
Names-the_sum = Entramos ahora en el último eslabón. Lo que dan peso, activación anterior y sesgo es la suma ponderada, [z](math).
Names-the_activation = La sigmoide, [sigma](math), comprime [z](math) a un número entre 0 y 1: la activación, [a](math).
Names-the_cost = [y](math) es el objetivo. { $squares ->
    [halves] La mitad del cuadrado de lo que [a](math) dista de él es el [costo](cost).
   *[squares] Lo que [a](math) dista de él, al cuadrado, es el [costo](cost).
    } Un mismo hilo recorre las cuatro líneas.

## K3: what is made of what

MadeOfWhat = Qué está hecho de qué
MadeOfWhat-made_of = ¿De qué está hecho el [costo](cost)? De [a](math) y de [y](math). ¿Y [a](math)? De [z](math). ¿Y [z](math)? De peso, activación anterior y sesgo.
MadeOfWhat-one_layer_back = La activación anterior se hace del mismo modo, una capa más atrás; y así hasta la entrada.

## K4, K5: a nudge, followed to the cost; the chain rule

SmallNudge = Un empujón, seguido hasta el final
    .drawn_smaller = dibujado { $smaller } veces menor
SmallNudge-the_threads = Giremos el peso [w](math): la suma [z](math), la activación [a](math) y el [costo](cost) lo siguen. Cada posición es un hilo.
SmallNudge-crowding_and_crossing = Donde los hilos se juntan, un cambio encoge. Donde se cruzan, cambia de sentido.
SmallNudge-the_nudge = Un empujón de { NUM($nudge, decimals: 1) } es una cinta: [azul](up) donde las cosas suben, [naranja](down) donde bajan.
SmallNudge-far = Muy lejos, con líneas más largas para [w](math) y [z](math), los hilos se juntan en 0 y 1: hasta un empujón grande muere por el camino.
SmallNudge-the_ratios = Dividamos cada cambio entre el anterior: al multiplicar, se cancela todo menos lo que buscamos. Empujones diminutos dan derivadas.
SmallNudge-the_pulse =
    Desde el [costo](cost) hacia atrás, cada tramo multiplica. { $answer ->
        [falls] [Naranja](down): un poco más ahí lo baja.
       *[rises] [Azul](up): un poco más ahí lo sube.
    } Llega { NUM($predicted, decimals: 4) }; con un empujón de { NUM($epsilon, short: 6) } se mide { NUM($measured, decimals: 4) }.

## K6: the three factors

ThreeDerivatives = Las tres derivadas, una a una
    .measured = medido
    .foretold = previsto
    .slope = pendiente
    .ramp = ReLU
ThreeDerivatives-z_by_w = Un empujón de [w](math) llega a [z](math) multiplicado por la activación anterior: ancho donde esta brilla, estrecho donde es oscura.
ThreeDerivatives-a_by_z = La pendiente de la sigmoide es como mucho un cuarto, y casi nada donde es plana. La de una ReLU es 0 o 1.
ThreeDerivatives-C_by_a = { $squares ->
    [halves] El [costo](cost) es medio cuadrado. Con un empujón pierde o gana dos tiras, tan largas como el error de [a](math): la mitad de las dos es [a - y](math).
   *[squares] El [costo](cost) es un cuadrado. Al empujar [a](math), pierde o gana dos tiras, cada una tan larga como el error de [a](math): el doble de [a - y](math).
    }
ThreeDerivatives-predicted_and_measured = Su producto prevé lo que hará un empujón diminuto: cuanto menor es, mejor coincide lo medido.

## K7: many examples, many numbers

AverageAndVector = Un ejemplo de muchos, un número de muchos
    .updates = actualizaciones
    .mean_cost = costo medio
    .mean = media
    .ones = deberían dar 1
    .zeros = deberían dar 0
    .gradient = gradiente
    .elsewhere = en la red de la lección
AverageAndVector-all_alike = { $examples } ejemplos, { $examples } hilos, uno sobre otro: la cadena responde a todos igual, { NUM($out, decimals: 2) }.
AverageAndVector-the_training = Así que una copia suya se entrena con los seis: otros pesos, y una línea más larga para [z](math). Veamos separarse los hilos.
AverageAndVector-the_mean = Por cada hilo vuelve su propia derivada, hacia [arriba](up) o hacia [abajo](down). El entrenamiento da pasos contra su media.
AverageAndVector-the_vector = Es una de { $here }: el [gradiente](cost) de esta copia tras { $updates } actualizaciones. La red de la lección tiene { $count }. Volvamos a nuestra cadena.

## K8: the bias, the activation before

SwapOneFactor = Cambiar un solo factor
SwapOneFactor-the_bias = Para el [sesgo](focus) cambia un factor: [z](math) se mueve justo lo mismo que [b](math), así que es 1.
SwapOneFactor-the_activation = Para la [activación](focus) anterior es el peso: un empujón suyo llega multiplicado por [w](math).
SwapOneFactor-what_it_is_for = Nadie puede fijarla, pero la capa anterior necesita su derivada. Dos de sus tres factores ya los teníamos.

## K9: back to the first weight

BackAnotherLayer = Otra capa atrás, y otra
    .measured = medido
    .nudge = empujón { NUM($epsilon, short: 6) }
BackAnotherLayer-to_the_weight_before = Aquí [L](math) es { $layers }. Una capa atrás, el pulso sigue: por el peso que cruza, por la pendiente, por lo que entró.
BackAnotherLayer-to_the_first_weight = Y otra vez, hasta el primer peso. Lo que entró allí es la entrada, [a^((0)) = x](math). Una capa oculta no tiene [y](math), ni la necesita.
BackAnotherLayer-the_answer = La apuesta: el [costo](cost) responde [más](focus) a { $most ->
    [w1] [w^((1))](math)
    [b1] [b^((1))](math)
    [w2] [w^((2))](math)
    [b2] [b^((2))](math)
    [w3] [w^((3))](math)
   *[b3] [b^((3))](math)
    }, y menos a { $least ->
    [w1] [w^((1))](math)
    [b1] [b^((1))](math)
    [w2] [w^((2))](math)
    [b2] [b^((2))](math)
    [w3] [w^((3))](math)
   *[b3] [b^((3))](math)
    }{ $back ->
    [fainter] . En esta cadena, los pesos y sesgos de más atrás cuentan menos.
   *[uneven] .
    }

## K10: many neurons a layer

ManyNeurons = Muchas neuronas, dos índices
ManyNeurons-many = Un círculo se convierte en toda una capa{ $came_from ->
    [brought] { "" }
   *[drawn] , aún sin entrenar
    }. Las dos últimas tienen { $before } y { $classes } { $classes ->
    [one] neurona
   *[other] neuronas
    }.
ManyNeurons-two_indices = Un [peso](focus) necesita dos índices: primero [j](math), donde termina; luego [k](math), donde empieza.
ManyNeurons-a_sum_over_k = La [z](math) de una neurona es una suma sobre [k](math): todo lo que llega. De ella su función hace [a](math), como antes.
ManyNeurons-a_sum_over_j = Y el [costo](cost) es { $cost ->
    [mean] una media
   *[sum] una suma
    } sobre [j](math): sobre las [n_L](math) salidas, { $classes ->
    [1] de las que aquí hay una, la número 0
   *[other] contadas de 0 a [n_L - 1](math)
    }.

## K11: the chain rule of one weight among many

WithIndices = Un peso entre muchos
WithIndices-the_same_chain = { $shared ->
    [yes] La misma cadena con índices: este [peso](focus) solo llega al [costo](cost) por la suma [z](math) de su propia salida.
   *[no] Los mismos tres factores con índices: este [peso](focus) solo llega al [costo](cost) por su propia salida.
    }
WithIndices-the_numbers = De la neurona { INDEX($k) } a { output-itself }: { SIGN($derivative) ->
    [positive] subir este [peso](focus) sube el [costo](cost)
    [negative] subir este [peso](focus) baja el [costo](cost)
   *[zero] ahora mismo el [costo](cost) no responde a este [peso](focus)
    }. Debajo, lo que midió un empujón.

## K12: many paths, and their sum

ManyPaths = Muchos caminos hasta el costo
ManyPaths-through_every_output = Una [activación](focus) alimenta { $classes ->
    [one] la salida, y la salida alimenta el [costo](cost): un camino.
   *[other] todas las salidas, y cada salida alimenta el [costo](cost): { $classes } caminos.
    }
ManyPaths-they_add_up = { $classes ->
    [one] Por él vuelve un pulso, multiplicado en cada paso: no hay otro que sumar.
   *[other] Por cada uno vuelve un pulso, multiplicado en cada paso. En la neurona se suman.
    }
ManyPaths-the_sum = La derivada respecto a una activación es { $classes ->
    [one] la de su único camino
   *[other] una suma de caminos
    }: los deseos del capítulo anterior, con el signo cambiado.

## K13: delta

DeltaRecursion = Delta, de capa en capa
DeltaRecursion-a_name = Lo que ha vuelto hasta una suma [z](math) se llama [delta](cost): el efecto del capítulo anterior, con el signo cambiado.
DeltaRecursion-one_neuron = De vuelta a una [neurona](focus) anterior: cada [delta](cost) por su peso; la suma, por su propia pendiente.
DeltaRecursion-layer_by_layer = Así con sus vecinas, y con la misma regla en cada capa anterior{ $larger ->
    [some] : con barras ampliadas donde se indica.
   *[none] , hasta la primera.
    }
DeltaRecursion-every_parameter = La derivada de un peso: activación donde empieza por [delta](cost) donde termina. La de un sesgo: [delta](cost).

## K14: the matrix form

MatrixForm = Todo a la vez: la forma matricial
MatrixForm-read_by_rows = Las aristas se tienden en una cuadrícula: azul sobre 0, naranja bajo 0. Una fila: los pesos de una salida, con su propio sesgo.
MatrixForm-read_by_columns = Hacia atrás se lee [por columnas](focus). Reflejada en su diagonal, sus columnas son filas: eso dice la T.
MatrixForm-entry_by_entry = Pasan las [deltas](cost) de las salidas. Luego, cada suma por la pendiente de su propia neurona: el punto con círculo.
MatrixForm-the_outer_product = { $grows ->
    [to_the_label] { $outputs_are ->
        [numbers] Una neurona brillante y la [salida](focus) que debería subir: un paso sube el peso entre las dos.
       *[classes] Una neurona brillante y la [salida](focus) que debería activarse: un paso sube el peso. Juntas se activan, juntas se conectan.
    }
   *[elsewhere] Cada celda es un producto: la activación de su columna por la [delta](cost) de su fila.
    }
MatrixForm-for_every_layer = Dónde empieza, cómo vuelve y qué deja en cada peso y en cada sesgo: cuatro líneas.

## K15: every number

WorkedExample = Un ejemplo resuelto: todos los números
    .measured = medido con un empujón de { NUM($epsilon, decimals: 2) }: [{ NUM($measured, decimals: 4) }](cost)
WorkedExample-what_is_given = Con tan pocas neuronas se puede calcular a mano: entradas, pesos, sesgos, objetivos [y](math).
WorkedExample-forward = Hacia delante: entradas por pesos, sumadas, más el sesgo: [z](math). Luego [a](math), { $functions ->
    [same] con la { function-name }
   *[two] las ocultas con la { function-name }, las salidas con la { $outputs ->
        [sigmoid] { activation-sigmoid }
        [tanh] { activation-tanh }
        [relu] { activation-relu }
        [leaky_relu] { activation-leaky_relu }
        [gelu] { activation-gelu }
       *[identity] { activation-identity }
    }
    }, y al final el [costo](cost).
WorkedExample-backward = Hacia atrás: la [delta](math) de una salida viene de su error{ $layers ->
    [one] {""} y de su pendiente.
   *[two] ; la de una oculta, de lo que vuelve.
    }
WorkedExample-derivatives = [delta](math) por lo que entró es la derivada del peso. Empujar el peso y medir: casi lo mismo.
WorkedExample-the_step = Un paso { $rule ->
    [same] contra la pendiente
   *[plainer] de simple descenso del gradiente
    }, con η = { NUM($eta, short: 4) }{ $learned ->
    [all] {""}
   *[weights] ; los sesgos no cambian
    }. Ya no vale ninguna [z](math), [a](math) ni [delta](math).
WorkedExample-again = Así que todo se calcula otra vez, y otra: { $updates ->
    [one] una actualización lleva
   *[other] { $updates } actualizaciones llevan
    } el [costo](cost) de { NUM($C, figures: 2) } a { NUM($end, figures: 2) }{ $kept ->
    [all] .
   *[spread] ; se ven las { $first } primeras, luego algunas, cada vez más separadas.
    }
WorkedExample-the_rate = { $rates_of ->
    [pair] Ahora dos ejemplos, [C](math) su media:
   *[alone] El mismo ejemplo con otras tasas:
    } con { NUM($usual, short: 4) } va lento, con { NUM($quick, short: 4) } rápido, con { NUM($large, short: 4) } se pasa: { $rates_of ->
    [pair] [C](math)
   *[alone] [C_0](math)
    } acaba más alto.

## K16: the same sweep on any graph

ReverseMode = Un barrido atrás, en cualquier grafo
    .one_by_one = uno a uno: una pasada hacia delante por parámetro
    .sweep = el barrido: una pasada hacia delante, una hacia atrás
    .counted = contadas: multiplicaciones. Un cuadro: un barrido
ReverseMode-forward = Otro cálculo, sin neuronas. En cada trazo: por cuánto se multiplica un empujón de su inicio.
ReverseMode-the_sweep = Un barrido atrás desde [v](math): multiplicar en cada trazo y, donde se juntan dos, sumar.
ReverseMode-the_price = Un barrido atrás cuesta alrededor de { $passes ->
    [0] cero pasadas
    [one] una pasada
    [2] dos pasadas
    [3] tres pasadas
    [4] cuatro pasadas
    [5] cinco pasadas
    [6] seis pasadas
   *[other] { $passes } pasadas
    } más hacia delante. Si todo junto tardara un segundo, uno a uno tardaría cerca de { $time } { $unit ->
    [seconds] { $time ->
        [one] segundo
       *[other] segundos
    }
    [minutes] { $time ->
        [one] minuto
       *[other] minutos
    }
    [hours] { $time ->
        [one] hora
       *[other] horas
    }
   *[days] { $time ->
        [one] día
       *[other] días
    }
    }{ $size ->
    [small] , y mucho más con una red mayor.
   *[large] .
    }

## The close: symbol by symbol

SymbolBySymbol = Símbolo a símbolo
    .of_before = lo que entra
    .of_w = con qué fuerza
    .of_b = un impulso
    .of_z = la suma
    .of_a = la respuesta
    .of_y = el objetivo
    .of_C = cuánto falla
    .derivatives = derivadas, un barrido atrás
SymbolBySymbol-symbols = Siete símbolos, y cada uno es una cosa de esta imagen.
SymbolBySymbol-the_pulse = ¿A cuál de los seis responde [más](focus) el [costo](cost)? Un solo pulso hacia atrás habla de todos.
SymbolBySymbol-so_many = Con muchas neuronas es justo esto: un barrido atrás, y las { $count } derivadas.

## One weight of any network, taken apart: nudge render --explain

Explained = Un peso, pieza por pieza
    .others = { $others ->
        [one] { $others } otro
       *[other] { $others } otros
    }
    .together = juntos ≈
Explained-the_weight = Un peso de esta red: desde { neuron-named } hasta [{ $to_kind ->
    [output] la salida { $to_class }
   *[hidden] la neurona { INDEX($to) } de la capa { $to_layer }
    }](focus). ¿Cuánto responde a él el [costo](cost) de este único ejemplo?
Explained-the_factors = { $path ->
    [only] Su único camino hasta el [costo](cost)
    [largest] El mayor de sus { $many } caminos hasta el [costo](cost)
   *[one] Uno de sus { $many } caminos hasta el [costo](cost)
    }: lo que lleva, { $way ->
    [before] luego pendientes y pesos, alternados
    [shared] cómo responde una salida a la suma ponderada en la que entra
   *[last] la pendiente de su neurona
    }, y cómo responde el costo. Todo se multiplica.
Explained-the_paths = { $state ->
    [carries_nothing] Lleva 0, así que cada camino suma 0.
    [flat] La curva de su neurona es aquí plana, así que cada camino suma 0.
   *[alive] { $path ->
        [only] No hay otro camino: este producto es la derivada.
       *[other] { $others ->
            [0] Cada camino suma su producto. Juntos son la derivada.
            [one] Cada camino suma su producto: los mayores, uno a uno; luego, el otro. La suma es la derivada.
           *[other] Cada camino suma su producto: los mayores, uno a uno; los otros { $others }, juntos. La suma es la derivada.
        }
    }
    }
Explained-predicted_and_measured = Empujemos el [peso](focus) y calculemos de nuevo el [costo](cost): { $agreement ->
    [not_at_all] no cambia nada, como se preveía
    [almost] cambia casi exactamente lo previsto
   *[roughly] no cambia del todo lo previsto, pues las pendientes cambian por el camino
    }.
