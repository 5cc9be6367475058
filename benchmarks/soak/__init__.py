"""An hour of scraping sites that change and fail: ``python -m benchmarks.soak --minutes 60``, or ``make soak MINUTES=60``."""
