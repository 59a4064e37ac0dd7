"""What is said: messages in files, chosen by facts of the trace, with every number's source kept beside it."""
