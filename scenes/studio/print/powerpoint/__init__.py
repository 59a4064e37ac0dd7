"""A deck for PowerPoint, Keynote and LibreOffice Impress."""
