"""What is written in rows and columns: sums, products, formulas one above another, vectors in brackets."""
