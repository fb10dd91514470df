"""Rules and words: values and pure functions on the standard library only.

No input or output, no clock and no randomness (both come in as arguments), no text for people
except labels marked with ``N_``. What reads a database goes to ``storage``, what makes a file
people read to ``documents``, what happens when staff press something to ``services``.

The words of the code are the words of ISO 10002:

complaint        expression of dissatisfaction where a response is expected; never ticket, case
complainant      who makes it (screens say *customer*)
handler          the member of staff responsible
reference        the identifier printed for the complainant; ``id`` is the record's own name
stage            where a complaint stands; a ``Step`` is a page of the guide, not a stage
acknowledgement  receipt confirmed; *response*: what is offered; *decision*: what was decided
assessment       the first judgement of weight; priority is derived from it
finding, cause   what the investigation showed, and why it happened; *remedy*: what is offered
op               one save of one record, named by the hash of its own bytes
timeline entry   one op, told in words people read
paper            a document made for a complaint: slip, receipt, letter
branch, bundle   an office; a file that branches exchange
"""
