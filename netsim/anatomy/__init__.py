"""One gradient taken apart: levers, wishes, paths, one weight."""
