### Phrases that several messages share; they use the facts of the message that refers to them.
###
### Glosario: una palabra para cada cosa, la misma en todas partes.
###   weight peso · bias sesgo · neuron neurona · layer capa (oculta) · activation activación ·
###   weighted sum suma ponderada · input entrada · output salida · target objetivo (goal, sobre su columna: meta) ·
###   example ejemplo · label etiqueta · class clase · cost costo (no «coste»: se entiende en todas partes) ·
###   error error · slope pendiente (sobre su columna: pend.) · derivative derivada · gradient gradiente ·
###   gradient descent descenso del gradiente · local minimum mínimo local · landscape paisaje · dial dial (girar) ·
###   lever palanca · nudge empujón · wish deseo · effect efecto · ask of pedir a · want of querer de ·
###   backpropagation retropropagación · chain rule regla de la cadena · sweep barrido · pulse pulso · path camino ·
###   step paso · update actualización (sobre su columna: pasos) · learning rate tasa de aprendizaje · mini-batch minilote ·
###   time through (epoch) pasada · unseen (ejemplos) no vistos · training entrenamiento ·
###   shuffled labels etiquetas barajadas · bright brillante · dark oscuro · lit (pixel) encendido ·
###   light up encenderse · dim apagarse · flat (curve) plana · mean media · median mediana · edge arista ·
###   chain cadena · thread hilo · ribbon cinta · boundary frontera ·
###   careful, hasty walker el caminante prudente, el apresurado · walk recorrido.
### Nombres de clases y de números no tienen género: «la salida { $label }», «la clase { $star_class }»; la segunda
### salida de una frase es «la { $most }».

# "Take { an-example }, and": what the star is, with its class if there are classes.
an-example = { $outputs_are ->
    [numbers] { $kind ->
        [row] un ejemplo
       *[image] una imagen
    }
   *[classes] { $kind ->
        [handwritten] un [{ $star_class }](focus) manuscrito
        [image] una imagen de la clase [{ $star_class }](focus)
       *[row] un ejemplo de la clase [{ $star_class }](focus)
    }
    }

# «este 2», «este ejemplo»: con su demostrativo.
star-itself = { $outputs_are ->
    [numbers] { this-thing }
   *[classes] { $kind ->
        [handwritten] este [{ $star_class }](focus)
        [image] esta imagen de la clase [{ $star_class }](focus)
       *[row] este ejemplo de la clase [{ $star_class }](focus)
    }
    }

# The same where a sentence begins.
star-begins = { $outputs_are ->
    [numbers] { $kind ->
        [row] Este ejemplo
       *[image] Esta imagen
    }
   *[classes] { $kind ->
        [handwritten] Este [{ $star_class }](focus)
        [image] Esta imagen de la clase [{ $star_class }](focus)
       *[row] Este ejemplo de la clase [{ $star_class }](focus)
    }
    }

# The same without a colour.
star-plain = { $outputs_are ->
    [numbers] { this-thing }
   *[classes] { $kind ->
        [handwritten] este { $star_class }
        [image] esta imagen de { $star_class }
       *[row] este ejemplo de { $star_class }
    }
    }

# «a la salida 2», «a la salida»: what an output is called where there are several.
output-itself = { $classes ->
    [1] la salida
   *[other] la salida { $output }
    }

# A second output, of which classes are not digits: «la red» would be the network.
the-loudest = { $kind ->
    [handwritten] la { $loudest }
   *[other] la salida { $loudest }
    }

# What an output does that should get larger or smaller.
light-up = { $outputs_are ->
    [classes] encenderse
   *[other] subir
    }

dim-down = { $outputs_are ->
    [classes] apagarse
   *[other] bajar
    }

things = { $kind ->
    [row] ejemplos
   *[image] imágenes
    }

network-shown = { $updates ->
    [0] { $came_from ->
        [brought] la red tal como llegó
       *[drawn] una red que aún no ha aprendido nada
    }
    [one] la red tras { $updates } actualización
   *[other] la red tras { $updates } actualizaciones
    }

this-thing = { $kind ->
    [row] este ejemplo
   *[image] esta imagen
    }

pixel = { $kind ->
    [row] entrada
   *[image] píxel
    }

# What an activation is called, its name being the fact $function.
function-name = { $function ->
    [sigmoid] { activation-sigmoid }
    [tanh] { activation-tanh }
    [relu] { activation-relu }
    [leaky_relu] { activation-leaky_relu }
    [gelu] { activation-gelu }
    [softmax] { activation-softmax }
   *[identity] { activation-identity }
    }

# «la salida 2 da 0,31, pero»: what comes out of the first recorded network for the followed example.
what-comes-out = Lo que sale es { $answer ->
    [right] { $came_from ->
        [brought] correcto
       *[drawn] { $updates ->
            [0] pura casualidad
           *[other] correcto
        }
    }
   *[wrong] { $came_from ->
        [brought] incorrecto
       *[drawn] { $updates ->
            [0] basura
           *[other] incorrecto
        }
    }
    }

and-or-but = { $answer ->
    [right] y
   *[wrong] pero
    }

over-examples = en { $examples ->
    [one] { $examples } ejemplo
   *[other] { $examples } ejemplos
    }

# What a neuron is called where it is one of many: «desde { neuron-named } hasta …», never after «de» or «a».
neuron-named = { $neuron_kind ->
    [pixel] el píxel de la fila { INDEX($row) }, columna { INDEX($column) }
    [named] la entrada { $input }
    [input] la entrada { INDEX($neuron) }
    [output] la salida { $class }
   *[hidden] la neurona { INDEX($neuron) } de la capa { INDEX($layer) }
    }
