#!/usr/bin/env python3
"""A batch under a real Slurm, with what happens there: slurm_test.py TARANG ROOT

A controller, a node and munge on this machine, without systemd. Skipped, with the reason, where they are not
installed or do not start.
"""
import json
import os
import pathlib
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

TARANG, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
sys.path.append(str(ROOT / "tests" / "support"))
from ports import free_ports

SKIPPED = 77
SCRIPT = ROOT / "docs" / "cluster" / "import.sbatch"
SMALL = ["sections-2567", "action-plan-2568", "row-rules-2567", "project-column-2568"]
SHARDS, DOCUMENTS = 5, 30
PATIENCE = 20  # seconds that the daemons have to start

# Runs tarang; what the first try of a shard does else is in a file named like the shard: `wait` stops it after its
# first document until the scheduler's signal comes, `killed` is killed there, `stuck` never goes on.
WRAPPER = """#!/bin/bash
fate=
case "$3" in */*) [ "${SLURM_RESTART_COUNT:-0}" = 0 ] && fate=$(cat "$FATES/${3%/*}" 2>/dev/null) ;; esac
[ -n "$fate" ] || exec "$TARANG_ITSELF" "$@"
rm "$FATES/${3%/*}"
coproc IMPORT { exec "$TARANG_ITSELF" "$@"; }
import=$IMPORT_PID
read -r line <&"${IMPORT[0]}"
[ "$fate" != killed ] || kill -KILL "$import"
[ "$fate" = killed ] || kill -STOP "$import"
trap 'kill -USR1 "$import"; kill -CONT "$import"' USR1
echo "$fate" >"$FATES/begun-${3%/*}"
wait "$import"
code=$?
while kill -0 "$import" 2>/dev/null; do wait "$import"; code=$?; done
exit "$code"
"""

CONFIGURATION = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket,cred_expire=5
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
SlurmdParameters=config_overrides
SchedulerParameters=sched_interval=1,sched_min_interval=0
ReturnToService=2
KillWait=2
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES State=UP
"""


class Cluster:
    """One node; ends its daemons with itself."""

    def __init__(self, folder):
        self.folder, self.daemons = folder, []
        for name in ("munge", "state", "spool"):
            (folder / name).mkdir()
        key = folder / "munge" / "key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o600)
        self.configuration = folder / "slurm.conf"
        self.configuration.write_text(CONFIGURATION.format(host=socket.gethostname().split(".")[0], folder=folder,
                                                           ports=free_ports(2), cpus=2 * SHARDS))
        self.environment = {**os.environ, "SLURM_CONF": str(self.configuration)}
        munge = folder / "munge"
        self.start("munged", "--foreground", "--force", f"--socket={munge}/socket", f"--key-file={key}",
                   f"--pid-file={munge}/pid", f"--log-file={munge}/log", f"--seed-file={munge}/seed")
        self.wait_for((munge / "socket").exists)
        self.start("slurmctld", "-D")
        self.start("slurmd", "-D")
        self.wait_for(lambda: "idle" in self.run("sinfo", "-h", "-o", "%T").stdout)

    def start(self, *command):
        log = open(self.folder / f"{command[0]}.log", "wb")
        self.daemons.append(subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, env=self.environment))
        log.close()

    def wait_for(self, happened, patience=PATIENCE):
        deadline = time.monotonic() + patience
        while not happened():
            if time.monotonic() > deadline or any(daemon.poll() is not None for daemon in self.daemons):
                raise TimeoutError("it does not come up")
            time.sleep(0.1)

    def run(self, *command):
        return subprocess.run([*map(str, command)], capture_output=True, text=True, env=self.environment, timeout=60)

    def stop(self):
        for daemon in reversed(self.daemons):
            daemon.terminate()
        for daemon in self.daemons:
            try:
                daemon.wait(10)
            except subprocess.TimeoutExpired:
                daemon.kill()


def cluster_or_reason(folder):
    missing = [name for name in ("munged", "slurmctld", "slurmd", "sbatch") if not shutil.which(name)]
    if missing:
        return f"not installed: {', '.join(missing)} (Debian: slurm-wlm)"
    if os.geteuid() != 0:
        return "a node needs root to run tasks"
    try:
        cluster = Cluster.__new__(Cluster)
        cluster.__init__(folder)
        return cluster
    except (OSError, TimeoutError, subprocess.SubprocessError) as error:
        cluster.stop()
        return f"Slurm does not start here: {error}"


class SlurmTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(FOLDER)
        self.inbox = self.folder / "in"
        self.inbox.mkdir()
        for i in range(DOCUMENTS):
            sample = ROOT / "samples" / f"{SMALL[i % len(SMALL)]}.pdf"
            (self.inbox / f"{i:02}.pdf").write_bytes(sample.read_bytes() + b"%% %d\n" % i)
        for name in ("shards", "fates", "scratch"):
            (self.folder / name).mkdir()
        wrapper = self.folder / "tarang"
        wrapper.write_text(WRAPPER)
        wrapper.chmod(0o755)
        CLUSTER.environment |= {"TARANG": str(wrapper), "TARANG_ITSELF": str(TARANG), "FATES": str(self.folder / "fates"),
                                "TMPDIR": str(self.folder / "scratch")}
        self.arguments = [SHARDS, self.folder / "shards", "--jobs", "1", self.inbox]

    def submit(self, array):
        # The least time that there is. The signal may come up to half a minute early, and so it does.
        done = CLUSTER.run("sbatch", "--parsable", f"--array={array}", "--time=1", "--signal=B:USR1@50", "--mem=0",
                           f"--output={self.folder}/%a.log", f"--chdir={self.folder}", SCRIPT, *self.arguments)
        self.assertEqual(0, done.returncode, done.stderr)
        return done.stdout.strip()

    def wait_for(self, happened, patience):
        deadline = time.monotonic() + patience
        while not happened():
            self.assertLess(time.monotonic(), deadline, self.logs())
            time.sleep(0.2)

    def logs(self):
        return "\n".join(f"{path.name}: {path.read_text(errors='replace')}" for path in sorted(self.folder.glob("*.log")))

    def states(self, job):
        """State of each task by its number, of tasks that are known still."""
        lines = CLUSTER.run("scontrol", "show", "job", job, "--oneliner").stdout.splitlines()
        tasks = [dict(part.split("=", 1) for part in line.split() if "=" in part) for line in lines]
        return {int(task["ArrayTaskId"]): task["JobState"] for task in tasks if task.get("ArrayTaskId", "").isdigit()}

    def ended(self, job):
        return set(self.states(job).values()) <= {"COMPLETED", "FAILED", "CANCELLED", "TIMEOUT"} and \
            len(self.states(job)) == SHARDS

    def test_an_array_with_all_that_happens(self):
        for shard, fate in ((2, "wait"), (3, "killed"), (4, "stuck")):
            (self.folder / "fates" / str(shard)).write_text(fate)
        job = self.submit(f"1-{SHARDS}")
        # As on a node that was lost and lives on: the same shard, by a task that nobody knows of.
        twin = subprocess.Popen(["bash", str(SCRIPT), *map(str, self.arguments)], stdout=subprocess.DEVNULL,
                                env={**CLUSTER.environment, "SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_JOB_ID": "999"})
        self.assertEqual(0, twin.wait(60))
        self.wait_for((self.folder / "fates" / "begun-4").exists, 120)
        self.assertEqual(0, CLUSTER.run("scontrol", "requeue", f"{job}_4").returncode)
        self.wait_for(lambda: self.ended(job), 120)
        self.assertEqual({1: "COMPLETED", 2: "COMPLETED", 3: "FAILED", 4: "COMPLETED", 5: "COMPLETED"}, self.states(job), self.logs())
        self.assertIn("try 1: exit code 75", (self.folder / "2.log").read_text(), "the time was over")
        self.assertIn("try 2: exit code 0", (self.folder / "2.log").read_text(), "and it requeued itself")
        again = self.submit("3")  # the office looks at what failed and runs that again
        self.wait_for(lambda: self.states(again).get(3) == "COMPLETED", 120)
        self.check()

    def check(self):
        """Merged it is one import of all: each document has one verdict, and none stands twice."""
        shards = sorted((self.folder / "shards").glob("*/shard.db"))
        self.assertGreaterEqual(len(shards), SHARDS + 3, "each try left what it had read")
        merged, whole = self.folder / "merged.db", self.folder / "whole.db"
        done = subprocess.run([TARANG, "merge", merged, *shards, "--lang", "en"], capture_output=True, text=True, check=True)
        self.assertEqual("", done.stderr)
        subprocess.run([TARANG, "import", "--db", whole, self.inbox], capture_output=True, check=True)
        exports = [json.loads(subprocess.run([TARANG, "export", database], capture_output=True, check=True).stdout)
                   for database in (merged, whole)]
        self.assertEqual(DOCUMENTS, len(exports[0]["documents"]))
        self.assertEqual(*exports)
        with sqlite3.connect(merged) as connection:
            states = connection.execute("SELECT state, count(*) FROM documents GROUP BY state").fetchall()
        connection.close()
        self.assertEqual([("done", DOCUMENTS)], states)
        self.assertEqual(DOCUMENTS, sum(1 for _ in pathlib.Path(f"{merged}.files").iterdir()))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="tarang-slurm-") as FOLDER:
        CLUSTER = cluster_or_reason(pathlib.Path(FOLDER))
        if isinstance(CLUSTER, str):
            print(CLUSTER)
            sys.exit(SKIPPED)
        try:
            good = unittest.main(argv=[sys.argv[0]], exit=False).result.wasSuccessful()
        finally:
            CLUSTER.stop()
    sys.exit(0 if good else 1)
