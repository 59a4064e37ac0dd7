### What is said in the chapter Descent: one message a scene (its title, with its labels), one a beat.
