"""Zstandard: from the standard library where it has it (Python 3.14, PEP 784), else from its backport."""

import sys

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor, ZstdDict, ZstdError, ZstdFile, compress, decompress, train_dict
else:
    from backports.zstd import ZstdDecompressor, ZstdDict, ZstdError, ZstdFile, compress, decompress, train_dict

__all__ = ["ZstdDecompressor", "ZstdDict", "ZstdError", "ZstdFile", "compress", "decompress", "train_dict"]
