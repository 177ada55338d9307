"""`make bench`: prints the table that is kept in CONTRIBUTING.md."""

from tests.performance import bench_compare, bench_engine, bench_window
from tests.performance.figures import HEAD, Figure


def main() -> None:
    print(HEAD)
    for bench in (bench_engine, bench_window):
        for each in bench.run():
            print(each.row(), flush=True)
    for name, value, unit in bench_compare.run():
        print(Figure(name, value, value, unit).row(), flush=True)


main()
