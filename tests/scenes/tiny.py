"""The smallest lesson that there is: two hidden neurons learn XOR, for two epochs."""

TINY = '[network]\nhidden = [2]\n[data]\nname = "xor"\n[training]\nepochs = 2\n'
