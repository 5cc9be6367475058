"""Sentences enough for an article."""

SENTENCES = "".join(
    f"<p>Sentence {n} tells of the harbour in winter, and of ships that wait for spring.</p>" for n in range(14)
)
