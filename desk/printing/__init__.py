"""The only room that talks to printers: hands kept PDFs to CUPS and follows their jobs.

Belongs here: queues, jobs, what a printer says. Does not: which paper is printed and when
(services), making one (documents), words about trouble (explain).
"""
