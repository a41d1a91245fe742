"use strict";
// A list of any length: only the rows in sight are elements. One tab stop; arrows move, Enter and a click open.
(function () {
  const kHeight = 32;  // of a row, in pixels, as review.css has it
  const kSpare = 8;    // rows kept above and below those in sight
  let grids = 0;

  /// Columns: {key, label, width, number, cell(row) -> text or nodes, sort(row) -> number or text}. Rows are
  /// numbers that the columns understand. `options`: label, open(row), select(row), rowClass(row).
  ziping.Grid = class {
    constructor(columns, options) {
      this.columns = columns;
      this.options = options;
      this.rows = [];
      this.order = [];
      this.sorted = null;
      this.current = -1;
      this.drawn = [-1, -1];
      this.id = "grid" + ++grids;
      this.build();
    }

    build() {
      const h = ziping.h;
      const template = this.columns.map(column => column.width).join(" ");
      this.heads = this.columns.map((column, i) => {
        const button = h("button", {type: "button", onclick: () => this.sortBy(i)}, column.label);
        return h("div", {role: "columnheader", class: column.number ? "number" : null, "aria-colindex": i + 1}, column.sort ? button : column.label);
      });
      this.head = h("div", {role: "row", class: "grid-row grid-head", style: {gridTemplateColumns: template}, "aria-rowindex": 1}, this.heads);
      this.body = h("div", {role: "rowgroup", class: "grid-body", style: {gridTemplateColumns: template}});
      this.template = template;
      this.element = h("div", {class: this.options.select ? "grid" : "grid opens", role: "grid", tabindex: 0, "aria-label": this.options.label,
        "aria-colcount": this.columns.length, onscroll: () => this.draw(), onkeydown: event => this.key(event)},
        h("div", {role: "rowgroup", class: "grid-top"}, this.head), this.body);
      this.watch = new ResizeObserver(() => this.draw());
      this.watch.observe(this.element);
    }

    /// Shows these rows, in the order that was chosen.
    setRows(rows) {
      const was = this.order[this.current];
      this.rows = rows;
      this.arrange();
      this.current = was === undefined ? -1 : this.order.indexOf(was);
      this.body.style.height = this.order.length * kHeight + "px";
      this.element.setAttribute("aria-rowcount", this.order.length + 1);
      this.redraw();
    }

    arrange() {
      this.order = this.rows;
      if (!this.sorted) return;
      const {sort} = this.columns[this.sorted.column], direction = this.sorted.down ? -1 : 1;
      const keys = new Map();
      for (const row of this.rows) keys.set(row, sort(row));
      const compare = (a, b) => {
        const x = keys.get(a), y = keys.get(b);
        const emptyX = x === "" || Number.isNaN(x), emptyY = y === "" || Number.isNaN(y);
        if (emptyX || emptyY) return emptyX - emptyY || a - b;  // what is empty comes last
        return (x < y ? -1 : x > y ? 1 : 0) * direction || a - b;
      };
      this.order = Array.from(this.rows).sort(compare);
    }

    sortBy(column) {
      const again = this.sorted && this.sorted.column === column;
      this.sorted = !again ? {column, down: false} : !this.sorted.down ? {column, down: true} : null;
      this.heads.forEach((head, i) => {
        const on = this.sorted && this.sorted.column === i;
        if (on) head.setAttribute("aria-sort", this.sorted.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      this.setRows(this.rows);
    }

    redraw() {
      this.drawn = [-1, -1];
      this.draw();
    }

    draw() {
      const top = this.element.scrollTop, height = this.element.clientHeight || 600;
      const first = Math.max(0, Math.floor(top / kHeight) - kSpare);
      const last = Math.min(this.order.length, Math.ceil((top + height) / kHeight) + kSpare);
      if (first === this.drawn[0] && last === this.drawn[1]) return;
      this.drawn = [first, last];
      const rows = [];
      for (let at = first; at < last; ++at) rows.push(this.rowAt(at));
      this.body.replaceChildren(...rows);
      this.mark();
    }

    rowAt(at) {
      const row = this.order[at], extra = this.options.rowClass ? this.options.rowClass(row) : "";
      return ziping.h("div", {role: "row", id: this.id + "-" + at, class: "grid-row " + extra, "aria-rowindex": at + 2,
        style: {top: at * kHeight + "px", gridTemplateColumns: this.template},
        onclick: () => this.options.select ? this.choose(at) : this.open(at)},
        this.columns.map((column, i) => {
          const cell = ziping.h("div", {role: "gridcell", class: column.number ? "number" : null, "aria-colindex": i + 1}, column.cell(row));
          if (cell.textContent.length > 12) cell.title = cell.textContent;
          return cell;
        }));
    }

    /// Shows which row is the current one.
    mark() {
      for (const row of this.body.children) {
        const on = row.id === this.id + "-" + this.current;
        row.classList.toggle("current", on);
        row.setAttribute("aria-selected", String(on));
      }
      const there = this.current >= this.drawn[0] && this.current < this.drawn[1];
      if (there) this.element.setAttribute("aria-activedescendant", this.id + "-" + this.current);
      else this.element.removeAttribute("aria-activedescendant");
    }

    /// Makes a row current without telling anybody.
    showRow(row) {
      this.current = this.order.indexOf(row);
      if (this.current >= 0) this.reveal();
      this.redraw();
    }

    reveal() {
      const head = this.head.offsetHeight, top = this.current * kHeight, {scrollTop, clientHeight} = this.element;
      const hidden = top < scrollTop || top + kHeight + head > scrollTop + clientHeight;
      if (hidden) this.element.scrollTop = Math.max(0, top - (clientHeight - head - kHeight) / 2);
    }

    choose(at) {
      this.current = Math.max(0, Math.min(at, this.order.length - 1));
      if (this.order.length === 0) return;
      this.reveal();
      this.draw();
      this.mark();
      if (this.options.select) this.options.select(this.order[this.current]);
    }

    open(at) {
      if (this.options.open && at >= 0 && at < this.order.length) this.options.open(this.order[at]);
    }

    key(event) {
      if (event.target !== this.element || event.ctrlKey || event.altKey || event.metaKey) return;
      const page = Math.max(1, Math.floor(this.element.clientHeight / kHeight) - 2);
      const steps = {ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -this.order.length, End: this.order.length};
      if (event.key in steps) this.choose(this.current + steps[event.key]);
      else if (event.key === "Enter") this.open(this.current);
      else return;
      event.preventDefault();
    }
  };
})();
