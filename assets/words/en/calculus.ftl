### What is said in the chapter Calculus: one message a scene (its title, with its labels), one a beat.
