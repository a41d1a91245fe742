"use strict";
// Charts as SVG, each with its figures in a table for those who do not see it.
(function () {
  const {h, svg} = ziping;

  function framed(title, drawing, heads, rows, note) {
    const table = h("table", {}, h("thead", {}, h("tr", {}, heads.map(head => h("th", {scope: "col"}, head)))),
      h("tbody", {}, rows.map(row => h("tr", {}, row.map((cell, i) => h(i === 0 ? "th" : "td", i === 0 ? {scope: "row"} : {}, cell))))));
    return h("figure", {class: "chart"}, h("figcaption", {}, h("h3", {}, title), note ? h("span", {class: "faint"}, note) : null), drawing,
      rows.length ? h("details", {}, h("summary", {}, ziping.t("asTable")), table) : null);
  }

  const nothing = why => h("p", {class: "faint"}, ziping.t(why));

  /// A step of 1, 2 or 5 times a power of ten, at least `least`.
  function niceStep(least) {
    const power = 10 ** Math.floor(Math.log10(least));
    return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= least * 0.999);
  }

  /// How many of `values` lie where: ends of the axis are `low` and `high`; what lies beyond is counted at the ends.
  function bins(values, low, high, step) {
    const count = Math.round((high - low) / step), found = new Array(count).fill(0);
    for (const value of values) ++found[Math.max(0, Math.min(count - 1, Math.floor((value - low) / step + 1e-9)))];
    return found;
  }

  ziping.histogram = function (title, values, {low, high, step, unit, color}) {
    if (values.length === 0) return framed(title, nothing("chartEmpty"), [], []);
    const counts = bins(values, low, high, step), most = Math.max(...counts);
    const width = 420, height = 170, left = 44, bottom = 24, top = 14;
    const x = i => left + i * (width - left - 6) / counts.length;
    const y = count => height - bottom - count / most * (height - bottom - top);
    const range = i => {
      const from = low + i * step, to = from + step;
      const below = i === 0 && values.some(value => value < low), above = i === counts.length - 1 && values.some(value => value >= high);
      return below ? `< ${to}${unit}` : above ? `≥ ${from}${unit}` : `${from} – ${to}${unit}`;
    };
    const axis = niceStep(most / 4);
    const lines = [];
    for (let at = 0; at <= most; at += Math.max(1, axis))
      lines.push(svg("line", {x1: left, x2: width - 6, y1: y(at), y2: y(at), class: "rule"}),
        svg("text", {x: left - 5, y: y(at) + 4, "text-anchor": "end"}, ziping.number(at)));
    const every = Math.max(1, Math.ceil(counts.length / 6));
    const bars = counts.map((count, i) => svg("rect", {x: x(i) + 1, y: y(count), width: Math.max(1, x(i + 1) - x(i) - 2),
      height: height - bottom - y(count), class: color}, svg("title", {}, `${range(i)}: ${count}`)));
    const ticks = counts.map((_, i) => i % every ? null :
      svg("text", {x: x(i), y: height - 7, "text-anchor": i ? "middle" : "start"}, low + i * step + unit));
    const drawing = svg("svg", {viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": title}, lines, bars, ticks.filter(Boolean));
    return framed(title, drawing, [ziping.t("range"), ziping.t("reports")],
      counts.map((count, i) => [range(i), ziping.number(count)]).filter((_, i) => counts[i]), `${ziping.number(values.length)} ${ziping.t("reportsUnit")}`);
  };

  /// Bars beside their names. Rows: {name, title, href, parts: [{count, color, name}], shown}; one with inTable has no bar.
  ziping.bars = function (title, rows, heads, note) {
    if (rows.length === 0) return framed(title, nothing("chartNone"), [], []);
    const sum = row => row.parts.reduce((total, part) => total + part.count, 0);
    const most = Math.max(...rows.map(row => row.most || sum(row)), 1);
    const drawn = rows.filter(row => !row.inTable);
    const list = drawn.length === 0 ? nothing("chartNone") : h("div", {class: "bars"}, drawn.map(row => h(row.href ? "a" : "div", {class: "bar", href: row.href, title: row.title},
      h("span", {class: "bar-name"}, row.name),
      h("span", {class: "bar-line", "aria-hidden": "true"}, row.parts.map(part => part.count ?
        h("span", {class: "bar-part " + part.color, title: `${part.name}: ${ziping.number(part.count)}`, style: {width: 100 * part.count / most + "%"}}) : null)),
      h("span", {class: "bar-count"}, row.shown || ziping.number(sum(row))))));
    return framed(title, list, heads, rows.map(row => [row.name, ...(row.cells || row.parts.map(part => ziping.number(part.count)))]), note);
  };
})();
