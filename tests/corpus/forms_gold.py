"""Lints the gold of forms (report.forms.json): its texts stand in the source, its words are of the allowed sets, its arithmetic
holds except for the contradictions it lists."""
import html
import json
import re
from decimal import Decimal

REPORT = ("report title variant fiscal_year project department organisation contact fund_unit funds goal_target goal_actual indicators "
          "total_weight total_score grade contradictions").split()
FUND = "label source part_of initial adjusted executed weight rate score".split()
INDICATOR = ("level1 level2 level3 target target_comparator target_value target_unit actual actual_comparator actual_value actual_unit "
             "weight score reason page").split()
MORE = {"page", "central_department", "management", "tasks", "narrative_title", "target_date", "actual_date"}  # where there is one
VARIANTS = "V1 V2 V3 V4 V5 V6 V7 V8 V9 V10 F2 F3b F4 template model_text".split()
SOURCES = "total fiscal carried_in central province city county local other own special_account basic project".split()
COMPARATORS = ("ge", "gt", "le", "lt", "eq")
AMOUNTS = ("initial", "adjusted", "executed")
NUMBERS = (*AMOUNTS, "weight", "rate", "score", "target_value", "actual_value", "total_weight", "total_score")
PLAIN = re.compile(r"-?(0|[1-9]\d*)(\.\d*[1-9])?$")
PIECES = re.compile(r"[≥≤≧≦＝═＞＜]|[\d.,]+|[^≥≤≧≦＝═＞＜\d.,]+")
GRADES = (("优", 90), ("良", 80), ("中", 60), ("差", 0))


def source_text(path):
    return re.sub(r"\s", "", html.unescape(re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8"))))


def decimal(value):
    return None if value is None else Decimal(value)


def near(stated, computed):
    """Equal within half a unit of the last stated decimal, and what is cut off a printed zero."""
    return abs(stated - computed) <= max(Decimal(1).scaleb(stated.as_tuple().exponent) / 2, Decimal("0.05"))


def row_faults(row, columns, text, place):
    if missing := [name for name in columns if name not in row] + [name for name in row if name not in (*columns, *MORE)]:
        yield f"{place}missing or unknown: {missing}"
        return
    for name in NUMBERS:
        if row.get(name) is not None and not PLAIN.match(row[name]):
            yield f"{place}{name} is {row[name]!r}"
    for name in ("title", "label", "level1", "level2", "level3", "reason", "project", "department", "organisation", "goal_target", "goal_actual",
                 "narrative_title"):
        if row.get(name) and row[name] not in text:
            yield f"{place}{name} {row[name]!r} is not in the source"
    for name in ("target", "actual", "contact"):
        if any(piece not in text for piece in PIECES.findall(row.get(name) or "")):
            yield f"{place}{name} {row[name]!r} is not in the source"


def indicator_faults(row, place):
    for side in ("target", "actual"):
        if (row[side + "_value"] is None) != (row[side + "_comparator"] is None):
            yield f"{place}{side}_value and {side}_comparator disagree"
        if row[side + "_comparator"] not in (None, *COMPARATORS):
            yield f"{place}{side}_comparator is {row[side + '_comparator']!r}"


def met(row):
    """Whether the actual value meets the target; none where that cannot be said."""
    target, actual = decimal(row["target_value"]), decimal(row["actual_value"])
    if target is None or actual is None or row["target_unit"] != row["actual_unit"]:
        return None
    return {"gt": actual > target, "le": actual <= target, "lt": actual < target}.get(row["target_comparator"], actual >= target)


def score_by_value(row):
    target, actual = decimal(row["target_value"]), decimal(row["actual_value"])
    share = target / actual if row["target_comparator"] in ("le", "lt") else actual / target
    return decimal(row["weight"]) * min(1, share)


def fund_contradictions(funds):
    for i, row in enumerate(funds):
        rate, budget = decimal(row["rate"]), decimal(row["adjusted"] or row["initial"])
        if rate is not None and row["executed"] is not None:
            computed = decimal(row["executed"]) / budget * 100 if budget else Decimal(0)
            if not near(rate, computed):
                yield "rate_mismatch", f"funds[{i}].rate", row["rate"], computed
        if row["score"] and row["weight"] and rate is not None:
            computed = decimal(row["weight"]) * min(1, rate / 100)
            if not near(decimal(row["score"]), computed):
                yield "score of the budget", f"funds[{i}].score", row["score"], computed
        parts = [part for part in funds if part["part_of"] == i]
        for name in AMOUNTS:
            total = sum(decimal(part[name] or "0") for part in parts)
            if parts and row[name] is not None and decimal(row[name]) != total:
                yield "sum_mismatch", f"funds[{i}].{name}", row[name], total


def contradictions(form):
    """(rule, where, stated, computed) of every identity that the form's values break."""
    funds, indicators = form["funds"], form["indicators"]
    yield from fund_contradictions(funds)
    for i, row in enumerate(indicators):
        if row["score"] is None or row["weight"] is None or met(row) is not False:
            continue
        if row["score"] == row["weight"]:
            yield "missed_target_full_score", f"indicators[{i}].score", row["score"], score_by_value(row)
        elif not near(decimal(row["score"]), score_by_value(row)):
            yield "score of the indicator", f"indicators[{i}].score", row["score"], score_by_value(row)
    counted = [*funds[:1], *indicators]
    for name, rule in (("weight", "weights_not_100"), ("score", "total_score_mismatch")):
        total = decimal(form["total_" + name])
        computed = sum(decimal(row[name] or "0") for row in counted)
        if total is not None and total != computed:
            yield rule, f"total_{name}", form["total_" + name], computed
    if form["grade"]:
        computed = next(grade for grade, least in GRADES if decimal(form["total_score"]) >= least)
        if form["grade"] != computed:
            yield "grade_mismatch", "grade", form["grade"], computed


def agrees(listed, computed):
    return near(Decimal(listed), computed) if isinstance(computed, Decimal) else listed == computed


def list_faults(found, listed, place):
    """What is found and not listed as planted, or the other way round, or with other values."""
    planted = {(one["rule"], one["where"]): one for one in listed}
    for rule, where, stated, computed in found:
        one = planted.pop((rule, where), None)
        if not one or one["stated"] != stated or not agrees(one["computed"], computed):
            yield f"{place}{rule} at {where}: stated {stated}, computed {computed}, listed {one}"
    for rule, where in planted:
        yield f"{place}{rule} at {where} is listed, but holds"


def form_faults(form, text, place):
    yield from row_faults(form, REPORT, text, place)
    if form["variant"] not in VARIANTS or form["fund_unit"] not in ("元", "万元"):
        yield f"{place}variant or fund_unit"
    for i, row in enumerate(form["funds"]):
        yield from row_faults(row, FUND, text, f"{place}funds[{i}]: ")
        if row["source"] not in SOURCES:
            yield f"{place}funds[{i}]: source is {row['source']!r}"
    at = 0
    for i, row in enumerate(form["indicators"]):
        yield from row_faults(row, INDICATOR, text, f"{place}indicators[{i}]: ")
        yield from indicator_faults(row, f"{place}indicators[{i}]: ")
        at = text.find(row["level3"], at) + 1
        if not at:
            yield f"{place}indicators[{i}]: {row['level3']!r} is not after the row before"
            break
    yield from list_faults(list(contradictions(form)), form["contradictions"], place)


def faults(path):
    """Everything wrong with one report.forms.json."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    folder, text = path.parent, source_text(path.parent / "source.html")
    if not (folder.parent / gold["document"]).exists():
        yield f"{path}: no document {gold['document']}"
    for number, form in enumerate(gold["reports"], 1):
        if form.get("report") != number:
            yield f"{path}: report {number} is numbered {form.get('report')}"
        yield from form_faults(form, text, f"{path}: report {number}: ")
