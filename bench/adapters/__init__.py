"""One adapter a task: from the task's input to its predictions, by what Vedette read.

Each module has ``predict(docs, reader)``: it takes the input documents (dicts, without gold) and a ``vedette.Reader``,
and yields one prediction for each document, in their order. It knows no file.
"""
