// Search by name over all levels: a combobox with a list, as the ARIA practices describe it.
import {at, h} from "./dom.js";

const most = 12;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function matches(result, text) {
    const wanted = plain(text.trim());
    if (wanted === "") return [];
    const found = [];
    for (const level of result.levels) {
        for (const zone of result.zones(level.id)) {
            const name = plain(zone.name ?? "");
            if (name.includes(wanted) || zone.code.startsWith(wanted)) found.push({level, zone, place: name.indexOf(wanted)});
        }
    }
    const rank = (place) => (place === 0 ? 0 : 1);
    return found.sort((a, b) => rank(a.place) - rank(b.place) || (a.zone.name ?? "").localeCompare(b.zone.name ?? "", "id"));
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
        at("search-note").textContent = input.value.trim() !== "" && shown.length === 0 ? words.no_match : "";
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
