"""`make bench`: prints the table that is kept in CONTRIBUTING.md."""

from tests.performance import (
    bench_compare,
    bench_engine,
    bench_machine,
    bench_tracked,
    bench_window,
    bench_word,
)
from tests.performance.figures import HEAD


def main() -> None:
    print(HEAD)
    for bench in (
        bench_machine,
        bench_engine,
        bench_window,
        bench_word,
        bench_tracked,
        bench_compare,
    ):
        for each in bench.run():
            print(each.row(), flush=True)


main()
