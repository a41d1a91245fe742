"use strict";
// The lists of documents, records and findings, each with its filters. What is chosen stands in the address.
(function () {
  const {h, t} = ziping;

  const shortName = path => path.split("/").slice(-2).join("/");

  /// A bar of filters above a grid. `filters(state, change)` gives the controls, `rows(state)` what fits.
  function list(main, title, state, {filters, rows, total, grid, none}) {
    const count = h("span", {class: "count", "aria-live": "polite"});
    const message = h("p", {class: "empty", hidden: true}, none || t("nothing"));
    const apply = () => {
      const found = rows(state);
      grid.setRows(found);
      count.textContent = t("shown", ziping.number(found.length), ziping.number(total));
      message.hidden = found.length > 0;
      grid.element.hidden = found.length === 0;
      ziping.keepState(state);
    };
    const soon = ziping.later(apply, 120);
    const change = (name, value) => {
      state[name] = value;
      grid.element.scrollTop = 0;
      if (name === "q") soon(); else apply();
    };
    const clear = h("button", {type: "button", class: "plain", onclick: () => { location.hash = "view=" + state.view; }}, t("clear"));
    ziping.empty(main, h("h1", {class: "unseen"}, title), h("form", {class: "filters", role: "search", onsubmit: event => event.preventDefault()},
      filters(change), clear, count), message, grid.element);
    main.classList.add("full");
    apply();
  }

  function searchField(state, hint, change) {
    return h("label", {class: "field wide"}, h("span", {}, t("search")), h("input", {type: "search", id: "search", value: state.q || "",
      placeholder: t(hint), autocomplete: "off", spellcheck: "false", oninput: event => change("q", event.target.value)}));
  }

  /// Values of a column that are there, as options, most frequent first.
  function values(column, word) {
    const counts = new Map();
    for (const cell of column) if (cell !== "") counts.set(cell, (counts.get(cell) || 0) + 1);
    return Array.from(counts).sort((a, b) => b[1] - a[1]).slice(0, 200).map(([cell, count]) => [cell, `${word ? word(cell) : cell} (${ziping.number(count)})`]);
  }
  const optional = options => [["", t("all")], ...options];

  const badge = (name, text) => h("span", {class: "badge b-" + name}, text);
  const doubtBadges = doubts => Array.from(doubts, doubt => h("span", {class: "doubt", title: t(doubt), "aria-label": t(doubt)}, {c: "?", r: "✎", f: "≠"}[doubt] || doubt));
  const verdictBadge = verdict => verdict ? h("span", {class: "verdict v-" + verdict.verdict, title: verdict.note || ""}, (verdict.verdict === "right" ? "✓ " : "✗ ") + t(verdict.verdict)) : "";
  const verdictSign = verdict => verdict ? h("span", {class: "verdict v-" + verdict.verdict, title: t(verdict.verdict), "aria-label": t(verdict.verdict)},
    verdict.verdict === "right" ? "✓ " : "✗ ") : "";
  Object.assign(ziping, {doubtBadges, verdictSign, verdictBadge, shortName, severityBadge: severity => badge(severity, t(severity))});

  ziping.documentList = function (main, state) {
    const {documents, reports, first} = ziping.set;
    const paths = documents.column("document"), status = documents.column("status"), hashes = documents.column("sha256");
    const number = name => documents.numbers(name);
    const doubtful = number("doubtful"), disagree = number("disagree"), rounding = number("rounding"), records = number("records"), pages = number("pages");
    const problem = documents.column("picture_problem"), error = documents.column("error");
    const report = name => { const column = reports.column(name); return doc => first[doc] < 0 ? "" : column[first[doc]]; };
    const title = report("title"), organisation = report("organisation"), year = report("fiscal_year"), score = report("self_score"), rate = report("execution_rate");
    const hay = paths.map((path, i) => (path + "\n" + title(i) + "\n" + organisation(i)).toLowerCase());
    const shows = {doubtful: doc => doubtful[doc] > 0, disagree: doc => disagree[doc] > 0, unread: doc => status[doc] !== "ok",
      pictures: doc => problem[doc] !== "", verdicts: doc => ziping.verdicts.count(hashes[doc]) > 0};
    const columns = [
      {label: t("document"), width: "minmax(180px, 2.4fr)", cell: doc => h("a", {href: ziping.linkTo(paths[doc])}, shortName(paths[doc])), sort: doc => paths[doc]},
      {label: t("organisation"), width: "minmax(120px, 1.4fr)", cell: doc => organisation(doc) || title(doc), sort: doc => organisation(doc) || title(doc)},
      {label: t("year"), width: "52px", number: true, cell: year, sort: doc => Number(year(doc) || NaN)},
      {label: t("score"), width: "62px", number: true, cell: score, sort: doc => Number(score(doc) || NaN)},
      {label: t("rate"), width: "84px", number: true, cell: doc => rate(doc) && rate(doc) + "%", sort: doc => Number(rate(doc) || NaN)},
      {label: t("pages"), width: "56px", number: true, cell: doc => pages[doc] || "", sort: doc => pages[doc]},
      {label: t("records"), width: "74px", number: true, cell: doc => records[doc] ? ziping.number(records[doc]) : "", sort: doc => records[doc]},
      {label: t("doubtful"), width: "78px", number: true, cell: doc => doubtful[doc] || "", sort: doc => doubtful[doc]},
      {label: t("Disagree"), width: "82px", number: true, cell: doc => disagree[doc] ? badge("disagree", disagree[doc]) : "", sort: doc => disagree[doc]},
      {label: t("Rounding"), width: "86px", number: true, cell: doc => rounding[doc] || "", sort: doc => rounding[doc]},
      {label: t("status"), width: "minmax(110px, 1.6fr)", cell: doc => [badge(status[doc], t(status[doc])), " ", error[doc]], sort: doc => status[doc]},
    ];
    const grid = new ziping.Grid(columns, {label: t("documents"), open: doc => ziping.go(ziping.linkTo(paths[doc]))});
    list(main, t("documents"), state, {
      grid, total: documents.rows,
      filters: change => [searchField(state, "searchDocuments", change),
        ziping.select(t("status"), state.status || "", optional(values(status, t)), value => change("status", value)),
        ziping.select(t("show"), state.show || "", optional([["disagree", t("withDisagree")], ["doubtful", t("withDoubts")], ["unread", t("unread")],
          ["pictures", t("withoutPictures")], ["verdicts", t("withVerdicts")]]), value => change("show", value))],
      rows: ({q, status: wanted, show}) => {
        const text = (q || "").trim().toLowerCase(), found = [];
        for (let doc = 0; doc < documents.rows; ++doc)
          if ((!wanted || status[doc] === wanted) && (!show || shows[show](doc)) && (!text || hay[doc].includes(text))) found.push(doc);
        return found;
      }});
  };

  /// What is searched of each record, and numbers for its documents: made once.
  function prepared(records) {
    if (!records.hay) {
      const raw = records.column("raw"), subject = records.column("subject"), concept = records.column("concept"), value = records.column("value");
      records.docs = Int32Array.from(records.column("doc"), Number);
      records.hay = raw.map((cell, i) => (cell + "\n" + subject[i] + "\n" + concept[i] + "\n" + value[i]).toLowerCase());
      records.amounts = Float64Array.from(value, cell => cell === "" ? NaN : parseFloat(cell));
    }
    return records;
  }

  /// Rows of records that fit the filters.
  ziping.filterRecords = function (records, state) {
    const {docs, hay} = prepared(records), columns = ["kind", "role", "year", "concept"].filter(name => state[name]);
    const cells = columns.map(name => records.column(name)), wanted = columns.map(name => state[name]);
    const doubts = records.column("doubts"), starts = records.column("start"), ends = records.column("end");
    const text = (state.q || "").trim().toLowerCase(), hashes = ziping.set.documents.column("sha256");
    const inPath = text ? ziping.set.documents.column("document").map(path => path.toLowerCase().includes(text)) : null;
    const words = text ? Array.from(new Set(records.column("concept"))).filter(code => ziping.conceptWord(code).toLowerCase().includes(text)) : [];
    const judged = ziping.verdicts.contents();
    const byWord = new Set(words), concept = records.column("concept"), found = [];
    rows: for (let i = 0; i < records.rows; ++i) {
      for (let c = 0; c < cells.length; ++c) if (cells[c][i] !== wanted[c]) continue rows;
      if (state.doubts && (state.doubts === "any" ? doubts[i] === "" : !doubts[i].includes(state.doubts))) continue;
      if (text && !hay[i].includes(text) && !inPath[docs[i]] && !byWord.has(concept[i])) continue;
      if (state.verdict) {
        const verdict = judged.has(hashes[docs[i]]) ? ziping.verdicts.get(hashes[docs[i]], "records", starts[i] + "-" + ends[i]) : null;
        if ((verdict ? verdict.verdict : "open") !== state.verdict) continue;
      }
      found.push(i);
    }
    return found;
  };

  ziping.recordList = async function (main, state) {
    const records = prepared(await ziping.set.records());
    const {documents} = ziping.set, paths = documents.column("document"), hashes = documents.column("sha256");
    const of = name => records.column(name);
    const raw = of("raw"), value = of("value"), unit = of("unit"), kind = of("kind"), role = of("role"), year = of("year"), page = of("page"),
      concept = of("concept"), subject = of("subject"), confidence = of("confidence"), doubts = of("doubts"), start = of("start"), end = of("end");
    const key = i => start[i] + "-" + end[i];
    const link = i => ziping.linkTo(paths[records.docs[i]], page[i], key(i));
    const columns = [
      {label: t("document"), width: "minmax(150px, 1.5fr)", cell: i => h("a", {href: link(i)}, shortName(paths[records.docs[i]])), sort: i => records.docs[i]},
      {label: t("page"), width: "48px", number: true, cell: i => page[i], sort: i => Number(page[i])},
      {label: t("kind"), width: "80px", cell: i => h("span", {class: "kind k-" + kind[i]}, ziping.kindWord(kind[i])), sort: i => kind[i]},
      {label: t("raw"), width: "minmax(110px, 1fr)", cell: i => raw[i], sort: i => raw[i]},
      {label: t("value"), width: "minmax(120px, 1fr)", number: true, cell: i => ziping.quantity(value[i], unit[i]), sort: i => records.amounts[i]},
      {label: t("role"), width: "60px", cell: i => t(role[i]), sort: i => role[i]},
      {label: t("year"), width: "48px", number: true, cell: i => year[i], sort: i => Number(year[i] || NaN)},
      {label: t("concept"), width: "minmax(120px, 1.1fr)", cell: i => ziping.conceptWord(concept[i]), sort: i => concept[i]},
      {label: t("subject"), width: "minmax(140px, 1.6fr)", cell: i => subject[i], sort: i => subject[i]},
      {label: t("confidence"), width: "56px", number: true, cell: i => confidence[i], sort: i => Number(confidence[i] || NaN)},
      {label: t("doubts"), width: "72px", cell: i => doubtBadges(doubts[i]), sort: i => doubts[i]},
      {label: t("verdict"), width: "84px", cell: i => verdictBadge(ziping.verdicts.get(hashes[records.docs[i]], "records", key(i)))},
    ];
    const grid = new ziping.Grid(columns, {label: t("records"), open: i => ziping.go(link(i))});
    const choice = (name, word, change) => ziping.select(t(name), state[name] || "", optional(values(of(name), word)), chosen => change(name, chosen));
    list(main, t("records"), state, {
      grid, total: records.rows, rows: chosen => ziping.filterRecords(records, chosen),
      filters: change => [searchField(state, "searchRecords", change), choice("kind", ziping.kindWord, change), choice("concept", ziping.conceptWord, change),
        choice("role", t, change), choice("year", null, change),
        ziping.select(t("doubts"), state.doubts || "", optional([["any", t("any")], ["c", t("c")], ["r", t("r")], ["f", t("f")]]), chosen => change("doubts", chosen)),
        ziping.select(t("verdict"), state.verdict || "", optional([["open", t("open")], ["right", t("right")], ["wrong", t("wrong")]]), chosen => change("verdict", chosen))]});
  };

  ziping.findingList = async function (main, state) {
    const findings = await ziping.set.findings();
    const paths = ziping.set.documents.column("document"), hashes = ziping.set.documents.column("sha256");
    const of = name => findings.column(name);
    const docs = Int32Array.from(of("doc"), Number), rule = of("rule"), severity = of("severity"), stated = of("stated"), computed = of("computed"),
      message = of("message"), page = of("page"), number = of("finding"), rests = of("records");
    if (state.severity === undefined) state.severity = severity.includes("disagree") ? "disagree" : "";
    const link = i => ziping.linkTo(paths[docs[i]], page[i], null, number[i]);
    const hay = message.map((text, i) => (text + "\n" + rule[i] + "\n" + ziping.ruleWord(rule[i]) + "\n" + paths[docs[i]]).toLowerCase());
    const order = {disagree: 0, rounding: 1, agree: 2};
    const columns = [
      {label: t("severity"), width: "84px", cell: i => badge(severity[i], t(severity[i])), sort: i => order[severity[i]]},
      {label: t("document"), width: "minmax(130px, 1.2fr)", cell: i => h("a", {href: link(i)}, shortName(paths[docs[i]])), sort: i => docs[i]},
      {label: t("page"), width: "48px", number: true, cell: i => page[i], sort: i => Number(page[i] || NaN)},
      {label: t("rule"), width: "minmax(120px, 1.4fr)", cell: i => ziping.ruleWord(rule[i]), sort: i => ziping.ruleWord(rule[i])},
      {label: t("stated"), width: "minmax(112px, .6fr)", number: true, cell: i => ziping.findingValue(rule[i], stated[i], ""), sort: i => parseFloat(stated[i])},
      {label: t("computed"), width: "minmax(112px, .6fr)", number: true, cell: i => ziping.findingValue(rule[i], computed[i], ""), sort: i => parseFloat(computed[i])},
      {label: t("message"), width: "minmax(220px, 4fr)", cell: i => message[i], sort: i => message[i]},
      {label: t("verdict"), width: "76px", cell: i => verdictBadge(ziping.verdicts.get(hashes[docs[i]], "findings", rule[i] + " " + rests[i]))},
    ];
    const grid = new ziping.Grid(columns, {label: t("findings"), open: i => ziping.go(link(i))});
    list(main, t("findings"), state, {
      grid, total: findings.rows, none: state.severity === "disagree" && !severity.includes("disagree") ? t("noDisagree") : null,
      filters: change => [searchField(state, "searchFindings", change),
        ziping.select(t("severity"), state.severity, optional(values(severity, t)), value => change("severity", value)),
        ziping.select(t("rule"), state.rule || "", optional(values(rule, ziping.ruleWord)), value => change("rule", value))],
      rows: ({q, severity: wanted, rule: wantedRule}) => {
        const text = (q || "").trim().toLowerCase(), found = [];
        for (let i = 0; i < findings.rows; ++i)
          if ((!wanted || severity[i] === wanted) && (!wantedRule || rule[i] === wantedRule) && (!text || hay[i].includes(text))) found.push(i);
        return found;
      }});
  };
})();
