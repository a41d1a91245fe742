"""Scripts of a review page of any size, with invented documents: invented_dataset.write(folder, documents, records)."""
import json

HOSTILE = '<img src=x onerror="window.hacked=1">"\'</script><script>window.hacked=2</script>\u2028`${window.hacked=3}'
KINDS = [("amount", "CNY", "budget.total"), ("rate", "percent", "rate.execution"), ("headcount", "person", "people.served"),
         ("score", "point", "score.self"), ("count", "次", "training.sessions")]
PIECE = 20  # documents in one script


def table(columns, rows):
    cells = {name: "\n".join(str(row.get(name, "")) for row in rows) for name in columns}
    return {"rows": len(rows), "columns": cells}


def put(folder, name, value):
    (folder / f"{name}.js").write_text(f"ziping.put({json.dumps(name)},{json.dumps(value)});\n", encoding="utf-8")


def record(document, number, hostile):
    kind, unit, concept = KINDS[number % len(KINDS)]
    raw = f"{number * 37 % 9973}.{number % 10}万元" if kind == "amount" else f"{number % 100}{'%' if kind == 'rate' else '个'}"
    text = HOSTILE if hostile else f"项目{number % 50}的资金安排"
    return {"doc": document, "report": 1, "page": 1 + number % 3, "line": number, "kind": kind, "raw": raw,
            "value": str(number * 37 % 9973 * 10000 + number), "unit": unit, "comparator": "eq", "role": ("target", "actual")[number % 2],
            "year": 2020 + number % 4, "concept": concept, "subject": text, "sentence": f"{text}为{raw}，已完成。",
            "confidence": "0.45" if number % 40 == 7 else "0.95", "start": number * 10, "end": number * 10 + 5,
            "box": f"{60 + number % 5 * 90} {60 + number // 5 % 40 * 18} {120 + number % 5 * 90} {72 + number // 5 % 40 * 18}",
            "doubts": "c" if number % 40 == 7 else ""}


def finding(document, number):
    severity = ("disagree", "agree", "rounding", "agree")[number % 4]
    return {"doc": document, "report": 1, "finding": number + 1, "rule": f"rate.of_{number % 6}@1", "severity": severity,
            "stated": "93.45", "computed": "92.91", "message": f"93.45% is stated, 929.1 of 1000 is 92.91% ({number})",
            "records": "10-15 20-25 30-35", "page": 2}


RECORD = list(record(0, 0, False))
INDEX = ["doc", "doubts", "report", "page", "kind", "raw", "value", "unit", "role", "year", "concept", "subject", "confidence", "start", "end"]
FINDING = list(finding(0, 0))
DOCUMENT = ["document", "sha256", "bytes", "media_type", "pages", "text_source", "status", "error_code", "error", "reports", "records", "same_as",
            "pictures", "doubtful", "agree", "rounding", "disagree", "notices", "picture_problem"]
REPORT = ["doc", "report", "page", "title", "fiscal_year", "organisation", "project", "report_date", "self_score", "self_grade", "budget_total",
          "spend_total", "execution_rate", "region", "document_kind"]


def write(review, documents, records, findings=8, pictures=False):
    data = review / "data"
    data.mkdir(parents=True, exist_ok=True)
    each = records // documents
    names = [f"年报/{i // 50}/单位{i:04d}.pdf" for i in range(documents)]
    names[0] = f"{HOSTILE}.pdf".replace("/", "-").replace("\u2028", "")
    infos, reports, index, all_records, all_findings = [], [], [], [], []
    for i, name in enumerate(names):
        rows = [record(i, number, i == 0) for number in range(each)]
        found = [finding(i, number) for number in range(findings)]
        all_records.append(rows)
        all_findings.append(found)
        index += rows
        infos.append({"document": name, "sha256": f"{i:064x}", "media_type": "application/pdf", "pages": 3, "status": "failed" if i % 97 == 5 else "ok",
                      "reports": 1, "records": len(rows), "pictures": f"{i:016x}", "doubtful": sum(row["doubts"] != "" for row in rows),
                      "picture_problem": "" if pictures else "absent",
                      **{severity: sum(f["severity"] == severity for f in found) for severity in ("agree", "rounding", "disagree")}, "notices": 0})
        reports.append({"doc": i, "report": 1, "page": 1, "title": HOSTILE.replace("\u2028", "") if i == 0 else f"第{i}号项目支出绩效自评报告",
                        "fiscal_year": 2020 + i % 4, "organisation": f"某市第{i % 30}局", "self_score": 80 + i * 7 % 21,
                        "execution_rate": f"{85 + i * 13 % 150 / 10:.1f}", "region": "某市"})
    chunks = list(range(0, documents, PIECE))
    for k, first in enumerate(chunks):
        docs = range(first, min(first + PIECE, documents))
        put(data, f"records-{k}", table(RECORD, [row for i in docs for row in all_records[i]]))
        put(data, f"findings-{k}", table(FINDING, [row for i in docs for row in all_findings[i]]))
        put(data, f"notices-{k}", table(["doc", "page", "code", "message"], []))
        sizes = [{"doc": i, "page": page, "width": 595.28, "height": 841.89} for i in docs for page in (1, 2, 3)] if pictures else []
        put(data, f"pictures-{k}", table(["doc", "page", "width", "height"], sizes))
    pieces = [index[at:at + 50000] for at in range(0, len(index), 50000)]
    for k, piece in enumerate(pieces):
        put(data, f"index-{k}", table(INDEX, piece))
    put(data, "verdicts", table(["sha256", "table", "key", "verdict", "corrected", "note", "judged_at"], []))
    put(data, "dataset", "0" * 64)
    labels = {"reports": {name: [name.replace("_", " "), name] for name in REPORT}}
    put(data, "summary", {"name": "invented", "program": "0", "patterns": "0" * 64, "dataset": "0" * 64, "pictures": True, "indices": len(pieces),
                          "chunks": chunks, "labels": labels, "documents": table(DOCUMENT, infos), "reports": table(REPORT, reports)})
