"""Loaded by Dask in each worker process that was started here: Ctrl-C on the terminal is for the run to handle."""

import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
