"""Saved pages from disk: files, folders and archives of all kinds in, a stream of pages out."""

from scraper.read.mirrors import stated_url
from scraper.read.paths import STANDARD_INPUT, is_rereadable, read_paths
from scraper.read.places import find_file, places_near, read_place
from scraper.read.registry import READERS
from scraper.read.shards import Shard, list_shards, read_shard, split_file
from scraper.read.url_map import read_url_map
from scraper.read.utf16 import as_utf8

__all__ = [
    "READERS",
    "STANDARD_INPUT",
    "Shard",
    "as_utf8",
    "find_file",
    "is_rereadable",
    "list_shards",
    "places_near",
    "read_paths",
    "read_place",
    "read_shard",
    "read_url_map",
    "split_file",
    "stated_url",
]
