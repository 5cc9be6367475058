"""Zstandard: from the standard library where it has it (Python 3.14, PEP 784), else from its backport."""

import sys

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdDecompressor, ZstdError, ZstdFile, compress, decompress
else:
    from backports.zstd import ZstdDecompressor, ZstdError, ZstdFile, compress, decompress

__all__ = ["ZstdDecompressor", "ZstdError", "ZstdFile", "compress", "decompress"]
