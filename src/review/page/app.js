"use strict";
// Where the page begins: the address says what is shown; language and colours are kept in the browser.
(function () {
  const {h, t} = ziping;
  const main = document.getElementById("main"), header = document.getElementById("header");
  let view = null, turn = 0;

  const store = {
    get(name) { try { return localStorage.getItem("ziping-" + name); } catch (error) { return null; } },
    set(name, value) { try { localStorage.setItem("ziping-" + name, value); } catch (error) { /* not kept */ } },
  };

  // Addresses. Paths keep their slashes and Chinese characters: review/index.html#doc=tax/年报.pdf&page=3

  const encoded = text => encodeURIComponent(text).replace(/%2F/g, "/");
  const address = state => "#" + Object.entries(state).filter(([, value]) => value !== "" && value !== null && value !== undefined)
    .map(([name, value]) => name + "=" + encoded(value)).join("&");

  function stateOf(hash) {
    const state = {};
    for (const part of hash.replace(/^#/, "").split("&")) {
      const at = part.indexOf("=");
      if (at < 0) continue;
      try {
        state[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1));
      } catch (error) {
        state[part.slice(0, at)] = part.slice(at + 1);
      }
    }
    return state;
  }

  ziping.linkTo = (doc, page, record, finding) => address({doc, page: record || finding ? "" : page, record, finding});
  ziping.go = link => { location.hash = link; };
  ziping.goToDocument = function (doc, doubt) {
    const path = ziping.set.documents.column("document")[doc];
    if (path !== undefined) ziping.go(address({doc: path, doubt}));
  };
  const keep = state => history.replaceState(null, "", address(state));
  ziping.keepState = keep;

  // Messages.

  ziping.fail = function (error) {
    ziping.empty(main, h("p", {class: "empty bad", role: "alert"}, error.message));
  };
  ziping.tell = function (text) {
    const note = h("div", {class: "toast"}, text);
    document.body.append(note);
    setTimeout(() => note.remove(), 2500);
  };

  // The head of the page.

  function themes() {
    const theme = store.get("theme") || "auto";
    return ziping.select(t("theme"), theme, ["auto", "light", "dark"].map(name => [name, t(name)]), name => {
      store.set("theme", name);
      showTheme();
    });
  }
  function showTheme() {
    const theme = store.get("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }

  function setLanguage(language) {
    ziping.language = language;
    document.documentElement.lang = language;
    document.getElementById("skip").textContent = t("skip");
  }

  function saveButton() {
    const unsaved = ziping.verdicts.unsaved();
    const save = () => ziping.verdicts.isEmpty() ? ziping.tell(t("noneToSave")) : (ziping.verdicts.save(), ziping.tell(t("saveHint")));
    return h("button", {type: "button", id: "save", class: unsaved ? "primary" : "plain", title: t("saveHint"), onclick: save}, t("saveVerdicts"),
      unsaved ? h("span", {class: "pill"}, t("unsaved", unsaved)) : null);
  }

  function showHeader(state) {
    const current = state.doc ? "documents" : state.view || "overview";
    const names = ["overview", "documents", "records", "findings"];
    const links = names.map(name => h("a", {href: "#view=" + name, "aria-current": name === current ? "page" : null}, t(name)));
    ziping.empty(header, h("a", {class: "brand", href: "#view=overview"}, h("strong", {}, "自评"), h("span", {}, t("title"))),
      h("nav", {"aria-label": t("title")}, links), h("div", {class: "head-tools"}, saveButton(), themes(),
        h("button", {type: "button", class: "plain", id: "language", lang: ziping.language === "zh" ? "en" : "zh", onclick: () => {
          setLanguage(ziping.language === "zh" ? "en" : "zh");
          store.set("language", ziping.language);
          render();
        }}, t("language")),
        h("button", {type: "button", class: "plain", id: "help", title: t("keys"), "aria-label": t("keys"), onclick: showKeys}, "?")),
      ziping.set.stale ? h("p", {class: "note stale", role: "alert"}, t("stale")) : null);
    document.title = `${state.doc ? ziping.shortName(state.doc) : t(current)} · ${ziping.set.summary.name} · ziping`;
  }

  // Keys.

  const keysOn = () => store.get("keys") !== "off";

  function showKeys() {
    const keys = [["j", "keyNext"], ["k", "keyBack"], ["n", "keyDoubt"], ["p", "keyDoubtBack"], ["y", "keyRight"], ["x", "keyWrong"], ["e", "keyEdit"],
      ["m", "keyNote"], ["u", "keyUndo"], ["[ ]", "keyDocument"], ["/", "keySearch"], ["?", "keyHelp"]];
    const on = h("input", {type: "checkbox", checked: keysOn(), onchange: event => store.set("keys", event.target.checked ? "on" : "off")});
    const dialog = h("dialog", {class: "keys", "aria-label": t("keys"), onclose: () => dialog.remove()}, h("h2", {}, t("keys")),
      h("dl", {}, keys.map(([key, name]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, t(name))])),
      h("label", {class: "check"}, on, " ", t("keysOn")), h("form", {method: "dialog"}, h("button", {class: "primary"}, t("close"))));
    document.body.append(dialog);
    dialog.showModal();
  }

  document.addEventListener("keydown", event => {
    const field = event.target.closest("input, select, textarea");
    if (field && event.key === "Escape") return field.blur();
    if (field && event.key === "Enter" && field.closest(".verdict-form")) return field.blur();
    if (field || event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (!keysOn()) return;
    const search = document.getElementById("search");
    if (event.key === "?") showKeys();
    else if (event.key === "/" && search) search.focus();
    else if (!(view && view.act && view.act(event.key))) return;
    event.preventDefault();
  });

  // What is shown.

  const lists = {documents: ziping.documentList, records: ziping.recordList, findings: ziping.findingList};

  async function render() {
    const mine = ++turn, state = stateOf(location.hash);
    showHeader(state);
    view = null;
    main.classList.remove("full");
    const waiting = setTimeout(() => ziping.empty(main, h("p", {class: "empty"}, t("loading"))), 150);
    try {
      let make = null;
      if (state.doc) make = await ziping.documentView(main, state);
      else if (Object.prototype.hasOwnProperty.call(lists, state.view)) {
        if (state.view === "records") await ziping.set.records();
        if (state.view === "findings") await ziping.set.findings();
        make = () => lists[state.view](main, state);
      } else make = () => ziping.overview(main);
      clearTimeout(waiting);
      if (mine === turn && make) view = await make();
      if (mine !== turn) return;
      main.dataset.ready = String(mine);
      if (mine === 1) performance.mark("shown");
    } catch (error) {
      clearTimeout(waiting);
      ziping.fail(error);
    }
  }

  window.addEventListener("hashchange", () => {
    render();
    main.focus({preventScroll: true});
  });
  ziping.verdicts.onChange(() => {
    const old = document.getElementById("save");
    if (old) old.replaceWith(saveButton());
    if (view && view.onVerdict) view.onVerdict();
  });

  showTheme();
  setLanguage(store.get("language") || (navigator.language.startsWith("zh") ? "zh" : "en"));
  ziping.open().then(render).catch(ziping.fail);
})();
