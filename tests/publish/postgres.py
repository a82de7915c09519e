"""A PostgreSQL server of our own for tests: on 127.0.0.1 alone, in a folder that goes with it.

PostgreSQL refuses to run as root; then it runs as the user `postgres` that Debian's package makes.
"""
import json
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).parents[1] / "support"))
from ports import free_ports

PASSWORD = "ลับ'มาก: 1"


class NotInstalled(Exception):
    pass


def programs():
    """The folder of initdb and pg_ctl, of the newest version."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found or not shutil.which("psql"):
        raise NotInstalled("PostgreSQL is not installed (Debian package postgresql)")
    return found[-1].parent


class Server:
    """`fsync=False` for tests: nothing here outlives the machine."""

    def __init__(self, fsync=False):
        self.programs, (self.port,) = programs(), free_ports(1)
        self.temporary = tempfile.TemporaryDirectory(prefix="pg")
        self.folder = pathlib.Path(self.temporary.name)
        self.user = None
        if os.getuid() == 0:
            try:
                owner = pwd.getpwnam("postgres")
            except KeyError:
                raise NotInstalled("PostgreSQL does not run as root, and there is no user postgres") from None
            self.user = owner.pw_uid, owner.pw_gid
            os.chown(self.folder, *self.user)
        (self.folder / "password").write_text(PASSWORD + "\n", encoding="utf-8")
        if self.user:
            os.chown(self.folder / "password", *self.user)
        self._run("initdb", "-D", self.folder / "data", "-U", "admin", "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256",
                  "--pwfile", self.folder / "password", "--no-sync")
        with open(self.folder / "data" / "postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(f"listen_addresses = '127.0.0.1'\nport = {self.port}\nunix_socket_directories = '{self.folder}'\n"
                           f"fsync = {'on' if fsync else 'off'}\nmax_connections = 20\n")
        self.pass_file = self.folder / "pgpass"
        self.pass_file.write_text("127.0.0.1:*:*:*:" + PASSWORD.replace("\\", "\\\\").replace(":", "\\:") + "\n", encoding="utf-8")
        self.pass_file.chmod(0o600)
        self.environment = {"PGPASSFILE": str(self.pass_file)}
        self.start()

    def _run(self, program, *arguments):
        as_user = {"user": self.user[0], "group": self.user[1], "extra_groups": []} if self.user else {}
        subprocess.run([self.programs / program, *map(str, arguments)], check=True, cwd=self.folder, stdout=subprocess.DEVNULL,
                       stdin=subprocess.DEVNULL, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}, **as_user)

    def start(self):
        self._run("pg_ctl", "-D", self.folder / "data", "-l", self.folder / "server.log", "-w", "start")

    def stop(self, how="fast"):
        self._run("pg_ctl", "-D", self.folder / "data", "-m", how, "-w", "stop")

    def close(self):
        self.stop("immediate")
        self.temporary.cleanup()

    def address(self, database, user="admin"):
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def session(self, database):
        """psql with an open input, which holds its locks until that is closed."""
        return subprocess.Popen(["psql", "-X", "-q", "-d", self.address(database)], stdin=subprocess.PIPE, text=True,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **self.environment})

    def sql(self, database, command, user="admin"):
        """What psql prints, one row a line."""
        done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.address(database, user), "-f", "-"],
                              input=command, capture_output=True, text=True, env={**os.environ, **self.environment})
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def rows(self, database, query, user="admin"):
        """The query's rows as dictionaries, with the types of JSON."""
        text = self.sql(database, f"SELECT coalesce(json_agg(row_to_json(q)), '[]') FROM ({query}) q", user)
        return json.loads(text)
