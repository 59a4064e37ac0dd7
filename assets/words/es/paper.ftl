### What is printed: the handout, with a step of learning by hand.

handout = Cómo aprende una red neuronal
    .given = { $solutions ->
        [yes] Soluciones
       *[no] {""}
    }
    .about = Una red { $sizes } con { $data }: lo que se cuenta, y un paso de aprendizaje a mano.
    .version = Versión { $version }
    .solutions = Versión { $version } · soluciones

# Lo que se pega debajo de un video al subirlo; los videos se llaman como los capítulos, o como la hoja.
upload =
    .about = Cada número de este video se lee del registro de un entrenamiento: una red { $sizes } con { $data }.
    .chapters = Capítulos
    .subtitles = Subtítulos

# Beside what is said: a cost "after 3 updates".
numbers-said =
    .after = tras { $updates ->
        [one] { $updates } actualización
       *[other] { $updates } actualizaciones
    }

## One step of learning by hand. Its sections, in their order:

by-hand = A mano: un paso de aprendizaje
    .forward = Hacia delante: ¿qué dice la red?
    .cost = El costo: ¿cuánto se equivoca?
    .backward = Hacia atrás: ¿cómo responde el costo a cada neurona?
    .step = El paso: ¿qué cambia, y cuánto?
    .again = Otra vez hacia delante, tras el paso

# What stands over the columns of its tables.
by-hand-columns =
    .sum = Suma ponderada
    .derivative = Derivada
    .put-in = con números
    .now = Ahora
    .after = Ahora [- space eta dot](math) derivada

# What is said between them; "…" is where a number is to be filled in.
by-hand-says =
    .network =
        Esta red tiene { $inputs ->
            [one] una entrada
           *[other] { $inputs } entradas
        }{ $hidden ->
            [0] {""}
            [one] , una neurona oculta
           *[other] , { $hidden } neuronas ocultas
        } y { $outputs ->
            [one] una salida
           *[other] { $outputs } salidas
        }. El peso [w_(j k)^((l))](math) va de la neurona [k](math) a la neurona [j](math) de la capa [l](math); todas se cuentan desde 0.
        { $functions ->
            [one] La función de las neuronas es { $value };
           *[two] La función de las ocultas es { $value }, la de las salidas { $value_out };
        } la tasa de aprendizaje es [eta](math) = { NUM($eta, short: 6) }.
    .step =
        { $rule ->
            [same] {""}
           *[plainer] Este paso es de simple descenso del gradiente, sea cual sea la regla con que aprende la red de la lección.
        } { $learned ->
            [all] {""}
           *[weights] Solo cambian los pesos; los sesgos se quedan como están.
        }
    .exercise =
        Calcular con cuatro decimales. Quien siga con números redondeados puede desviarse en una o dos unidades del último.
    .solutions =
        Los números se redondean una vez, a cuatro decimales. Donde los números impresos no dan exactamente el siguiente,
        se escribe [approx](math).
    .how-back =
        Se empieza por la capa de salida; la capa oculta necesita su [delta](math). { by-hand-says.of-each }
    .how-back-one =
        { by-hand-says.of-each }
    .of-each =
        Para { $functions ->
            [one] cada neurona, { $slope } y
           *[two] las ocultas, { $slope }; para las salidas, { $slope_out }; para todas,
        } [delta = sigma'(z) dot partial C \/ partial a](math).
    .question = El costo era … y ahora es …. ¿Ha bajado?
    .answer = El costo { COMPARE($after, $before) ->
        [less] ha bajado
       *[other] no ha bajado: ha pasado
    } de { NUM($before, decimals: 4) } a { NUM($after, decimals: 4) }.
    .course = Tras cada uno de los primeros { $steps } pasos es { $costs }.
    .end = Tras { $updates } pasos es { NUM($end, figures: 2) }.

deck =
    .toggle = Reproducir, pausar o reproducir de nuevo
    .again = Reproducir de nuevo este paso
    .home = Empezar por la primera diapositiva
    .captions = Mostrar u ocultar los subtítulos
    .missing = Aquí falta un video: descomprima todo el archivo y deje la carpeta { $folder } junto a esta página.

# Lo que dicen la lista de teclas en el navegador y la ventana del ponente.
reveal =
    .keys = Teclas
    .key = Tecla
    .does = Qué hace
    .next = Diapositiva o paso siguiente
    .previous = Diapositiva o paso anterior
    .whole = Avanzar por diapositivas enteras, sin pasos
    .ends = Primera o última diapositiva
    .blank = Oscurecer la pantalla y pausar
    .overview = Todas las diapositivas
    .fullscreen = Pantalla completa
    .jump = Ir a una diapositiva
    .speaker = Abrir la ventana del ponente
    .loading = Buscando las diapositivas…
    .upcoming = A continuación
    .time = Tiempo
    .reset = Clic: empezar en 0
    .notes = Notas
    .layout = Disposición
    .default = Habitual
    .wide = Ancha
    .tall = Alta
    .notes-only = Solo notas

# Cómo se llaman los números en las notas, cada uno seguido de su símbolo: costo C, activación a3.
shown-number =
    .cost = costo
    .activation = activación
    .sum = suma ponderada
    .weight = peso
    .bias = sesgo
    .input = entrada
    .target = objetivo
    .derivative = derivada
    .effect = efecto
    .delta = delta
    .steps = actualizaciones hechas
    .accuracy = proporción de no vistos acertados
    .right = proporción de ejemplos de entrenamiento acertados
    .unseen_cost = costo medio de los no vistos
    .components = números en el gradiente
    .zero = de ellos, exactamente 0
    .step-C_all = costo C tras el paso entero
    .step-C_most = costo C tras el paso de los pocos
    .step-C_others = costo C tras el paso de todos los demás
    .components-size = tamaño de una componente
    .components-step = empujón −∂C/∂w
    .data-running = costo medio hasta ahora
    .data-unseen_y = objetivo de los no vistos
    .figure-costs_so_far = costos en la media hasta ahora
    .figure-cost_added_up = suma hasta ahora
    .figure-parameters = pesos y sesgos
    .figure-right_at_first = aciertos antes del entrenamiento
    .figure-epochs_until_half = épocas hasta acertar la mitad
    .learning-right = aciertos
    .line-first_w = peso w antes del entrenamiento
    .line-first_C = costo C antes del entrenamiento
    .memory-epochs = épocas
    .memory-true_right = proporción de aciertos, etiquetas verdaderas
    .memory-true_unseen = proporción de no vistos acertados, etiquetas verdaderas
    .memory-shuffled_right = proporción de aciertos, etiquetas barajadas
    .memory-shuffled_unseen = proporción de no vistos acertados, etiquetas barajadas
    .neuron-products = peso por entrada
    .neuron-running = suma hasta ahora
    .boundary-neurons = número de la neurona
    .plane-length = longitud del gradiente
    .plane-path_C = costo medio C en el descenso
    .mean_C = costo medio C
    .terms-gap = diferencia
    .tested-wrong_x = entradas mal leídas
    .wider-own = proporción de no vistos acertados
    .wider-share = proporción de no vistos acertados, red más ancha
    .batches-sizes = ejemplos por lote
    .batches-updates = actualizaciones hechas
    .figure-asked_so_far = ejemplos consultados hasta ahora
    .figure-pulling_up = los que quieren que suba
    .figure-pulling_down = los que quieren que baje
    .one-most = los que tienen nueve décimos del cuadrado de la longitud
    .only-said = proporción de no vistos con esta respuesta
    .paths-batch = ejemplos por minilote
    .paths-full_C = costo C, el caminante prudente
    .paths-full_examples = ejemplos consultados, el caminante prudente
    .paths-full_seconds = segundos, el caminante prudente
    .paths-mini_C = costo C, el caminante apresurado
    .paths-mini_examples = ejemplos consultados, el caminante apresurado
    .paths-mini_seconds = segundos, el caminante apresurado
    .sensitivity-change_C = cambio del costo C
    .tugs-mean = empujón medio
    .tugs-so_far = empujón medio hasta ahora
    .figure-run_of = tangente hacia la derecha
    .figure-rise_of = tangente hacia arriba
    .figure-updates_at_rates = actualizaciones hechas
    .graph-values = valor de un nodo
    .slopes-error = error a − y
    .several-mean_dC_dw = derivada media ∂C/∂w
    .several-mean_dC_db = derivada media ∂C/∂b
    .measured_dC_da = derivada medida ∂C/∂a
    .measured_dC_dw = derivada medida ∂C/∂w
    .threads-far_z = suma ponderada z, muy lejos
    .threads-far_a = activación a, muy lejos
    .threads-far_C = costo C, muy lejos
    .threads-ratio_dz_dw = cambio de z entre el de w
    .threads-ratio_da_dz = cambio de a entre el de z
    .threads-ratio_dC_da = cambio de C entre el de a
    .wishes-table = producto de un camino

film =
    .intro = Apertura
    .outro = Cierre
