"use strict";
// The pages of a document with a box for every record; where there are no pictures, its sentences.
(function () {
  const {h, t} = ziping;
  const kLeast = 0.6;  // of a box's height in percent of the page: a thin one can still be clicked

  ziping.Pages = class {
    /// `content` as readDocument() gives it; `select(key)` hears of a click on a box.
    constructor(content, select) {
      this.content = content;
      this.select = select;
      this.boxes = new Map();  // by key
      this.hidden = new Set();  // kinds
      this.element = h("section", {class: "pages", "aria-label": t("pages")});
      const drawn = content.pictures.length > 0;
      this.scroller = h("div", {class: "pages-scroller", tabindex: 0, "aria-label": t("pages")}, drawn ? this.pictures() : this.sentences());
      ziping.empty(this.element, this.toolbar(drawn), this.scroller);
    }

    toolbar(drawn) {
      const here = ziping.kinds.filter(kind => this.content.records.some(record => record.kind === kind));
      const legend = h("div", {class: "legend", role: "group", "aria-label": t("legend")}, here.map(kind => h("button", {type: "button",
        class: "kind k-" + kind, "aria-pressed": "true", onclick: event => this.toggle(kind, event.currentTarget)}, ziping.kindWord(kind))));
      const sizes = [["100", t("fit")], ["140", "140%"], ["200", "200%"]];
      if (here.length === 0 && !drawn) return null;
      return h("div", {class: "toolbar"}, legend, drawn ? ziping.select(t("zoom"), "100", sizes, size => this.zoom(Number(size))) : null);
    }

    toggle(kind, button) {
      const hide = !this.hidden.has(kind);
      if (hide) this.hidden.add(kind); else this.hidden.delete(kind);
      button.setAttribute("aria-pressed", String(!hide));
      this.scroller.classList.toggle("without-" + kind, hide);
    }

    zoom(percent) {
      const at = this.scroller.scrollTop / Math.max(1, this.scroller.scrollHeight);
      this.scroller.style.setProperty("--zoom", percent + "%");
      this.scroller.scrollTop = at * this.scroller.scrollHeight;
    }

    /// Why there are no pictures, where there are none.
    note() {
      const text = this.problem();
      return text && h("p", {class: this.content.info.status !== "failed" && this.content.info.media_type !== "application/pdf" ? "faint" : "note"}, text);
    }

    problem() {
      const {info, records} = this.content;
      if (records.length === 0 && info.status === "failed") return t("notRead", info.error);
      if (records.length === 0 && info.media_type !== "application/pdf") return t("noFigures");
      if (info.media_type !== "application/pdf") return t("textFile");
      if (!ziping.set.summary.pictures) return t("noPictures");
      if (info.picture_problem === "absent" || info.picture_problem === "changed") return t(info.picture_problem);
      return info.picture_problem ? t("undrawn", info.picture_problem) : null;
    }

    pictures() {
      const {content} = this, sizes = new Map(content.pictures.map(picture => [picture.page, picture]));
      const numbers = new Set([...sizes.keys(), ...content.records.map(record => record.page)].filter(Boolean));
      return [this.note(),
        Array.from(numbers, Number).sort((a, b) => a - b).map(number => this.page(number, sizes.get(String(number))))];
    }

    page(number, size) {
      const of = this.content.info.pages, caption = h("figcaption", {}, t("pageOf", number, of));
      if (!size) return h("figure", {class: "page lacking", "data-page": number}, caption, h("p", {class: "faint"}, t("noPage", number)));
      const width = Number(size.width), height = Number(size.height);
      const picture = h("img", {src: `pages/${this.content.info.pictures}/${number}.png`, alt: t("pictureOf", number), loading: "lazy", draggable: "false"});
      const sheet = h("div", {class: "sheet", style: {aspectRatio: `${width} / ${height}`}}, picture,
        this.content.records.filter(record => Number(record.page) === number && record.box).map(record => this.box(record, width, height)));
      return h("figure", {class: "page", "data-page": number}, caption, sheet);
    }

    box(record, width, height) {
      const [x0, y0, x1, y1] = record.box.split(" ").map(Number);
      if (![x0, y0, x1, y1].every(Number.isFinite)) return null;
      const percent = (part, whole) => 100 * part / whole + "%";
      const name = `${ziping.kindWord(record.kind)} ${record.raw}, ${ziping.conceptWord(record.concept)}`;
      const box = h("button", {type: "button", tabindex: -1, class: `box k-${record.kind}${record.doubts ? " doubtful" : ""}`, title: name, "aria-label": name,
        "data-key": record.key, onclick: () => this.select(record.key),
        style: {left: percent(x0, width), top: percent(y0, height), width: percent(x1 - x0, width), height: `max(${kLeast}%, ${percent(y1 - y0, height)})`}});
      this.boxes.set(record.key, box);
      return box;
    }

    /// The lines with records, in text order; a line of a table is many short sentences.
    sentences() {
      const lines = [];
      let last = null;
      for (const record of this.content.records) {
        if (!last || last.line !== record.line || last.page !== record.page) {
          last = {line: record.line, page: record.page, sentences: []};
          lines.push(last);
        }
        const sentence = last.sentences[last.sentences.length - 1];
        if (sentence && sentence.text === record.sentence) sentence.records.push(record);
        else last.sentences.push({text: record.sentence, records: [record]});
      }
      return [this.note(), lines.map(({line, sentences}) =>
        h("p", {class: "sentence"}, h("span", {class: "line", "aria-hidden": "true"}, line), h("span", {}, sentences.map(sentence => [this.sentence(sentence), " "]))))];
    }

    sentence({text, records}) {
      const parts = [];
      let at = 0;
      for (const record of records) {
        const {figure, at: found} = ziping.placeOf(record, at);
        const mark = h("button", {type: "button", tabindex: -1, class: `mark k-${record.kind}${record.doubts ? " doubtful" : ""}`, "data-key": record.key,
          title: ziping.conceptWord(record.concept), onclick: () => this.select(record.key)}, figure || record.raw);
        this.boxes.set(record.key, mark);
        if (found >= 0) {
          parts.push(text.slice(at, found));
          at = found + figure.length;
        } else parts.push(" ");
        parts.push(mark);
      }
      return [parts, text.slice(at)];
    }

    /// Marks the box of the record that is looked at, and those of a finding: the stated figure and the others.
    mark(key, finding, reveal) {
      for (const box of this.element.querySelectorAll(".current, .stated, .used")) box.classList.remove("current", "stated", "used");
      (finding ? finding.keys : []).forEach((of, i) => {
        if (this.boxes.has(of)) this.boxes.get(of).classList.add(i === 0 ? "stated" : "used");
      });
      const box = this.boxes.get(key) || (finding && this.boxes.get(finding.keys[0]));
      if (this.boxes.has(key)) this.boxes.get(key).classList.add("current");
      if (box && reveal) this.reveal(box);
      else if (reveal && this.content.byKey.has(key)) this.showPage(this.content.records[this.content.byKey.get(key)].page);
      else if (reveal && finding) this.showPage(finding.page);
    }

    reveal(box) {
      const view = this.scroller.getBoundingClientRect(), place = box.getBoundingClientRect();
      const margin = Math.min(80, view.height / 4);
      if (place.top < view.top + margin || place.bottom > view.bottom - margin)
        this.scroller.scrollTop += place.top - view.top - view.height / 3;
      if (place.left < view.left || place.right > view.right) this.scroller.scrollLeft += place.left - view.left - view.width / 3;
    }

    showPage(number) {
      const page = this.scroller.querySelector(`[data-page="${Number(number)}"]`);
      if (page) this.scroller.scrollTop += page.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top;
    }
  };
})();
