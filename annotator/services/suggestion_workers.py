"""Suggest in several processes at once; memory holds only the documents being worked on."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import TypeAlias

from annotator.services.suggestion_stack import Job, Made, Seed, Stack, make_stack

BATCH = 8
"""Documents sent to a process at once, and written in one transaction."""
_WAITING = 3
"""Batches under way for each process: it never waits, and no more are in memory."""

Batch: TypeAlias = tuple[list[Made], dict[str, str]]
"""What was made of a batch, and who failed by then."""

_stacks: list[Stack] = []
"""The one stack of a worker process; empty in the program itself."""


def make_all(
    jobs: Iterable[Job], seed: Seed, *, process_count: int
) -> Generator[Batch, None, None]:
    """Batches of what was made, in the order of the jobs; the same for any number of processes.

    Closing the iterator ends the processes.
    """
    if process_count <= 1:
        stack = make_stack(seed)
        for batch in _batches(jobs, size=1):
            yield [stack.make(job) for job in batch], stack.failures
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(process_count, context, _begin, (seed,))
    under_way: deque[Future[Batch]] = deque()
    batches = _batches(jobs, size=BATCH)
    try:
        with _deaf_to_interrupts():  # what starts now inherits it: Ctrl+C is for this process
            under_way.extend(pool.submit(_work, b) for b in islice(batches, process_count))
        for batch in batches:
            under_way.append(pool.submit(_work, batch))
            if len(under_way) >= _WAITING * process_count:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _batches(jobs: Iterable[Job], *, size: int) -> Iterator[list[Job]]:
    rest = iter(jobs)
    while batch := list(islice(rest, size)):
        yield batch


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin(seed: Seed) -> None:
    """Make this process's stack, and end the process when the program is gone."""
    _stacks[:] = [make_stack(seed)]
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(batch: Sequence[Job]) -> Batch:
    [stack] = _stacks
    return [stack.make(job) for job in batch], stack.failures
