"use strict";
// Elements without HTML in strings: what documents say becomes text nodes and attributes only.
const ziping = {};

/// h("button", {class: "plain", onclick: f}, "text", child, null)
ziping.h = function (tag, attributes, ...children) {
  return ziping.fill(document.createElement(tag), attributes, children);
};

/// The same for SVG.
ziping.svg = function (tag, attributes, ...children) {
  return ziping.fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
};

ziping.fill = function (element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") Object.assign(element.style, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity))
    if (child !== null && child !== undefined && child !== false)
      element.append(child instanceof Node ? child : String(child));
  return element;
};

ziping.empty = function (element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined));
  return element;
};

/// Says something to those who do not see the page.
ziping.announce = function (text) {
  document.getElementById("live").textContent = text;
};

/// `f`, once, when nothing has asked for it for a while.
ziping.later = function (f, milliseconds) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => f(...values), milliseconds);
  };
};

/// A record's figure as its sentence has it, which lacks the blanks and line breaks of what is printed and may
/// write its signs otherwise (％ and %), and where it stands from `from` on; -1 where it does not. Of several
/// places it is the one behind its subject: 完成率47/47*100%=100% ends with the figure.
ziping.placeOf = function ({raw, subject, sentence}, from) {
  const plain = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const signs = Array.from(raw.replace(/[\s⏎\\]/g, ""), sign => `(?:${plain(sign)}|${plain(sign.normalize("NFKC"))})`);
  const pattern = new RegExp(signs.join("\\s*"), "g"), of = subject ? sentence.indexOf(subject, from) : -1;
  for (const begin of of < 0 ? [from] : [of + subject.length, from]) {
    pattern.lastIndex = begin;
    const found = signs.length ? pattern.exec(sentence) : null;
    if (found) return {figure: found[0], at: found.index};
  }
  return {figure: "", at: -1};
};

/// A record's sentence with its figure marked.
ziping.marked = function (record) {
  const {figure, at} = ziping.placeOf(record, 0), text = record.sentence;
  if (at < 0) return [text];
  return [text.slice(0, at), ziping.h("mark", {class: "k-" + record.kind}, figure), text.slice(at + figure.length)];
};

/// A select with a label: options are [value, text].
ziping.select = function (label, value, options, onchange) {
  const select = ziping.h("select", {onchange: () => onchange(select.value), "aria-label": label},
    options.map(([name, text]) => ziping.h("option", {value: name, selected: name === value}, text)));
  return ziping.h("label", {class: "field"}, ziping.h("span", {}, label), select);
};
