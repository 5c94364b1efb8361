"""A folder of camel-tools data of a few kilobytes, in the formats camel-tools itself reads."""

import json
from pathlib import Path

LABELS = (
    "B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O",
)  # fmt: skip
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ"
_FEATURES = ("diac", "lex", "bw", "gloss", "pos", "prc3", "prc2", "prc1", "prc0", "pos_lex_logprob")
_KINDS = {"prc3": "", "prc2": "wa_conj fa_conj", "prc1": "bi_prep li_prep", "prc0": "Al_det"}


def make_catalogue(folder: Path) -> None:
    """The catalogue camel-tools would download if it were missing."""
    components = {
        "NamedEntityRecognition": {"default": "tiny", "datasets": {"tiny": {"path": "ner/tiny"}}},
        "MorphologyDB": {"default": "tiny", "datasets": {"tiny": {"path": "morphology/tiny"}}},
    }
    catalogue = {"version": "1.6.0", "packages": {}, "components": components}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")


def make_entity_model(folder: Path) -> None:
    """A token classifier of one layer with random weights; sentences of 256 pieces fit."""
    import torch  # noqa: PLC0415 -- five seconds, and only the marked tests have it
    from transformers import BertConfig, BertForTokenClassification  # noqa: PLC0415 -- likewise

    place = folder / "data" / "ner" / "tiny"
    place.mkdir(parents=True)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *LETTERS, ".", "،"]
    pieces += [f"##{letter}" for letter in LETTERS]
    (place / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    torch.manual_seed(0)
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=256,
        id2label=dict(enumerate(LABELS)),
        label2id={label: number for number, label in enumerate(LABELS)},
    )
    BertForTokenClassification(config).save_pretrained(place)


def make_morphology(folder: Path) -> None:
    """A database that knows two words, and of one of them two readings."""
    place = folder / "data" / "morphology" / "tiny"
    place.mkdir(parents=True)
    prefixes = [("", "P0", "diac: prc3:0 prc2:0 prc1:0 prc0:0")]
    prefixes += [("و", "P0", "diac:و prc3:0 prc2:wa_conj prc1:0 prc0:0")]
    prefixes += [("ول", "P0", "diac:ول prc3:0 prc2:wa_conj prc1:li_prep prc0:0")]
    none = "prc3:0 prc2:0 prc1:0 prc0:0"
    rest = f"bw:- gloss:- pos:noun {none}"
    stems = [
        ("بنان", "N", f"diac:بنان lex:بنان {rest} pos_lex_logprob:-3.0"),
        ("لبنان", "N", f"diac:لبنان lex:لبنان {rest} pos_lex_logprob:-1.0"),
    ]
    lines = [
        "###DEFINES###",
        *(_definition(feature) for feature in _FEATURES),
        "###DEFAULTS###",
        f"DEFAULT pos:noun {none}",
        "###ORDER###",
        f"ORDER {' '.join(_FEATURES)}",
        "###TOKENIZATIONS###",
        "TOKENIZATION lex",
        "###STEMBACKOFF###",
        "STEMBACKOFF NTWS N",
        "###PREFIXES###",
        *("\t".join(row) for row in prefixes),
        "###SUFFIXES###",
        "\tS0\tdiac:",
        "###STEMS###",
        *("\t".join(row) for row in stems),
        "###TABLE AB###",
        "P0 N",
        "###TABLE BC###",
        "N S0",
        "###TABLE AC###",
        "P0 S0",
    ]
    (place / "morphology.db").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _definition(feature: str) -> str:
    values = _KINDS.get(feature)
    if values is None:
        return f"DEFINE {feature} {feature}:*open*"
    return " ".join(["DEFINE", feature, *(f"{feature}:{v}" for v in ["0", *values.split()])])
