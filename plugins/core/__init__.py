"""What every room stands on: texts, dates, names of files, problems; imports no other room."""
