// The headline figure, the legend with its totals and the colours' switch, and the short legend on the map.
import {at, h, swatch} from "./dom.js";
import {measure, number, percent} from "./numbers.js";
import {all_hazards} from "./result.js";
import {hazard_title, threshold_text} from "./themes.js";

function headline(result, state, words) {
    const total = result.total;
    const all = state.hazard === all_hazards;
    const title = all ? words.exposed_any : words.exposed_to(hazard_title(result, state.hazard, words));
    return [
        h("p", {class: "headline-title"}, title),
        h("p", {class: "headline-figure"}, h("strong", {id: "exposed"}, number(result.exposed(total, state.hazard, state.from), state.language)),
          h("span", {}, ` ${words.people.toLowerCase()}`), state.from > 0 ? h("em", {}, threshold_text(result, state, words)) : null),
        h("p", {class: "headline-note"},
          words.of_people(percent(result.share(total, state.hazard, state.from), state.language), number(total.people, state.language)),
          " · ", h("span", {class: "whole"}, words.area_in_hazard(measure(result.hectares(total, state.hazard), state.language)))),
    ];
}

const total_of = (rows, key) => {
    const known = rows.filter((row) => !row.aside && row[key] !== undefined && row[key] !== null);
    return known.length === 0 ? null : known.reduce((sum, row) => sum + row[key], 0);
};

function table(shown, state, words) {
    const columns = [["zones", words.zones, number], ["people", words.people, number], ["ha", words.ha, measure]]
        .filter(([key]) => shown.rows.some((row) => row[key] !== undefined && row[key] !== null));
    const cell = (row, [key, , text]) => h("td", {}, text(row[key], state.language));
    const line = (row) => h("tr", {class: row.aside ? "aside" : ""},
        h("th", {scope: "row"}, swatch(row.colour), row.title), columns.map((column) => cell(row, column)));
    const total = h("tr", {class: "total"}, h("th", {scope: "row"}, words.total),
        columns.map(([key, , text]) => h("td", {}, text(total_of(shown.rows, key), state.language))));
    return h("table", {class: "legend"},
        h("caption", {}, shown.title),
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, shown.theme.kind === "terpapar" ? words.range_people : words.class),
          columns.map(([, title]) => h("th", {scope: "col"}, title)))),
        h("tbody", {}, shown.rows.filter((row) => !row.aside).map(line), columns.length === 0 ? null : total,
          shown.rows.filter((row) => row.aside).map(line)));
}

const check = (id, title, on, choose) =>
    h("label", {}, h("input", {type: "checkbox", id, checked: on, onchange: (event) => choose(event.target.checked)}), title);

// Archives may say who made them in HTML; of it only the text is taken.
const plain_text = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

export function draw_legend(result, state, shown, words, change) {
    const focused = at("legend").contains(document.activeElement) ? document.activeElement.id : "";
    at("headline").replaceChildren(...headline(result, state, words));
    at("legend").replaceChildren(
        h("h2", {class: "quiet"}, words.legend),
        table(shown, state, words),
        shown.theme.raster && shown.theme.kind !== "kapasitas" ? h("p", {class: "note"}, words.most) : "",
        h("div", {class: "checks"}, check("palette", words.palette, state.palette === "aman", (on) => change({palette: on ? "aman" : "biasa"})),
          result.data.relief ? check("relief", words.relief, state.relief, (on) => change({relief: on})) : "",
          result.data.basemap ? check("basemap", words.basemap, state.basemap, (on) => change({basemap: on})) : ""),
        state.basemap && result.data.basemap_attribution ? h("p", {class: "note", id: "basemap-by"}, `${words.basemap}: ${plain_text(result.data.basemap_attribution)}`) : "");
    if (focused) at(focused).focus();
    at("map-caption").replaceChildren(
        h("p", {}, h("strong", {}, shown.title), h("span", {}, hazard_title(result, state.hazard, words))),
        h("ul", {}, shown.rows.filter((row) => !row.aside && !row.optional).map((row) => h("li", {}, swatch(row.colour), row.title))));
}
