"""How a program's output is compared with what is expected of it."""
import difflib
import re
import unicodedata

FIELDS = ("number", "activity", "objective", "target", "period", "steps", "budget", "spent", "result", "summary", "problems",
          "responsible", "indicator", "expected", "place", "fund_source", "evidence", "note", "committed", "remaining", "progress")
# White space and what cannot be seen: where lines break is the paper's business.
UNSEEN = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
TO_EUROPEAN = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def plain(text):
    return UNSEEN.sub("", unicodedata.normalize("NFC", text or ""))


def targets(parts):
    return parts and {kind: text and plain(text) for kind, text in parts.items()}


def differences(expected, actual, place="$"):
    """Every place where two JSON values differ, with both sides."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in sorted(expected.keys() | actual.keys()):
            if key not in actual:
                yield f"{place}.{key} is missing"
            elif key not in expected:
                yield f"{place}.{key} is not expected"
            else:
                yield from differences(expected[key], actual[key], f"{place}.{key}")
    elif isinstance(expected, list) and isinstance(actual, list):
        if len(expected) != len(actual):
            yield f"{place} has {len(actual)} elements, expected {len(expected)}"
        for index, (left, right) in enumerate(zip(expected, actual)):
            yield from differences(left, right, f"{place}[{index}]")
    elif expected != actual or type(expected) is not type(actual):
        yield f"{place}: expected {expected!r}, got {actual!r}"


# What is read from pixels differs a little between processors; so alike are texts that say the same.
ALIKE = 0.9


def from_pixels(document):
    return any(page["source"] == "ocr" for page in document["pages"])


def near(expected, actual):
    """The actual value with texts that are nearly the expected ones taken for them, and without flags."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return {key: expected.get(key) if key == "flags" else near(expected.get(key), value) for key, value in actual.items()}
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        return [near(left, right) for left, right in zip(expected, actual)]
    if isinstance(expected, str) and isinstance(actual, str):
        alike = difflib.SequenceMatcher(None, expected, actual, autojunk=False).ratio()
        return expected if alike >= ALIKE else actual
    return actual


def placed(activity):
    """The pages of an activity and its joins, where a truth states them."""
    if "pages" not in activity:
        return {}
    return {"pages": activity["pages"], "joins": [activity["pages"][i:i + 2] for i in range(len(activity["pages"]) - 1)]}


def stated(truth):
    """What the truth says of a report, in the shape that `told` gives to an export."""
    activities = []
    for group in truth["groups"]:
        for activity in group["activities"]:
            typed = activity["typed"]
            activities.append({
                "number": str(activity["number"]),
                "strategy": plain(group["strategy"]),
                "project": plain(group["project"]),
                "headings": [plain(group[key]) for key in truth.get("headings", ("plan", "strategy", "project"))],
                "fields": {key: plain(str(activity[key])) for key in truth["columns"]},
                "period": [typed["start"], typed["end"], typed["quarters"]],
                "amount": typed["amount"],
                "status": typed["status"],
                "steps": typed["steps"],
                "targets": targets(activity["targets"]),
                "flags": activity["flags"],
            } | placed(activity))
    return {
        "title": plain(truth["title"]),
        "agency": plain(truth["agency"]),
        "fiscal_year": truth["fiscal_year"],
        "activities": activities,
        "totals": [[plain(text) for text in group["total"]] for group in truth["groups"] if "total" in group],
    }


def told_activity(activity, joins):
    fields, period, budget = activity["fields"], activity["period"] or {}, activity["budget"] or {}
    texts = {key: plain(field["text"]) for key, field in fields.items()}
    texts["number"] = texts["number"].translate(TO_EUROPEAN)
    return {
        "number": activity["number"],
        "strategy": plain(activity["strategy"]),
        "project": plain(activity["project"]),
        "headings": [plain(heading["text"]) for heading in activity["headings"]],
        "fields": texts,
        "period": [period.get("start"), period.get("end"), period.get("quarters")],
        "amount": budget.get("amount"),
        "status": activity["status"],
        "steps": len(activity["steps"]),
        "targets": targets(activity["targets"]),
        "pages": sorted({region["page"] for field in fields.values() for region in field["regions"]}),
        "joins": [join["pages"] for join in joins if join["activity_id"] == activity["id"]],
        "flags": [key for key in FIELDS if key in fields and fields[key]["needs_review"]],
    }


def told(document, truth=None):
    """What an exported document says, reduced to what a truth states."""
    unplaced = truth and not any("pages" in activity for activity in truth["activities"])
    totals = [row["cells"] for row in document["rows"] if row["kind"] == "total"]
    return {
        "title": plain(document["title"]),
        "agency": plain(document["agency"]),
        "fiscal_year": document["fiscal_year"],
        "activities": [{key: value for key, value in told_activity(activity, document["joins"]).items()
                        if not unplaced or key not in ("pages", "joins")} for activity in document["activities"]],
        "totals": [[plain(cell["text"]) for cell in cells if plain(cell["text"])] for cells in totals],
    }
