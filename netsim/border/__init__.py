"""What comes from outside and goes out: files, archives, names, settings; checked before they are used."""
