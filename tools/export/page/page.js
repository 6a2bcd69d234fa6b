// The page's behaviour. Texts of the graph enter the page as text only, never as markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("graph-data").textContent);
  const byId = (id) => document.getElementById(id);
  const events = data.nodes.filter((node) => node.event);
  const isBig = data.nodes.length > 1500;
  const rowsAtOnce = 100;

  // What each node has to do with others.
  data.nodes.forEach((node, index) => { node.index = index; node.links = []; });
  for (const edge of data.edges) {
    data.nodes[edge.from].links.push({ node: data.nodes[edge.to], role: edge.role });
    data.nodes[edge.to].links.push({ node: data.nodes[edge.from], role: edge.role });
  }
  for (const node of data.nodes) {
    const reports = node.event ? node.event.reports : [];
    node.text = [node.name, ...(node.aliases || []), ...reports.map((report) => report.quote)]
      .join("\n").toLocaleLowerCase();
  }

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  // ---- Filters -------------------------------------------------------------------------------

  const countBy = (values) => {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };

  const chosen = { type: new Set(), status: new Set() };
  const addChoices = (name, values) => {
    const box = byId("choose-" + name);
    for (const [value, count] of countBy(values)) {
      chosen[name].add(value);
      const label = element("label");
      const input = element("input", undefined, { type: "checkbox", value });
      input.checked = true;
      input.addEventListener("change", () => {
        if (input.checked) chosen[name].add(value); else chosen[name].delete(value);
        refresh();
      });
      label.append(input);
      const kind = name === "type" ? data.kinds[value] : undefined;
      if (kind) {
        const swatch = element("span", undefined, { class: "swatch", "aria-hidden": "true" });
        swatch.style.background = kind.fill;
        swatch.style.borderColor = kind.line;
        label.append(swatch);
      }
      label.append(value + " ", element("span", "(" + count + ")", { class: "count" }));
      box.append(label);
    }
  };
  addChoices("type", events.map((node) => node.event.type));
  addChoices("status", events.map((node) => node.event.status));

  const sources = new Set();
  for (const node of events) {
    for (const report of node.event.reports) sources.add(data.articles[report.article].source);
  }
  for (const source of [...sources].filter(Boolean).sort()) {
    byId("source").append(element("option", source, { value: source }));
  }
  if (byId("source").options.length <= 2) byId("choose-source").hidden = true;
  if (!events.length) {
    for (const id of ["event-filters", "timeline"]) byId(id).hidden = true;
  }

  const isWanted = (node, wanted) => {
    const event = node.event;
    if (!chosen.type.has(event.type) || !chosen.status.has(event.status)) return false;
    if (event.confidence !== undefined && event.confidence < wanted.confidence) return false;
    if (wanted.from || wanted.to) {
      if (!event.first) return wanted.undated;
      if (wanted.from && event.last < wanted.from) return false;
      if (wanted.to && event.first > wanted.to) return false;
    }
    if (wanted.source &&
        !event.reports.some((report) => data.articles[report.article].source === wanted.source)) {
      return false;
    }
    return !wanted.words.length || wanted.words.every((word) =>
      node.text.includes(word) || node.links.some((link) => link.node.text.includes(word)));
  };

  let visible = events;
  const refresh = () => {
    const wanted = {
      words: byId("search").value.toLocaleLowerCase().split(/\s+/).filter(Boolean),
      from: byId("from").value, to: byId("to").value, undated: byId("undated").checked,
      source: byId("source").value, confidence: Number(byId("confidence").value) / 100,
    };
    byId("confidence-shown").textContent = byId("confidence").value + " %";
    const shown = new Array(data.nodes.length).fill(false);
    if (events.length) {
      visible = events.filter((node) => isWanted(node, wanted));
      for (const node of visible) {
        shown[node.index] = true;
        for (const link of node.links) shown[link.node.index] = true;
      }
    } else {
      for (const node of data.nodes) {
        shown[node.index] = wanted.words.every((word) => node.text.includes(word));
      }
    }
    cy.batch(() => {
      cy.nodes().forEach((drawn) => { drawn.toggleClass("hidden", !shown[drawn.data("index")]); });
    });
    byId("shown").textContent = events.length
      ? visible.length + " of " + events.length + " events"
      : shown.filter(Boolean).length + " of " + data.nodes.length + " nodes";
    drawTimeline();
    fillTable(rowsAtOnce);
  };

  // ---- Picture -------------------------------------------------------------------------------

  const cy = cytoscape({
    container: byId("picture"),
    elements: {
      nodes: data.nodes.map((node) => ({
        data: { id: "n" + node.index, index: node.index, label: node.label,
                width: node.width, height: node.height },
        position: { x: node.x, y: node.y },
        classes: [node.kind.replace(/[^a-z]/g, "-"), node.dashed ? "dashed" : ""].join(" "),
      })),
      edges: data.edges.map((edge, index) => ({
        data: { id: "e" + index, source: "n" + edge.from, target: "n" + edge.to,
                label: edge.role || "", line: edge.line, arrow: edge.arrow },
        classes: edge.dashed ? "dashed" : "",
      })),
    },
    layout: { name: "preset", fit: true, padding: 30 },
    style: [
      { selector: "node", style: {
        label: "data(label)", "text-wrap": "wrap", "text-valign": "center", "text-halign": "center",
        "font-family": "DejaVu Sans, Verdana, sans-serif", "font-size": 11, color: "#1f2933",
        width: "data(width)", height: "data(height)", shape: "round-rectangle",
        "background-color": "#f3f4f6", "border-width": 1.4, "border-color": "#8a94a0",
        "min-zoomed-font-size": 5 } },
      ...Object.entries(data.kinds).map(([name, kind]) => ({
        selector: "." + name.replace(/[^a-z]/g, "-"),
        style: { shape: kind.shape, "background-color": kind.fill, "border-color": kind.line } })),
      { selector: "node.dashed", style: { "border-style": "dashed", "border-width": 2 } },
      { selector: "edge", style: {
        width: 1.4, "line-color": "data(line)", "curve-style": isBig ? "haystack" : "bezier",
        "target-arrow-shape": (edge) => (edge.data("arrow") ? "triangle" : "none"),
        "target-arrow-color": "data(line)", "font-size": 9, color: "#52606d",
        label: "data(label)", "text-background-color": "#fff", "text-background-opacity": 0.9,
        "text-background-padding": 1, "min-zoomed-font-size": 7 } },
      { selector: "edge.dashed", style: { "line-style": "dashed" } },
      { selector: ".hidden", style: { display: "none" } },
      { selector: ".beside", style: { opacity: 0.15 } },
      { selector: ":selected", style: { "border-width": 4, "border-color": "#1f5fa8" } },
    ],
    textureOnViewport: isBig, hideEdgesOnViewport: isBig, pixelRatio: isBig ? 1 : "auto",
    autoungrabify: true, boxSelectionEnabled: false,
  });
  cy.on("tap", "node", (tap) => select(data.nodes[tap.target.data("index")], false));
  cy.on("tap", (tap) => { if (tap.target === cy) select(null, false); });

  // ---- Details -------------------------------------------------------------------------------

  const addFact = (list, name, value) => {
    if (value === undefined || value === "") return;
    list.append(element("dt", name), element("dd", String(value)));
  };

  const articleText = (article) => {
    const line = element("p");
    const title = article.title || article.name;
    if (/^https?:/.test(article.url || "")) {
      line.append(element("a", title, { href: article.url, rel: "noreferrer noopener",
                                        target: "_blank" }));
    } else {
      line.append(title);
    }
    const more = [article.source, article.published].filter(Boolean).join(", ");
    if (more) line.append(element("span", " – " + more, { class: "faint" }));
    return line;
  };

  const quoteText = (report) => {
    const quote = element("blockquote");
    const at = report.words ? report.quote.indexOf(report.words) : -1;
    if (at < 0) {
      quote.textContent = report.quote;
    } else {
      quote.append(report.quote.slice(0, at), element("mark", report.words),
                   report.quote.slice(at + report.words.length));
    }
    return quote;
  };

  const showDetails = (node) => {
    const panel = byId("details");
    panel.replaceChildren();
    if (!node) {
      panel.append(element("p", data.hint, { class: "faint" }));
      return;
    }
    panel.append(element("h2", node.name));
    const facts = element("dl");
    addFact(facts, "kind", node.kind);
    addFact(facts, "also", (node.aliases || []).filter((alias) => alias !== node.name).join(", "));
    if (node.event) {
      addFact(facts, "status", node.event.status);
      addFact(facts, "date", node.event.date);
      addFact(facts, "place", node.event.place);
      if (node.event.confidence !== undefined) {
        addFact(facts, "how sure", Math.round(node.event.confidence * 100) + " %");
      }
    }
    for (const [name, value] of node.facts || []) addFact(facts, name, value);
    addFact(facts, "id", node.id);
    panel.append(facts);
    if (node.event) {
      for (const report of node.event.reports) {
        panel.append(quoteText(report), articleText(data.articles[report.article]));
        if (report.says) panel.append(element("p", "according to " + report.says));
        if (report.hedged) panel.append(element("p", "The article does not vouch for it."));
      }
      if (!node.event.reports.length) panel.append(element("p", "No article is named for it."));
    }
    if (node.links.length) {
      panel.append(element("h2", node.event ? "Who and what" : "Takes part in"));
      const list = element("ul");
      const links = [...node.links].sort((a, b) =>
        ((b.node.event || {}).first || "").localeCompare((a.node.event || {}).first || ""));
      for (const link of links.slice(0, 200)) {
        const button = element("button", link.node.name, { type: "button", class: "link" });
        button.addEventListener("click", () => select(link.node, true));
        const item = element("li");
        item.append(button);
        if (link.role) item.append(" " + link.role);
        list.append(item);
      }
      panel.append(list);
    }
  };

  const select = (node, moves) => {
    showDetails(node);
    cy.batch(() => {
      cy.elements().removeClass("beside");
      cy.nodes().unselect();
      if (!node) return;
      const drawn = cy.getElementById("n" + node.index);
      cy.elements().difference(drawn.closedNeighborhood()).addClass("beside");
      drawn.select();
    });
    for (const row of document.querySelectorAll("#rows tr")) {
      row.setAttribute("aria-selected", String(node !== null && row.dataset.index === String(node.index)));
    }
    if (node && moves) {
      const drawn = cy.getElementById("n" + node.index);
      cy.fit(drawn.closedNeighborhood().filter(":visible"), 60);
      if (cy.zoom() > 1.4) { cy.zoom(1.4); cy.center(drawn); }
    }
  };

  // ---- Timeline ------------------------------------------------------------------------------

  const svg = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const lastDay = (bin) => {
    if (bin.length === 4) return bin + "-12-31";
    const [year, month] = bin.split("-").map(Number);
    return bin + "-" + String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0");
  };

  const drawTimeline = () => {
    const dated = visible.filter((node) => node.event.first);
    const box = byId("timeline");
    box.replaceChildren();
    if (!dated.length) return;
    const months = dated.map((node) => node.event.first.slice(0, 7)).sort();
    const year = (month) => Number(month.slice(0, 4));
    const byYear = year(months[months.length - 1]) - year(months[0]) > 5;
    const counts = new Map();
    for (const month of months) {
      const bin = byYear ? month.slice(0, 4) : month;
      counts.set(bin, (counts.get(bin) || 0) + 1);
    }
    const bins = [];
    for (let at = byYear ? months[0].slice(0, 4) : months[0];
         at <= (byYear ? months[months.length - 1].slice(0, 4) : months[months.length - 1]);) {
      bins.push(at);
      const [atYear, atMonth] = at.split("-").map(Number);
      at = byYear || atMonth === 12 ? String(atYear + 1).padStart(4, "0") + (byYear ? "" : "-01")
                                    : at.slice(0, 5) + String(atMonth + 1).padStart(2, "0");
    }
    const width = 1000;
    const step = width / bins.length;
    const most = Math.max(...counts.values());
    const chart = svg("svg", { viewBox: "0 0 1000 72", preserveAspectRatio: "none", role: "group",
                               "aria-label": "Events by " + (byYear ? "year" : "month") });
    bins.forEach((bin, index) => {
      const count = counts.get(bin) || 0;
      const height = count ? Math.max(3, 50 * count / most) : 0;
      if (count) {
        const bar = svg("rect", { x: index * step + step * 0.1, y: 54 - height, width: step * 0.8,
                                  height, tabindex: "0", role: "button",
                                  "aria-label": bin + ": " + count + " events" });
        bar.append(svg("title", {}, bin + ": " + count + " events"));
        const narrow = () => {
          byId("from").value = bin.length === 4 ? bin + "-01-01" : bin + "-01";
          byId("to").value = lastDay(bin);
          refresh();
        };
        bar.addEventListener("click", narrow);
        bar.addEventListener("keydown", (key) => {
          if (key.key === "Enter" || key.key === " ") { key.preventDefault(); narrow(); }
        });
        chart.append(bar);
      }
      if (index % Math.ceil(bins.length / 12) === 0) {
        chart.append(svg("text", { x: index * step + 2, y: 68 }, bin));
      }
    });
    box.append(chart);
  };

  // ---- Table ---------------------------------------------------------------------------------

  const fillTable = (limit) => {
    const rows = byId("rows");
    rows.replaceChildren();
    const sorted = [...(events.length ? visible : data.nodes)].sort((a, b) =>
      ((b.event || {}).first || "").localeCompare((a.event || {}).first || "") || a.index - b.index);
    for (const node of sorted.slice(0, limit)) {
      const row = element("tr", undefined, { "data-index": node.index, "aria-selected": "false" });
      const button = element("button", node.name, { type: "button" });
      button.addEventListener("click", () => select(node, true));
      const cell = element("td");
      cell.append(button);
      const event = node.event || {};
      const who = node.links.map((link) => link.node.name + (link.role ? " (" + link.role + ")" : ""));
      row.append(element("td", event.date || ""), element("td", node.kind),
                 element("td", event.status || ""), cell, element("td", who.slice(0, 12).join(", ")),
                 element("td", event.reports ? String(event.reports.length) : ""));
      rows.append(row);
    }
    const more = byId("more");
    more.hidden = sorted.length <= limit;
    more.textContent = "Show " + Math.min(rowsAtOnce, sorted.length - limit) + " more of " + sorted.length;
    more.onclick = () => fillTable(limit + rowsAtOnce);
  };

  for (const id of ["search", "from", "to", "undated", "source", "confidence"]) {
    byId(id).addEventListener("input", refresh);
  }
  byId("clear").addEventListener("click", () => {
    for (const id of ["search", "from", "to", "source"]) byId(id).value = "";
    byId("confidence").value = 0;
    byId("undated").checked = true;
    for (const input of document.querySelectorAll("#event-filters fieldset input")) {
      if (!input.checked) input.click();
    }
    refresh();
    cy.fit(cy.elements(":visible"), 30);
  });
  byId("filters").addEventListener("submit", (submit) => submit.preventDefault());
  byId("fit").addEventListener("click", () => cy.fit(cy.elements(":visible"), 30));
  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape") select(null, false);
    if (key.key === "/" && document.activeElement.tagName !== "INPUT") {
      key.preventDefault();
      byId("search").focus();
    }
  });
  showDetails(null);
  refresh();
  // The timeline has taken its place by now.
  cy.resize();
  cy.fit(cy.elements(":visible"), 20);
  requestAnimationFrame(() => requestAnimationFrame(() => { document.body.dataset.ready = "true"; }));
})();
