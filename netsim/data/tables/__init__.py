"""Tables as people have them: text, workbooks and Parquet, read by pandas and understood by rules that are said."""
