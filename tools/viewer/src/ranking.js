// The table of all zones of the level: the map's figures for everybody, sorted by any column.
import {at, h, swatch} from "./dom.js";
import {number, percent} from "./numbers.js";
import {no_data_colour, no_hazard_colour, shown} from "./palettes.js";
import {hazard_title} from "./themes.js";
import {class_title} from "./words.js";

// Thousands of rows would take seconds at each step of the slider.
const rows_at_a_time = 200;
let asked_for = {level: null, rows: 0};

const ranking_kind = (result, state) => {
    const kinds = ["risiko", "bahaya", "terluas"];
    return kinds.find((kind) => result.zones(state.level).some((zone) => result.class_of(zone, state.hazard, kind))) ?? null;
};

function rows_of(result, state, kind) {
    return result.zones(state.level).map((zone) => ({
        zone,
        name: zone.name ?? zone.code,
        exposed: result.exposed(zone, state.hazard, state.from),
        share: result.share(zone, state.hazard, state.from),
        class: kind && result.class_of(zone, state.hazard, kind),
    }));
}

// Unknown figures come last, whichever way; equal ones by name.
function sorted(rows, {sort, rising}) {
    const names = new Intl.Collator("id");
    return rows.sort((a, b) => {
        if (sort === "name") return names.compare(a.name, b.name) * (rising ? -1 : 1);
        if ((a[sort] === null) !== (b[sort] === null)) return a[sort] === null ? 1 : -1;
        return (a[sort] - b[sort]) * (rising ? 1 : -1) || names.compare(a.name, b.name);
    });
}

export function class_chip(result, state, hazard, kind, number_of_class) {
    if (number_of_class === null) return h("span", {class: "quiet-text"}, "–");
    const classes = kind === "terluas" ? result.hazard(hazard).classes : result.data.risk_classes;
    if (number_of_class === 0) return h("span", {class: "chip-class"}, swatch(no_hazard_colour), class_title("tidak ada bahaya", state.language));
    const colour = classes[kind === "kapasitas" ? classes.length - number_of_class : number_of_class - 1]?.colour ?? no_data_colour;
    return h("span", {class: "chip-class"}, swatch(shown(colour, state.palette)), class_title(classes[number_of_class - 1].title, state.language));
}

export function draw_ranking(result, state, words, change) {
    const kind = ranking_kind(result, state);
    const rows = sorted(rows_of(result, state, kind), state);
    const most = Math.max(1, ...rows.map((row) => row.exposed ?? 0));
    const heading = (key, title) => h("th", {scope: "col", "aria-sort": state.sort === key ? (state.rising !== (key === "name") ? "ascending" : "descending") : null},
        h("button", {type: "button", "data-sort": key, onclick: () => change(state.sort === key ? {rising: !state.rising} : {sort: key, rising: false})},
          title, h("span", {class: "arrow", "aria-hidden": "true"}, state.sort === key ? (state.rising !== (key === "name") ? "▲" : "▼") : "")));
    const level = result.level(state.level).title;
    const shown_rows = Math.max(rows_at_a_time, asked_for.level === state.level ? asked_for.rows : 0);
    const focused = document.activeElement?.dataset?.sort;
    const body = rows.slice(0, shown_rows).map((row, i) => h("tr", {},
        h("td", {class: "place"}, i + 1),
        h("th", {scope: "row"}, h("button", {type: "button", class: "zone", "data-code": row.zone.code,
            onclick: () => change({zone: row.zone.code}, {focus: true, fit: true})}, row.name)),
        h("td", {class: "bar-cell", style: `--share:${Math.max(0, (row.exposed ?? 0) / most)}`}, number(row.exposed, state.language)),
        h("td", {}, percent(row.share, state.language)),
        kind ? h("td", {}, class_chip(result, state, state.hazard, kind, row.class)) : null));
    at("ranking").replaceChildren(
        h("h2", {}, words.ranking(level)),
        h("table", {class: "ranking"},
          h("caption", {class: "quiet"}, words.ranking_caption(level, hazard_title(result, state.hazard, words))),
          h("thead", {}, h("tr", {}, h("th", {scope: "col", class: "place"}, "No"), heading("name", words.name), heading("exposed", words.exposed),
            heading("share", words.share_column), kind ? heading("class", words[kind === "risiko" ? "risk_column" : "hazard_column"]) : null)),
          h("tbody", {}, body)),
        rows.length <= shown_rows ? "" : h("button", {type: "button", class: "plain", id: "more-rows", onclick: () => {
            asked_for = {level: state.level, rows: shown_rows + rows_at_a_time};
            draw_ranking(result, state, words, change);
            at("ranking").querySelectorAll("tbody .zone")[shown_rows]?.focus({preventScroll: true});
        }}, words.show_more(number(Math.min(rows_at_a_time, rows.length - shown_rows), state.language), number(rows.length, state.language))));
    if (focused) at("ranking").querySelector(`[data-sort="${focused}"]`)?.focus();
}

