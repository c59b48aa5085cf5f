// Search by name over all levels: a combobox with a list, as the ARIA practices describe it.
import {at, h} from "./dom.js";

const most = 12;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Zones whose name or code has the text, or whose name and those of the areas above have all its words: many desa of a
// province are called alike. The whole name comes first, then what begins with the text.
function matches(result, text) {
    const wanted = plain(text.trim());
    if (wanted === "") return [];
    const parts = wanted.split(/\s+/);
    const names = new Intl.Collator("id");
    const found = [];
    let above = new Map();  // names of the level above with those above them, by code
    for (const level of [...result.levels].reverse()) {
        const here = new Map();
        for (const zone of result.zones(level.id)) {
            const name = plain(zone.name ?? "");
            const all = `${name} ${above.get(zone.parent) ?? ""}`;
            here.set(zone.code, all);
            const own = name.includes(wanted) || zone.code.startsWith(wanted);
            if (!own && !(name.includes(parts[0]) && parts.every((part) => all.includes(part)))) continue;
            found.push({level, zone, rank: name === wanted ? 0 : name.startsWith(wanted) ? 1 : own ? 2 : 3});
        }
        above = here;
    }
    return found.sort((a, b) => a.rank - b.rank || names.compare(a.zone.name ?? "", b.zone.name ?? "") || names.compare(a.zone.code, b.zone.code));
}

export function draw_search(result, words, say, choose) {
    const list = h("ul", {id: "search-list", role: "listbox", "aria-label": words.search, hidden: true});
    let shown = [];
    let active = -1;
    const input = h("input", {type: "search", id: "search-text", role: "combobox", autocomplete: "off", "aria-expanded": "false",
        "aria-controls": "search-list", "aria-autocomplete": "list", placeholder: words.search_hint});
    const mark = (place) => {
        active = place;
        [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
        if (active >= 0) list.children[active].scrollIntoView({block: "nearest"});
        input.setAttribute("aria-activedescendant", active >= 0 ? `match-${active}` : "");
    };
    const close = () => {
        list.hidden = true;
        input.setAttribute("aria-expanded", "false");
    };
    const take = (place) => {
        const {level, zone} = shown[place];
        close();
        input.value = "";
        choose(level.id, zone.code);
    };
    input.addEventListener("input", () => {
        const all = matches(result, input.value);
        shown = all.slice(0, most);
        list.replaceChildren(...shown.map(({level, zone}, i) => {
            const above = result.parent(level.id, zone)?.zone?.name;
            return h("li", {id: `match-${i}`, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(i); }},
                h("span", {}, zone.name ?? zone.code), h("small", {}, [level.title, above].filter(Boolean).join(" · ")));
        }));
        list.hidden = shown.length === 0;
        input.setAttribute("aria-expanded", String(shown.length > 0));
        mark(shown.length > 0 ? 0 : -1);
        at("search-note").textContent = all.length > most ? words.more_matches(all.length - most)
            : input.value.trim() !== "" && all.length === 0 ? words.no_match : "";
        if (shown.length > 0) say(words.matches(all.length));
    });
    input.addEventListener("keydown", (event) => {
        if (event.key === "Escape") close();
        if (list.hidden) return;
        if (event.key === "ArrowDown") mark(Math.min(active + 1, shown.length - 1));
        else if (event.key === "ArrowUp") mark(Math.max(active - 1, 0));
        else if (event.key === "Enter" && active >= 0) take(active);
        else return;
        event.preventDefault();
    });
    input.addEventListener("blur", close);
    at("search").replaceChildren(h("label", {for: "search-text"}, words.search), input, list, h("p", {id: "search-note", class: "note"}));
}
