"use strict";
// The dataset, from scripts that are loaded when they are needed: pages from a folder may fetch nothing else.
(function () {
  const arrived = new Map(), asked = new Map();

  /// What the scripts in data/ call.
  ziping.put = (name, value) => arrived.set(name, value);

  /// A table by columns; a column's cells are parted when it is first asked for.
  class Table {
    constructor(source) {
      this.rows = source.rows;
      this.source = source.columns;
      this.parted = {};
    }
    column(name) {
      if (!(name in this.parted)) {
        const text = this.source[name];
        this.parted[name] = this.rows === 0 ? [] : text === undefined ? new Array(this.rows).fill("") : text.split("\n");
      }
      return this.parted[name];
    }
    numbers(name) {
      return Float64Array.from(this.column(name), cell => cell === "" ? NaN : Number(cell));
    }
    /// Row `i` as an object.
    row(i) {
      const row = {};
      for (const name of Object.keys(this.source)) row[name] = this.column(name)[i];
      return row;
    }
  }
  ziping.Table = Table;

  /// What the script data/<name>.js brings.
  ziping.load = function (name) {
    if (!asked.has(name)) asked.set(name, new Promise((resolve, reject) => {
      const script = ziping.h("script", {src: "data/" + name + ".js"});
      const end = () => {
        script.remove();
        if (!arrived.has(name)) return reject(new Error(ziping.t("lost", "data/" + name + ".js")));
        resolve(arrived.get(name));
        arrived.delete(name);
      };
      script.addEventListener("load", end);
      script.addEventListener("error", end);
      document.head.append(script);
    }));
    return asked.get(name);
  };
  const table = name => ziping.load(name).then(source => new Table(source));
  const numbered = (name, count) => Promise.all(Array.from({length: count}, (_, i) => table(name + "-" + i)));

  /// One table of several.
  function joined(tables) {
    if (tables.length === 1) return tables[0];
    const whole = new Table({rows: tables.reduce((sum, part) => sum + part.rows, 0), columns: {}});
    if (tables.length === 0) return whole;
    for (const name of Object.keys(tables[0].source)) {
      whole.source[name] = "";
      whole.parted[name] = [].concat(...tables.map(part => part.column(name)));
    }
    return whole;
  }

  const wholes = new Map();
  function whole(name, count) {
    if (!wholes.has(name)) wholes.set(name, numbered(name, count).then(joined));
    return wholes.get(name);
  }

  /// Documents, reports and what else is known from the start.
  ziping.open = async function () {
    const [summary, beside] = await Promise.all([ziping.load("summary"), ziping.load("dataset")]);
    const documents = new Table(summary.documents), reports = new Table(summary.reports);
    const paths = documents.column("document");
    const first = new Array(documents.rows).fill(-1);  // first report of each document
    reports.column("doc").forEach((doc, i) => { if (first[doc] < 0) first[doc] = i; });
    ziping.set = {
      summary, documents, reports, first,
      stale: beside !== summary.dataset,  // a later run has made the dataset anew
      index: new Map(paths.map((path, i) => [path, i])),
      ofContent: new Map(documents.column("sha256").map((sha256, i) => [sha256, i])),
      records: () => whole("index", summary.indices),
      findings: () => whole("findings", summary.chunks.length),
    };
    ziping.verdicts.open(await table("verdicts"));
  };

  function chunkOf(doc) {
    const chunks = ziping.set.summary.chunks;
    let low = 0;
    for (let high = chunks.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (chunks[middle] <= doc) low = middle; else high = middle;
    }
    return low;
  }

  /// The rows of a piece that are the document's; pieces are in the order of documents.
  function rowsOf(part, doc) {
    const docs = part.column("doc"), rows = [], name = String(doc);
    for (let i = docs.indexOf(name); i >= 0 && docs[i] === name; ++i) rows.push(part.row(i));
    return rows;
  }

  /// All that is known of a document.
  ziping.readDocument = async function (doc) {
    const {summary, documents, reports} = ziping.set;
    const number = chunkOf(doc);
    const names = ["records", "findings", "notices"].concat(summary.pictures ? ["pictures"] : []);
    const parts = await Promise.all(names.map(name => table(name + "-" + number)));
    const content = {doc, info: documents.row(doc), pictures: [],
      reports: reports.column("doc").flatMap((of, i) => Number(of) === doc ? [reports.row(i)] : [])};
    names.forEach((name, i) => { content[name] = rowsOf(parts[i], doc); });
    for (const record of content.records) record.key = record.start + "-" + record.end;
    content.byKey = new Map(content.records.map((record, i) => [record.key, i]));
    for (const finding of content.findings) {
      finding.key = finding.rule + " " + finding.records;
      finding.keys = finding.records.split(" ").filter(key => content.byKey.has(key));
    }
    return content;
  };
})();
