"use strict";
// The first page: counts, and charts that lead into the lists.
(function () {
  const {h, t} = ziping;
  function card(label, count, href, note, tone) {
    return h(href ? "a" : "div", {class: "card " + (tone || ""), href}, h("span", {class: "card-count"}, ziping.number(count)),
      h("span", {class: "card-label"}, label), note ? h("span", {class: "faint"}, note) : null);
  }

  const total = (table, column) => table.column(column).reduce((sum, cell) => sum + Number(cell), 0);

  function cards() {
    const {documents, reports} = ziping.set;
    const states = documents.column("status"), failed = states.filter(state => state !== "ok").length;
    return h("div", {class: "cards"},
      card(t("documents"), documents.rows, "#view=documents", failed ? `${failed} ${t("unread")}` : null),
      card(t("reports"), reports.rows, "#view=documents"),
      card(t("records"), total(documents, "records"), "#view=records"),
      card(t("doubtfulRecords"), total(documents, "doubtful"), "#view=records&doubts=any", null, "warn"),
      card(`${t("findings")} · ${t("disagree")}`, total(documents, "disagree"), "#view=findings&severity=disagree",
        `${ziping.number(total(documents, "rounding"))} ${t("rounding")}, ${ziping.number(total(documents, "agree"))} ${t("agree")}`, "bad"));
  }

  const stated = column => Array.from(ziping.set.reports.numbers(column)).filter(value => !Number.isNaN(value));

  function kinds(records) {
    const counts = new Map();
    for (const kind of records.column("kind")) counts.set(kind, (counts.get(kind) || 0) + 1);
    const rows = Array.from(counts).sort((a, b) => b[1] - a[1]).map(([kind, count]) => ({name: ziping.kindWord(kind), href: "#view=records&kind=" + encodeURIComponent(kind),
      parts: [{count, color: "k-" + kind, name: ziping.kindWord(kind)}]}));
    return ziping.bars(t("chartKinds"), rows, [t("kind"), t("count")]);
  }

  function rules(findings) {
    const rules = findings.column("rule"), severities = findings.column("severity"), counts = new Map();
    rules.forEach((rule, i) => {
      if (!counts.has(rule)) counts.set(rule, {disagree: 0, rounding: 0, agree: 0});
      ++counts.get(rule)[severities[i]];
    });
    const sorted = Array.from(counts).sort((a, b) => b[1].disagree - a[1].disagree || b[1].rounding - a[1].rounding || b[1].agree - a[1].agree);
    const rows = sorted.map(([rule, of]) => ({name: ziping.ruleWord(rule), title: rule, inTable: of.disagree + of.rounding === 0, href: "#view=findings&severity=&rule=" + encodeURIComponent(rule),
      parts: ["disagree", "rounding"].map(severity => ({count: of[severity], color: "s-" + severity, name: t(severity)})),
      shown: t("shown", ziping.number(of.disagree), ziping.number(of.disagree + of.rounding + of.agree)),
      cells: [of.disagree, of.rounding, of.agree].map(ziping.number)}));
    const chart = ziping.bars(t("chartRules"), rows, [t("rule"), t("disagree"), t("rounding"), t("agree")], t("rulesNote"));
    chart.classList.add("wide");
    return chart;
  }

  function coverage() {
    const {reports, summary} = ziping.set, labels = summary.labels.reports;
    const fields = ["fiscal_year", "organisation", "project", "region", "report_date", "budget_total", "spend_total", "execution_rate", "self_score", "self_grade"];
    const rows = fields.filter(field => labels[field]).map(field => {
      const count = reports.column(field).filter(cell => cell !== "").length, share = Math.round(100 * count / Math.max(1, reports.rows));
      const [en, zh] = labels[field];
      return {name: ziping.language === "zh" ? zh : field.replace(/_/g, " "), title: ziping.language === "zh" ? zh : en, most: reports.rows, shown: share + "%",
        cells: [`${ziping.number(count)} (${share}%)`], parts: [{count, color: "plain-bar", name: t("reports")}]};
    });
    return ziping.bars(t("chartCoverage"), reports.rows ? rows : [], ["", t("reports")], `${ziping.number(reports.rows)} ${t("reportsUnit")}`);
  }

  ziping.overview = function (main) {
    const {summary} = ziping.set;
    const late = [1, 2].map(() => h("figure", {class: "chart"}, h("p", {class: "faint"}, t("loading"))));
    ziping.empty(main, h("h1", {}, summary.name), cards(),
      h("div", {class: "charts"},
        ziping.histogram(t("chartRates"), stated("execution_rate"), {low: 50, high: 105, step: 5, unit: "%", color: "k-rate"}),
        ziping.histogram(t("chartScores"), stated("self_score"), {low: 60, high: 102, step: 2, unit: "", color: "k-score"}),
        late, coverage()),
      h("p", {class: "faint"}, t("made", summary.program, summary.patterns.slice(0, 12), summary.dataset.slice(0, 12))));
    ziping.set.records().then(records => late[0].replaceWith(kinds(records))).catch(ziping.fail);
    ziping.set.findings().then(findings => late[1].replaceWith(rules(findings))).catch(ziping.fail);
  };
})();
