"use strict";
// Filters the lists in the page itself. What is chosen stands in the address, so that a link can be sent.
(() => {
  const form = document.getElementById("filters");
  const told = document.getElementById("told");
  const names = ["status", "area", "period", "q", "new"];
  const nothing = Object.fromEntries(names.map((name) => [name, ""]));
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  // What is folded away (who wrote, in the blind view) is not searched: finding it would tell.
  const seen = (element) => {
    const folded = element.querySelector("details");
    return folded ? element.textContent.replace(folded.textContent, "") : element.textContent;
  };
  const lists = [...document.querySelectorAll("section.list")].map((section) => ({
    section,
    count: section.querySelector("h2 .count"),
    groups: [...section.querySelectorAll("div:has(> h3.group)")],
    rows: [...section.querySelectorAll("li.row")].map((element) => ({
      element,
      text: plain(seen(element)).replace(/\s+/g, " "),
      areas: (element.dataset.area || "").split("|"),
      period: element.dataset.period,
      isNew: "new" in element.dataset,
      isMail: element.classList.contains("mail"),
    })),
  }));
  const links = [...document.querySelectorAll("nav.lists a")];

  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    return Object.fromEntries(names.map((name) => [name, given.get(name) || ""]));
  };
  const address = (chosen) => {
    const kept = new URLSearchParams();
    for (const name of names) if (chosen[name]) kept.set(name, chosen[name]);
    return "#" + kept;
  };
  const fits = (row, chosen, words) =>
    (!chosen.area || row.areas.includes(chosen.area)) &&
    (!chosen.period || row.period === chosen.period) &&
    (!chosen.new || row.isNew) &&
    words.every((word) => row.text.includes(word));

  const show = (chosen) => {
    const words = plain(chosen.q).split(/\s+/).filter(Boolean);
    const isNarrowed = Boolean(chosen.area || chosen.period || chosen.new || words.length);
    let shown = 0;
    let all = 0;
    let any = 0; // mails that are no application count here as well
    for (const list of lists) {
      const isWanted = !chosen.status || list.section.id === chosen.status;
      let here = 0;
      for (const row of list.rows) {
        const isShown = isWanted && fits(row, chosen, words);
        if (row.element.hidden === isShown) row.element.hidden = !isShown;
        if (isShown) {
          here += 1;
          any += 1;
        }
        if (!row.isMail) {
          all += 1;
          if (isShown) shown += 1;
        }
      }
      list.section.hidden = !isWanted || (isNarrowed && !here && !chosen.status);
      list.count.textContent = isNarrowed ? `${here} of ${list.rows.length}` : `${list.rows.length}`;
      for (const group of list.groups) {
        const fitting = group.querySelectorAll("li.row:not([hidden])").length;
        group.hidden = !fitting;
        group.querySelector(".count").textContent = fitting;
      }
    }
    const found = isNarrowed || chosen.status ? "some" : "all";
    const said = told.dataset[isNarrowed && !any ? "none" : found];
    told.textContent = said.replace("SHOWN", shown).replace("ALL", all);
    for (const link of links) {
      link.setAttribute("href", address({ ...chosen, status: link.dataset.list }));
      if (link.dataset.list === chosen.status) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const fill = (chosen) => {
    for (const name of names) {
      const field = form.elements[name];
      if (field.type === "checkbox") field.checked = Boolean(chosen[name]);
      else if (field.value !== chosen[name]) field.value = chosen[name];
    }
  };
  const chosenInForm = () => {
    const given = new FormData(form);
    return Object.fromEntries(names.map((name) => [name, String(given.get(name) || "").trim()]));
  };
  const changed = () => {
    const chosen = chosenInForm();
    history.replaceState(null, "", address(chosen));
    show(chosen);
  };
  const arrived = () => {
    if (location.hash.length > 1 && !location.hash.includes("=")) return; // a place in the page, not a choice
    const chosen = read();
    fill(chosen);
    show(chosen);
  };

  form.hidden = false;
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () =>
    setTimeout(() => {
      form.elements.status.value = "";
      changed();
    }),
  );
  addEventListener("hashchange", arrived);
  for (const link of document.querySelectorAll(".lead a"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const chosen = { ...nothing, ...(link.dataset.to === "new" ? { new: "1" } : { status: link.dataset.to }) };
      history.pushState(null, "", address(chosen));
      fill(chosen);
      show(chosen);
      document.getElementById("lists").focus();
    });
  if (location.hash.length > 1 && !location.hash.includes("=")) show(chosenInForm());
  else arrived();
})();
