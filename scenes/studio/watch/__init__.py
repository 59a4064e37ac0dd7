"""Watching: files that are saved, a process that draws anew, and the page that shows what it drew."""
