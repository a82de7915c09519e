#!/usr/bin/env python3
"""A bad night reads as a story in the journal: story_test.py TARANG ROOT WRITES CRASHES [DOCUMENTS]

Many small documents, a few of which crash their worker, and a disk that fills up on the way; then the same command
again, with space. WRITES and CRASHES are the libraries that play the disk and the crashes (failing_writes.so and
crashing_worker.so).
"""
import collections
import re
import pathlib
import subprocess
import sys

import harness
from harness import TARANG

WRITES, CRASHES = sys.argv[3:5]
DOCUMENTS = int(sys.argv[5]) if len(sys.argv) > 5 else 40
CRASHING = 5
MARK = "% the worker dies of this"
LINE = re.compile(r"^(\S+Z) (\d+) (error|warning|info|debug) (\w+)(.*)$")
FACT = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|\S*)')


def lines_of(path):
    """(level, event, facts) of each line; a line that is none fails."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        time, process, level, event, facts = LINE.match(line).groups()
        lines.append((time, process, level, event, dict(FACT.findall(facts))))
    return lines


class Story(harness.FaultsTest):
    def setUp(self):
        super().setUp()
        sample = (harness.ROOT / "samples" / "ticks-2566.pdf").read_bytes()
        inbox = self.folder / "in"
        inbox.mkdir()
        every = DOCUMENTS // CRASHING
        for number in range(DOCUMENTS):
            end = MARK if number % every == every // 2 else f"% {number}"
            (inbox / f"{number:04}.pdf").write_bytes(sample + f"% {number}\n".encode() + end.encode())

    def run_night(self, **environment):
        return subprocess.run([TARANG, "import", "--lang", "en", "--jobs", "2", "--db", self.db, self.folder / "in"],
                              capture_output=True, text=True, timeout=600, check=False,
                              env={"LD_PRELOAD": f"{WRITES}:{CRASHES}", "TARANG_CRASH_ON": MARK,
                                   **{key: str(value) for key, value in environment.items()}})

    def test_a_bad_night_and_the_next(self):
        log = pathlib.Path(f"{self.db}.log")
        count = self.folder / "count"
        other = self.folder / "other.db"
        subprocess.run([TARANG, "import", "--jobs", "2", "--db", other, self.folder / "in"], capture_output=True, timeout=600,
                       check=True, env={"LD_PRELOAD": WRITES, "TARANG_COUNT": str(count)})
        night = self.run_night(TARANG_FULL_AT=int(count.read_text()) * 6 // 10)
        self.assertEqual(5, night.returncode, night.stderr)
        first = lines_of(log)
        day = self.run_night()
        self.assertEqual((4, ""), (day.returncode, day.stderr))
        second = lines_of(log)[len(first):]

        with self.subTest("each run begins, counts and ends"):
            for run, code in ((first, "5"), (second, "4")):
                events = [event for _, _, _, event, _ in run]
                self.assertEqual("started", events[0])
                self.assertEqual("ended", events[-1])
                self.assertEqual(code, run[-1][4]["exit_code"])
                self.assertEqual(1, len({process for _, process, _, _, _ in run}), "one process a run")
                self.assertEqual(1, events.count("total"))
            self.assertEqual(sorted(time for time, *_ in first + second), [time for time, *_ in first + second])

        with self.subTest("the full disk is told once, and nothing is after it but the sums"):
            errors = [facts for _, _, level, _, facts in first if level == "error"]
            self.assertEqual(1, len(errors))
            self.assertIn("disk", errors[0]["why"])
            self.assertNotIn(str(self.folder), errors[0]["why"])
            after = [event for _, _, _, event, _ in first]
            after = after[after.index("failed") + 1:]
            self.assertLessEqual(set(after), {"worker_ended", "total", "total_of_code", "total_of_stage", "ended"})

        ends = collections.defaultdict(list)
        for _, _, level, event, facts in first + second:
            if event == "document_ended":
                ends[facts["document"]].append((level, facts["code"]))
        with self.subTest("every document has its verdict, those that crashed a warning"):
            self.assertEqual(DOCUMENTS, len(ends))
            crashed = [document for document, verdicts in ends.items() if ("warning", "crashed") in verdicts]
            self.assertEqual(CRASHING, len(crashed))
            for document, verdicts in ends.items():
                code = "crashed" if document in crashed else "ok"
                self.assertEqual({code}, {verdict for _, verdict in verdicts}, document)

        with self.subTest("each crash names its worker, its signal and its document"):
            deaths = [(level, facts["document"]) for _, _, level, event, facts in first + second
                      if event == "worker_ended" and facts["cause"] == "crashed"]
            self.assertEqual({"warning"}, {level for level, _ in deaths})
            self.assertEqual(set(crashed), {document for _, document in deaths})

        with self.subTest("the sums are those of the lines"):
            for run in (first, second):
                told = collections.Counter(facts["code"] for _, _, _, event, facts in run if event == "document_ended")
                sums = {facts["code"]: int(facts["documents"]) for _, _, _, event, facts in run if event == "total_of_code"}
                self.assertEqual(dict(told), sums)
                total = next(facts for _, _, _, event, facts in run if event == "total")
                self.assertEqual(sum(sums.values()), int(total["documents"]))
                stages = {facts["stage"]: float(facts["seconds"]) for _, _, _, event, facts in run if event == "total_of_stage"}
                self.assertLess(0, stages["read"])
                self.assertLess(0, stages["store"])


if __name__ == "__main__":
    sys.argv, rest = sys.argv[:3], sys.argv[3:]
    harness.main()
