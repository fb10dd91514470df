"""The room of the files people read: papers as PDF, workbooks, csv.

Belongs here: everything that knows reportlab, openpyxl, ICU line breaks or csv, and turns plain
values into bytes. Does not: which complaint is printed and when (services), what a rule says
(domain), files that branches read (sync), handing a file to a printer (printing).
Modules here import their libraries at the top; callers import the modules on first use.
"""
