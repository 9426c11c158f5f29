/** `to_docbin.py`: makes the binary file spaCy trains on from our JSONL, and names what spaCy cannot take. */
export const toDocbin = `"""Turn Goldset's spaCy JSONL into a .spacy file: python to_docbin.py data.jsonl data.spacy [language]

Prints every span that does not begin and end with a token of spaCy, and leaves it out. Needs spaCy 3.
"""
import json
import sys

import spacy
from spacy.tokens import DocBin


def spans_of(doc, triples, refused):
    kept = []
    for start, end, label in triples:
        span = doc.char_span(start, end, label=label, alignment_mode="strict")
        if span is None or not span.text.strip():
            refused.append((start, end, label))
        else:
            kept.append(span)
    return kept


def main(source, target, language="xx"):
    nlp = spacy.blank(language)
    docs = DocBin(store_user_data=True)
    lost = 0
    with open(source, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            row = json.loads(line)
            doc = nlp.make_doc(row["text"])
            refused = []
            doc.ents = spans_of(doc, row["entities"], refused)
            for key, triples in row["spans"].items():
                doc.spans[key] = spans_of(doc, triples, refused)
            doc.cats = {name: float(value) for name, value in row["cats"].items()}
            for start, end, label in dict.fromkeys(refused):
                lost += 1
                print(f"line {number}: {row['text'][start:end]!r} at {start} to {end} ({label}) is not made of whole tokens")
            docs.add(doc)
    docs.to_disk(target)
    print(f"{len(docs)} texts written to {target}, {lost} spans left out")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
`
