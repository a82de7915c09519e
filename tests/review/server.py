"""A review server on a database of its own, and requests to it: plain, so that they can be wrong."""
import http.client
import json
import pathlib
import re
import signal
import subprocess
import urllib.parse


class Server:
    def __init__(self, tarang, db, reviewer="สมศรี", environment=None, options=()):
        self.process = subprocess.Popen([tarang, "review", str(db), "--reviewer", reviewer, "--lang", "en", *map(str, options)],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment or {})
        self.said = []  # lines before the one with the address
        while "Open this address" not in (line := self.process.stdout.readline()):
            assert line, self.process.communicate()[1]
            self.said.append(line.rstrip("\n"))
        self.address = re.search(r"http\S+", line)[0]
        parts = urllib.parse.urlsplit(self.address)
        self.token = urllib.parse.parse_qs(parts.query)["token"][0]
        self.port = parts.port or int(options[list(options).index("--port") + 1])  # behind a proxy, whose address has none
        self.origin = f"http://127.0.0.1:{self.port}"

    def request(self, method, path, body=None, headers=None):
        """Status, headers and bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        chunked = "Transfer-Encoding" in (headers or {})
        connection.request(method, path, body=body, headers=headers or {}, encode_chunked=chunked)
        answer = connection.getresponse()
        result = answer.status, answer.headers, answer.read()
        connection.close()
        return result

    def enter(self, token=None):
        """A new session, as a browser would begin it."""
        status, headers, _ = self.request("GET", "/?token=" + (token or self.token))
        assert status == 200, status
        return Session(self, headers["Set-Cookie"].split(";")[0])

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors


class Session:
    def __init__(self, server, cookie):
        self.server, self.cookie = server, cookie

    def get(self, path, **parameters):
        query = "?" + urllib.parse.urlencode(parameters) if parameters else ""
        status, headers, body = self.server.request("GET", path + query, headers={"Cookie": self.cookie})
        is_json = headers["Content-Type"].startswith("application/json")
        return status, json.loads(body) if is_json else body

    def post(self, path, **members):
        headers = {"Cookie": self.cookie, "Content-Type": "application/json", "Origin": self.server.origin}
        status, _, body = self.server.request("POST", path, json.dumps({"lang": "en", **members}).encode(), headers)
        return status, json.loads(body)
