"use strict";
// What the reviewer says of rows: kept in the browser, beside what has been applied to the dataset; the later counts.
(function () {
  const kPrefix = "ziping:", kSaved = "ziping-saved";
  const applied = new Map();  // by content, then by table and key
  const kept = new Map();
  const listeners = [];
  let stored = true;

  const words = ["verdict", "corrected", "note", "judged_at", "document", "page", "raw", "value"];

  /// A verdict from storage: only texts of known names.
  function sound(found) {
    const verdict = {};
    for (const word of words) verdict[word] = typeof found[word] === "string" ? found[word] : "";
    return ["right", "wrong", "withdrawn"].includes(verdict.verdict) ? verdict : null;
  }

  function readContent(sha256) {
    const of = new Map();
    try {
      const found = JSON.parse(localStorage.getItem(kPrefix + sha256) || "{}");
      for (const [key, entry] of Object.entries(found)) {
        const verdict = entry && typeof entry === "object" ? sound(entry) : null;
        if (verdict) of.set(key, verdict);
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) stored = false;
    }
    return of;
  }

  function writeContent(sha256) {
    try {
      localStorage.setItem(kPrefix + sha256, JSON.stringify(Object.fromEntries(kept.get(sha256))));
    } catch (error) {
      stored = false;
    }
  }

  /// Marks of this dataset's documents, and those that have been applied to it.
  function open(table) {
    for (let i = 0; i < table.rows; ++i) {
      const row = table.row(i);
      if (!applied.has(row.sha256)) applied.set(row.sha256, new Map());
      applied.get(row.sha256).set(row.table + " " + row.key, row);
    }
    try {
      for (let i = 0; i < localStorage.length; ++i) {
        const name = localStorage.key(i), sha256 = name.slice(kPrefix.length);
        if (name.startsWith(kPrefix) && ziping.set.ofContent.has(sha256)) kept.set(sha256, readContent(sha256));
      }
    } catch (error) {
      stored = false;
    }
  }

  const entry = (from, sha256, name) => from.has(sha256) ? from.get(sha256).get(name) : undefined;

  /// The verdict on a row; null where there is none.
  function get(sha256, table, key) {
    const name = table + " " + key, mine = entry(kept, sha256, name), old = entry(applied, sha256, name);
    const last = !mine || (old && old.judged_at > mine.judged_at) ? old : mine;
    return last && last.verdict !== "withdrawn" ? last : null;
  }

  /// Keeps a verdict: {verdict, corrected, note, document, page, raw, value}; withdrawn takes one back.
  function set(sha256, table, key, verdict) {
    if (!kept.has(sha256)) kept.set(sha256, new Map());
    kept.get(sha256).set(table + " " + key, {...verdict, judged_at: new Date().toISOString()});
    writeContent(sha256);
    listeners.forEach(listener => listener());
  }

  /// All that the browser keeps for this dataset, as [sha256, table, key, verdict].
  function* all() {
    for (const [sha256, of] of kept)
      for (const [name, verdict] of of) {
        const at = name.indexOf(" ");
        yield [sha256, name.slice(0, at), name.slice(at + 1), verdict];
      }
  }

  function savedAt() {
    try {
      return localStorage.getItem(kSaved + ziping.set.summary.name) || "";
    } catch (error) {
      return "";
    }
  }

  function unsaved() {
    const since = savedAt();
    let count = 0;
    for (const [sha256, table, key, verdict] of all()) {
      const old = entry(applied, sha256, table + " " + key);
      if (verdict.judged_at > since && !(old && old.judged_at >= verdict.judged_at)) ++count;
    }
    return count;
  }

  /// What a spreadsheet would run as a formula has a ' before it, as in all CSV files of ziping.
  const runs = text => /^[=@\t\r＝＋－＠]/.test(text) || (/^[+-]/.test(text) && !/^[+-]\d[^=()|!+\-*/^&@"]*$/.test(text));
  const field = cell => {
    const text = runs(cell) ? "'" + cell : cell;
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  };

  /// What `ziping review OUT --apply` reads.
  function csv() {
    const lines = ["document,sha256,table,key,page,raw,value,verdict,corrected,note,judged_at"];
    for (const [sha256, table, key, v] of all())
      lines.push([v.document, sha256, table, key, v.page, v.raw, v.value, v.verdict, v.corrected, v.note, v.judged_at]
        .map(field).join(","));
    return lines.join("\n") + "\n";
  }

  function save() {
    const url = URL.createObjectURL(new Blob([csv()], {type: "text/csv;charset=utf-8"}));
    ziping.h("a", {href: url, download: "verdicts.csv"}).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    try {
      localStorage.setItem(kSaved + ziping.set.summary.name, new Date().toISOString());
    } catch (error) {
      stored = false;
    }
    listeners.forEach(listener => listener());
  }

  /// How many verdicts a content has.
  function count(sha256) {
    const names = new Set([...(kept.get(sha256) || new Map()).keys(), ...(applied.get(sha256) || new Map()).keys()]);
    let found = 0;
    for (const name of names) {
      const at = name.indexOf(" ");
      if (get(sha256, name.slice(0, at), name.slice(at + 1))) ++found;
    }
    return found;
  }

  /// Contents that have, or had, a verdict.
  const contents = () => new Set([...kept.keys(), ...applied.keys()]);

  ziping.verdicts = {open, get, set, csv, save, unsaved, count, contents, onChange: listener => listeners.push(listener),
    isStored: () => stored, isEmpty: () => all().next().done};
})();
