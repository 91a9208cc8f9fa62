"""The trained encoder: what it finds in a text beside the parse. Only it knows ONNX Runtime and the tokenizer."""

from vedette.reading.encoder.encoder import Encoder

__all__ = ["Encoder"]
