"use strict";
// All that is known of a record or a finding, and what the reviewer says of it.
(function () {
  const {h, t} = ziping;

  const fact = (label, ...value) => value.flat().some(part => part !== "" && part !== false && part !== null && part !== undefined) ?
    [h("dt", {}, label), h("dd", {}, value)] : null;

  /// Buttons and fields for a verdict. `about`: sha256, table, key, document, page, raw, value.
  ziping.verdictForm = function (about) {
    const now = () => ziping.verdicts.get(about.sha256, about.table, about.key);
    const current = now() || {verdict: "", corrected: "", note: ""};
    const corrected = h("input", {type: "text", id: "corrected", value: current.corrected, autocomplete: "off", spellcheck: "false", title: t("verdictHint")});
    const note = h("input", {type: "text", id: "note", value: current.note, autocomplete: "off"});
    const said = h("p", {class: "faint", role: "status"});
    const buttons = {};

    function keep(verdict) {
      ziping.verdicts.set(about.sha256, about.table, about.key, {verdict, corrected: verdict === "wrong" ? corrected.value.trim() : "",
        note: verdict === "withdrawn" ? "" : note.value.trim(), document: about.document, page: about.page, raw: about.raw, value: about.value});
      said.textContent = ziping.verdicts.isStored() ? t("verdictSaved") : t("noStorage");
      show();
    }
    function show() {
      const verdict = (now() || {}).verdict || "";
      for (const [name, button] of Object.entries(buttons)) button.setAttribute("aria-pressed", String(name === verdict));
      undo.disabled = !verdict;
      if (verdict === "right") corrected.value = "";
    }
    const button = name => buttons[name] = h("button", {type: "button", id: "say-" + name, class: "say v-" + name, onclick: () => keep(name)},
      (name === "right" ? "✓ " : "✗ ") + t(about.table === "findings" ? name + "Finding" : name));
    const undo = h("button", {type: "button", id: "say-undo", class: "plain", onclick: () => {
      corrected.value = note.value = "";
      keep("withdrawn");
    }}, t("undo"));
    corrected.addEventListener("change", () => { if (corrected.value.trim()) keep("wrong"); else if (now()) keep(now().verdict); });
    note.addEventListener("change", () => keep((now() || {}).verdict || (corrected.value.trim() ? "wrong" : "right")));
    const form = h("form", {class: "verdict-form", onsubmit: event => event.preventDefault(), "aria-label": t("verdict")},
      h("div", {class: "say-row"}, button("right"), button("wrong"), undo),
      about.table === "records" ? h("label", {class: "field"}, h("span", {}, t("corrected")), corrected) : null,
      h("label", {class: "field wide"}, h("span", {}, t("note")), note), said);
    show();
    return form;
  };

  ziping.recordDetails = function (content, record, openFinding) {
    const {info} = content, word = value => value ? t(value) : "";
    const amount = record.unit === "CNY" ? ziping.inWan(record.value) : "";
    const comparator = record.comparator && record.comparator !== "eq" && record.comparator !== "range" ? t(record.comparator) + " " : "";
    const used = content.findings.filter(finding => finding.keys.includes(record.key));
    const about = {sha256: info.sha256, table: "records", key: record.key, document: info.document, page: record.page, raw: record.raw, value: record.value};
    return h("article", {class: "details"},
      h("div", {class: "details-head"}, h("span", {class: "kind k-" + record.kind}, ziping.kindWord(record.kind)),
        h("strong", {class: "big"}, comparator + ziping.quantity(record.value, record.unit)), amount ? h("span", {class: "faint"}, "= " + amount) : null,
        record.doubts ? h("span", {class: "why"}, t("why"), ": ", Array.from(record.doubts, doubt => t(doubt)).join(", ")) : null),
      ziping.verdictForm(about),
      h("p", {class: "quote"}, ziping.marked(record)),
      h("dl", {}, fact(t("raw"), record.raw),
        fact(t("concept"), ziping.conceptWord(record.concept), h("code", {}, record.concept)), fact(t("detail"), record.detail && record.detail !== record.concept && h("code", {}, record.detail)),
        fact(t("subject"), record.subject), fact(t("role"), word(record.role)), fact(t("year"), record.year), fact(t("change"), word(record.change)),
        fact(t("per"), record.per), fact(t("section"), record.section), fact(t("confidence"), record.confidence),
        fact(t("repair"), record.repair), fact(t("pattern"), record.pattern && h("code", {}, record.pattern))),
      used.length ? h("div", {class: "used"}, h("h3", {}, t("inFindings")), used.map(finding => h("button", {type: "button", class: "finding-link",
        onclick: () => openFinding(finding)}, ziping.severityBadge(finding.severity), " ", finding.message || ziping.ruleWord(finding.rule)))) : null);
  };

  /// Difference of two exact decimals; empty where one is none.
  function difference(a, b) {
    const parts = [a, b].map(text => /^(-?)(\d+)(?:\.(\d+))?$/.exec(text));
    if (!parts[0] || !parts[1]) return "";
    const places = Math.max(...parts.map(part => (part[3] || "").length));
    const [x, y] = parts.map(part => BigInt(part[1] + part[2] + (part[3] || "").padEnd(places, "0")));
    const size = x > y ? x - y : y - x, digits = size.toString().padStart(places + 1, "0");
    const text = places ? digits.slice(0, -places) + "." + digits.slice(-places) : digits;
    return (x < y ? "-" : "") + text;
  }

  /// A finding with the figures that it compares; `openRecord(key)` shows one of them.
  ziping.findingDetails = function (content, finding, current, openFinding, openRecord) {
    const first = content.records[content.byKey.get(finding.keys[0])], unit = first ? first.unit : "";
    const inUnit = value => ziping.findingValue(finding.rule, value, unit);
    const {info} = content, gap = difference(finding.stated, finding.computed);
    const about = {sha256: info.sha256, table: "findings", key: finding.key, document: info.document, page: finding.page, raw: finding.stated, value: finding.computed};
    const figures = finding.keys.map((key, i) => {
      const record = content.records[content.byKey.get(key)];
      return h("li", {}, h("button", {type: "button", class: "figure-link " + (i === 0 ? "stated" : "used"), onclick: () => openRecord(key)},
        h("span", {class: "kind k-" + record.kind}, record.raw), " ", record.subject || ziping.conceptWord(record.concept),
        record.page && h("span", {class: "faint"}, " ", t("onPage", record.page))));
    });
    return h("article", {class: "finding" + (current ? " current" : ""), "data-finding": finding.finding},
      h("button", {type: "button", class: "finding-head", "aria-expanded": String(current), onclick: () => openFinding(current ? null : finding)},
        ziping.severityBadge(finding.severity), h("span", {class: "finding-text"}, h("span", {class: "finding-rule"}, ziping.ruleWord(finding.rule)), finding.message)),
      current ? h("div", {class: "finding-body"},
        h("dl", {class: "compare"}, fact(t("stated"), inUnit(finding.stated)), fact(t("computed"), inUnit(finding.computed)),
          gap && fact(t("difference"), inUnit(gap)), fact(t("rule"), h("code", {}, finding.rule))),
        figures.length ? [h("h3", {}, t("rests")), h("ol", {class: "figures"}, figures)] : null, ziping.verdictForm(about)) : null);
  };
})();
