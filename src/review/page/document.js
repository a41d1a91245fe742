"use strict";
// One document: its pages on the left, its records and findings on the right, linked both ways.
(function () {
  const {h, t} = ziping;

  /// What disagrees comes first.
  function inOrder(findings) {
    const order = {disagree: 0, rounding: 1, agree: 2};
    return [...findings].sort((a, b) => order[a.severity] - order[b.severity]);
  }

  class DocumentView {
    constructor(main, content, state) {
      this.main = main;
      this.content = content;
      this.key = null;
      this.finding = null;
      this.findings = inOrder(content.findings);
      this.tab = state.finding ? "findings" : content.records.length === 0 && content.notices.length > 0 ? "notices" : "records";
      this.pages = new ziping.Pages(content, key => this.openRecord(key, {page: false}));
      this.panel = h("div", {class: "panel-body", role: "tabpanel", id: "panel"});
      this.details = h("div", {class: "details-place"});
      this.grid = this.makeGrid();
      ziping.empty(main, this.head(), h("div", {class: "split"}, this.pages.element,
        h("section", {class: "panel", "aria-label": t("records")}, this.tabs(), this.panel)));
      main.classList.add("full");
      this.show();
      this.start(state);
    }

    start(state) {
      const finding = this.findings.find(({finding}) => finding === state.finding), there = this.content.byKey.has(state.record);
      if (finding) this.openFinding(finding);
      if (there) this.openRecord(state.record, {tab: !finding});
      else if (!finding && state.doubt) this.stepDoubt(state.doubt === "last" ? -1 : 1, true);
      else if (!finding && state.page) this.pages.showPage(state.page);
      if ((state.record && !there) || (state.finding && !finding)) ziping.tell(t("goneRecord"));
    }

    // What stands above.

    head() {
      const {info, reports, doc} = this.content;
      const step = (to, label, sign) => h("button", {type: "button", class: "plain", disabled: to < 0 || to >= ziping.set.documents.rows,
        "aria-label": `${label}: ${t("document")}`, title: label, onclick: () => ziping.goToDocument(to)}, sign);
      const chips = reports.slice(0, 1).flatMap(report => [report.organisation, report.project, report.fiscal_year && `${report.fiscal_year}`,
        report.self_score && `${t("score")} ${report.self_score}`, report.execution_rate && `${t("rate")} ${report.execution_rate}%`]).filter(Boolean);
      return h("div", {class: "document-head"},
        h("div", {class: "document-name"}, step(doc - 1, t("previous"), "‹"), step(doc + 1, t("next"), "›"), h("h1", {}, info.document),
          info.status !== "ok" ? h("span", {class: "badge b-" + info.status}, t(info.status)) : null),
        h("p", {class: "chips"}, reports.length ? h("span", {class: "report-title"}, reports[0].title) : null, chips.map(chip => h("span", {class: "chip"}, chip)),
          reports.length > 1 ? h("span", {class: "chip"}, `${reports.length} ${t("reportsUnit")}`) : null,
          info.same_as ? h("span", {class: "chip"}, t("sameAs", info.same_as)) : null, info.error ? h("span", {class: "chip bad", title: info.error}, info.error) : null));
    }

    tabs() {
      const {records, findings, notices} = this.content;
      const bad = findings.filter(finding => finding.severity === "disagree").length;
      const names = [["records", records.length], ["findings", findings.length], ...(notices.length ? [["notices", notices.length]] : [])];
      this.tabButtons = names.map(([name, count]) => h("button", {type: "button", role: "tab", id: "tab-" + name, "aria-controls": "panel", "data-tab": name,
        onclick: () => this.showTab(name)}, t(name), " ", h("span", {class: "faint"}, count),
        name === "findings" && bad ? h("span", {class: "badge b-disagree"}, bad) : null));
      const doubt = h("button", {type: "button", class: "plain doubt-button", onclick: () => this.stepDoubt(1)}, t("nextDoubt"), h("kbd", {}, "n"));
      return h("div", {class: "tabs"}, h("div", {role: "tablist", onkeydown: event => this.tabKey(event)}, this.tabButtons), doubt);
    }

    tabKey(event) {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (!step) return;
      const names = this.tabButtons.map(button => button.dataset.tab);
      this.showTab(names[(names.indexOf(this.tab) + step + names.length) % names.length]);
      this.tabButtons.find(button => button.dataset.tab === this.tab).focus();
    }

    showTab(name) {
      this.tab = name;
      this.show();
      this.mark(false);
    }

    // The right side.

    makeGrid() {
      const {records, info} = this.content, of = i => records[i];
      const columns = [
        {label: t("page"), width: "40px", number: true, cell: i => of(i).page, sort: i => Number(of(i).page)},
        {label: t("raw"), width: "minmax(108px, 1fr)", cell: i => h("span", {class: "kind k-" + of(i).kind}, of(i).raw), sort: i => of(i).raw},
        {label: t("value"), width: "minmax(96px, 1.1fr)", number: true, cell: i => ziping.bareQuantity(of(i).value, of(i).unit), sort: i => parseFloat(of(i).value)},
        {label: t("concept"), width: "minmax(80px, 1fr)", cell: i => ziping.conceptWord(of(i).concept), sort: i => of(i).concept},
        {label: t("subject"), width: "minmax(80px, 1.3fr)", cell: i => of(i).subject, sort: i => of(i).subject},
        {label: t("doubts"), width: "56px", cell: i => [ziping.verdictSign(ziping.verdicts.get(info.sha256, "records", of(i).key)), ziping.doubtBadges(of(i).doubts)],
          sort: i => of(i).doubts},
      ];
      const grid = new ziping.Grid(columns, {label: t("records"), select: i => this.openRecord(of(i).key, {grid: false})});
      grid.setRows(records.map((_, i) => i));
      return grid;
    }

    show() {
      for (const button of this.tabButtons) {
        const on = button.dataset.tab === this.tab;
        button.setAttribute("aria-selected", String(on));
        button.tabIndex = on ? 0 : -1;
      }
      this.panel.setAttribute("aria-labelledby", "tab-" + this.tab);
      if (this.tab === "findings") this.showFindings();
      else if (this.tab === "notices") ziping.empty(this.panel, h("div", {class: "scroll"}, this.content.notices.map(notice =>
        h("p", {class: "note"}, notice.page ? [t("onPage", notice.page), ": "] : "", notice.message, " ", h("code", {}, notice.code)))));
      else this.showRecords();
    }

    showRecords() {
      const {records} = this.content;
      if (records.length === 0) return ziping.empty(this.panel, h("p", {class: "empty"}, t("noRecords")));
      ziping.empty(this.panel, this.grid.element, this.details);
      this.showDetails();
    }

    showDetails() {
      const at = this.content.byKey.get(this.key);
      ziping.empty(this.details, at === undefined ? h("p", {class: "empty faint"}, h("kbd", {}, "j"), " ", h("kbd", {}, "k"), ` ${t("keyNext")} · `,
        h("kbd", {}, "n"), ` ${t("keyDoubt")} · `, h("kbd", {}, "?"), ` ${t("keys")}`) :
        ziping.recordDetails(this.content, this.content.records[at], finding => this.openFinding(finding)));
      this.details.scrollTop = 0;
    }

    showFindings() {
      ziping.empty(this.panel, h("div", {class: "scroll"}, this.findings.length === 0 ? h("p", {class: "empty"}, t("noFindings")) : this.findings.map(finding =>
        ziping.findingDetails(this.content, finding, finding === this.finding, one => this.openFinding(one), key => this.openRecord(key, {tab: false})))));
    }

    // Where the reader looks.

    /// Shows a record on its page and in its row.
    openRecord(key, {page = true, grid = true, tab = true} = {}) {
      this.key = key;
      if (tab) {
        this.finding = null;
        this.tab = "records";
        this.show();
        const at = this.content.byKey.get(key);
        if (grid) this.grid.showRow(at);
      }
      this.mark(page);
      ziping.keepState({doc: this.content.info.document, finding: this.finding ? this.finding.finding : "", record: key});
    }

    openFinding(finding) {
      this.finding = finding;
      this.key = null;
      this.tab = "findings";
      this.show();
      this.mark(true);
      const shown = this.panel.querySelector(".finding.current");
      if (shown) shown.scrollIntoView({block: "nearest"});
      if (finding) ziping.keepState({doc: this.content.info.document, finding: finding.finding});
    }

    mark(reveal) {
      this.pages.mark(this.key, this.tab === "findings" ? this.finding : null, reveal);
    }

    // Keys.

    step(by) {
      if (this.tab === "findings") return this.stepFinding(by);
      const order = this.grid.order, at = order.indexOf(this.content.byKey.get(this.key));
      const next = order[at < 0 && by < 0 ? order.length - 1 : at + by];
      if (next !== undefined) this.openRecord(this.content.records[next].key);
    }

    stepFinding(by) {
      const at = this.findings.indexOf(this.finding), next = this.findings[at < 0 && by < 0 ? this.findings.length - 1 : at + by];
      if (next) this.openFinding(next);
    }

    /// The next record that is to be looked at and has no verdict; then those of other documents.
    stepDoubt(by, stay = false) {
      const {records, info, doc} = this.content, at = this.content.byKey.get(this.key);
      let i = at === undefined ? (by > 0 ? 0 : records.length - 1) : at + by;
      for (; i >= 0 && i < records.length; i += by)
        if (records[i].doubts && !ziping.verdicts.get(info.sha256, "records", records[i].key)) return this.openRecord(records[i].key);
      if (stay && this.key === null) return;
      const doubtful = ziping.set.documents.column("doubtful");
      for (let other = doc + by; other >= 0 && other < doubtful.length; other += by)
        if (Number(doubtful[other]) > 0) return ziping.goToDocument(other, by > 0 ? "first" : "last");
      ziping.announce(t(by > 0 ? "noMoreDoubts" : "lastDoubt"));
      ziping.tell(t(by > 0 ? "noMoreDoubts" : "lastDoubt"));
    }

    press(id) {
      const control = document.getElementById(id);
      if (!control) return;
      if (control.tagName === "INPUT") control.focus(); else control.click();
    }

    onVerdict() {
      this.grid.redraw();
    }

    act(key) {
      const acts = {j: () => this.step(1), k: () => this.step(-1), n: () => this.stepDoubt(1), p: () => this.stepDoubt(-1),
        y: () => this.press("say-right"), x: () => this.press("say-wrong"), e: () => this.press("corrected"), m: () => this.press("note"),
        u: () => this.press("say-undo"), "]": () => ziping.goToDocument(this.content.doc + 1), "[": () => ziping.goToDocument(this.content.doc - 1)};
      if (!Object.prototype.hasOwnProperty.call(acts, key)) return false;
      acts[key]();
      return true;
    }
  }

  ziping.documentView = async function (main, state) {
    const doc = ziping.set.index.get(state.doc.replace(/\n/g, "⏎"));  // as cells have it
    if (doc === undefined) {
      ziping.empty(main, h("p", {class: "empty"}, t("unknownDocument", state.doc)));
      return null;
    }
    const content = await ziping.readDocument(doc);
    return () => new DocumentView(main, content, state);
  };
})();
