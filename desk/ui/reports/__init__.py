"""Reports: a week in figures, and the workbook for the meeting."""
