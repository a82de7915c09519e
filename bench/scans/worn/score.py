"""Compares what an export says with a paper's truth.

A wrong or missing value is flagged where its field, or its record as a whole, awaits a person (a finding of severity warning or error);
`page`: only a finding about its page or document does; silent where nothing sends anybody there.
"""
import collections
import re
import unicodedata
from difflib import SequenceMatcher

DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
UNSEEN = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
LEAST = 0.45  # of two names' letters in common, for records to be one
READ_FROM = {"number": ["number"], "period_start": ["period"], "period_end": ["period"], "budget": ["budget"], "spent": ["spent"],
             "remaining": ["remaining"], "progress": ["progress"]}
STATUS_FROM = ["result", "summary", "progress", "note"]  # the first that the paper has
ROWS_LOST = "words_outside_cells"  # says nothing of the values of rows that were found
STANDS_IN = {"result": ["result", "summary"]}


def plain(text):
    return UNSEEN.sub("", unicodedata.normalize("NFC", (text or "").replace("\u0e4d\u0e32", "\u0e33")))


def grave(finding):
    return finding["severity"] in ("warning", "error")


def text_of(activity, key):
    return (activity["fields"].get(key) or {}).get("text", "")


def pages_of(activity):
    cells = [*activity["fields"].values(), *activity["extra"]]
    return {region["page"] for cell in cells if cell["text"] for region in cell["regions"]}


def likeness(truth, activity):
    """0 to 1, by the names; a name that lost its column counts wherever it stands."""
    wanted, read = plain(truth["name"]), plain(text_of(activity, "activity"))
    matcher = SequenceMatcher(None, wanted, read, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LEAST and matcher.quick_ratio() >= LEAST else 0


def matched(records, activities):
    """The most alike pairs (record, activity) that keep the order: {place of record: place of activity}."""
    alike = [[likeness(record, activity) for activity in activities] for record in records]
    best = [[0.0] * (len(activities) + 1) for _ in range(len(records) + 1)]
    for i in range(len(records) - 1, -1, -1):
        for j in range(len(activities) - 1, -1, -1):
            both = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= LEAST else -1
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    pairs, i, j = {}, 0, 0
    while i < len(records) and j < len(activities):
        if alike[i][j] >= LEAST and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs[i] = j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def typed_of(activity, key):
    """What the export says, in the truth's terms."""
    if key == "number":
        return (activity["number"] or "").translate(DIGITS).rstrip(".") or None
    if key.startswith("period"):
        return (activity["period"] or {}).get(key.split("_")[1])
    if key == "progress":
        return (activity["progress"] or {}).get("percent")
    if key == "status":
        return activity["status"]
    money = activity[key] or {}
    return "none" if money.get("stated") == "none" else money.get("amount")


def fields_of(activity, key):
    """The fields whose flags tell of a typed value."""
    if key != "status":
        return READ_FROM[key]
    return [next((name for name in STATUS_FROM if activity and name in activity["fields"]), "result")]


class Doubts:
    """What a document's findings send a person to."""

    def __init__(self, document):
        findings = [finding for finding in document["findings"] if grave(finding)]
        self.records = {f["activity_id"] for f in findings if f["activity_id"] and not f["field"]}
        loose = [f for f in findings if not f["activity_id"] and f["field"] not in ("title", "agency", "fiscal_year")]
        self.pages = {f["page"] for f in loose if f["code"] != ROWS_LOST}  # None: the whole document
        self.rows_lost = {f["page"] for f in loose if f["code"] == ROWS_LOST}

    def of(self, activity, keys, pages):
        if activity and any((activity["fields"].get(key) or {}).get("needs_review") for key in keys):
            return "flagged"
        if activity and activity["id"] in self.records:
            return "flagged"
        # A column whose header nobody could read keeps its words beside the fields.
        if activity and not any(key in activity["fields"] for key in keys) and any(e["needs_review"] for e in activity["extra"]):
            return "flagged"
        told = self.pages if activity else self.pages | self.rows_lost
        return "page" if None in told or told & pages else "silent"


def pages_near(place, pairs, activities):
    """Pages on which a lost record must stand: those of the next records that were found."""
    before = [pairs[i] for i in pairs if i < place]
    after = [pairs[i] for i in pairs if i > place]
    first = min(pages_of(activities[before[-1]]), default=1) if before else 1
    last = max(pages_of(activities[after[0]]), default=99) if after else 99
    return set(range(first, last + 1))


def compare(truth, document):
    """(counts, wrong typed values and texts as rows (sort, verdict, page, record, key, printed, read))."""
    counts, wrong = collections.Counter(), []
    activities = document["activities"] if document else []
    doubts = Doubts(document) if document else None
    pairs = matched(truth["records"], activities)
    counts["records"], counts["found"], counts["extra"] = len(truth["records"]), len(pairs), len(activities) - len(pairs)

    def judge(sort, right, keys, activity, pages, *told):
        verdict = doubts.of(activity, keys, pages) if doubts else "page"
        counts[sort] += 1
        if right:
            counts[f"{sort} over"] += verdict == "flagged"
        else:
            counts[f"{sort} {verdict}"] += 1
            wrong.append((sort, verdict, min(pages, default=0), *told))

    for place, record in enumerate(truth["records"]):
        activity = activities[pairs[place]] if place in pairs else None
        pages = pages_of(activity) if activity else pages_near(place, pairs, activities)
        for key, printed in record["typed"].items():
            read = typed_of(activity, key) if activity else "(lost)"
            judge("typed", read == printed, fields_of(activity, key), activity, pages, record["number"], key, printed, read)
        for key, printed in record["texts"].items():
            keys = STANDS_IN.get(key, [key])
            read = [text_of(activity, name) for name in keys] if activity else ["(lost)"]
            judge("text", plain(printed) in map(plain, read), keys, activity, pages, record["number"], key, printed, read[0])
    compare_heads(truth, document, pairs, judge)
    return counts, wrong


def compare_heads(truth, document, pairs, judge):
    """Title and agency, and the headings over the records that were found."""
    fields = document["fields"] if document else {}
    for key in ("title", "agency"):
        field = fields.get(key) or {"text": "", "needs_review": False}
        holder = {"id": None, "fields": {key: field}}
        judge("head", plain(truth[key]) in plain(field["text"]), [key], holder, {1}, 0, key, truth[key], field["text"])
    seen = set()
    for place, j in sorted(pairs.items()):
        wanted, activity = truth["records"][place]["strategy"], document["activities"][j]
        if wanted and wanted not in seen:
            seen.add(wanted)
            lines = activity["headings"] or [{"text": "", "needs_review": False}]
            right = any(plain(line["text"]) == plain(wanted) for line in lines)
            holder = {"id": None, "fields": dict(enumerate(lines))}
            judge("head", right, range(len(lines)), holder, pages_of(activity), place + 1, "heading", wanted, lines[0]["text"])
