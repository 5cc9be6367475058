"""Scraping with several workers: sites in partitions, hosts by lease, one export."""
