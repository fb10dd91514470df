"""The only room that talks to printers: hands kept PDFs to CUPS and follows their jobs."""
