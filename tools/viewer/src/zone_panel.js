// Everything known of the selected zone: figures, classes, a chart, tables.
import {stacked_bars} from "./charts.js";
import {at, h} from "./dom.js";
import {measure, millions, number, percent} from "./numbers.js";
import {shown} from "./palettes.js";
import {class_chip} from "./ranking.js";
import {all_hazards} from "./result.js";
import {hazard_title, threshold_text} from "./themes.js";
import {class_title} from "./words.js";

const sum = (list) => (list ? list.reduce((total, value) => total + value, 0) : null);

function tiles(result, state, zone, words) {
    const tile = (title, value, note) => h("div", {}, h("dt", {}, title), h("dd", {}, h("strong", {}, value), note ? h("span", {}, note) : null));
    const exposed = result.exposed(zone, state.hazard, state.from);
    return h("dl", {class: "tiles"},
        tile(words.population, number(zone.people, state.language), words.people.toLowerCase()),
        tile(words.exposed, number(exposed, state.language),
            exposed === null ? words.no_data : `${percent(result.share(zone, state.hazard, state.from), state.language)} ${words.of_population}`),
        tile(words.area, measure(zone.ha, state.language), "ha"));
}

function class_list(result, state, zone, words) {
    const titles = {bahaya: words.hazard, terluas: words.hazard, kerentanan: words.vulnerability, kapasitas: words.capacity, risiko: words.risk};
    const kinds = Object.keys(titles).map((kind) => [kind, result.class_of(zone, state.hazard, kind)])
        .filter(([kind, value], _, all) => value && !(kind === "terluas" && all[0][1]));
    return kinds.length === 0 ? null : h("dl", {class: "classes"}, kinds.map(([kind, value]) =>
        h("div", {}, h("dt", {}, titles[kind]), h("dd", {}, class_chip(result, state, state.hazard, kind, value)))));
}

function chart(result, state, zone, words) {
    const rows = result.hazards.filter((hazard) => result.exposed(zone, hazard.id) !== null).map((hazard) => ({
        title: hazard.title,
        total: result.exposed(zone, hazard.id),
        parts: hazard.classes.map((each, i) => ({
            value: zone.hazards[hazard.id].people[i],
            colour: shown(each.colour, state.palette),
            title: class_title(each.title, state.language),
        })),
    }));
    if (rows.length === 0) return null;
    const said = rows.map((row) => `${row.title} ${number(row.total, state.language)}`).join("; ");
    return [h("h3", {}, words.chart), stacked_bars(rows, state.language, `${words.chart}: ${said}`)];
}

// A table with a column a class and one for their sum. rows: [[title, values, text]]
function by_class(caption, classes, rows, state, words) {
    const known = rows.filter(([, values]) => values);
    if (known.length === 0) return null;
    const with_total = known.map(([title, values, text, total]) => h("tr", {}, h("th", {scope: "row"}, title),
        values.map((value) => h("td", {}, text(value, state.language))), h("td", {class: "sum"}, text(total ?? sum(values), state.language))));
    return h("table", {class: "figures"}, h("caption", {}, caption),
        h("thead", {}, h("tr", {}, h("td", {}), classes.map((each) => h("th", {scope: "col"}, class_title(each.title, state.language))),
          h("th", {scope: "col"}, words.total))),
        h("tbody", {}, with_total));
}

function hazard_tables(result, state, zone, words) {
    const hazard = result.hazard(state.hazard);
    const figures = zone.hazards[hazard.id] ?? {};
    const people = figures.people && hazard.classes.map((_, i) => result.exposed_in_class(zone, hazard.id, i, state.from));
    const exposures = result.data.exposures.map(({id, title, unit}) => [`${title} (${unit === "Rp" ? words.millions : unit})`,
        figures.exposures?.[id], unit === "Rp" ? millions : measure]);
    const own = [[words.row_people, people, number, result.exposed(zone, hazard.id, state.from)], [words.row_ha, figures.ha, measure]];
    const losses = [[words.row_fisik, figures.loss?.fisik, millions], [words.row_ekonomi, figures.loss?.ekonomi, millions],
                    [words.row_damage, figures.damage_ha, measure], ...exposures];
    const title = words.by_class(hazard.title) + (state.from > 0 ? ` (${words.row_people.toLowerCase()}: ${threshold_text(result, state, words)})` : "");
    const risk = [words.row_risk, figures.risk_ha, measure];
    const classes = result.data.risk_classes;
    return hazard.classes.length === classes.length
        ? [by_class(title, hazard.classes, [...own, ...losses, risk], state, words)]
        : [by_class(title, hazard.classes, own, state, words), by_class(words.losses, classes, [...losses, risk], state, words)];
}

function group_table(result, state, zone, words) {
    const groups = result.data.groups.filter(({id}) => zone.groups?.[id] !== undefined);
    if (groups.length === 0) return null;
    const exposed = (id) => zone.hazards[state.hazard]?.groups?.[id];
    const one = state.hazard !== all_hazards;
    return h("table", {class: "figures"}, h("caption", {}, words.groups),
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, words.group), h("th", {scope: "col"}, words.group_all),
          one ? h("th", {scope: "col"}, words.group_exposed) : null, one ? h("th", {scope: "col"}, "%") : null)),
        h("tbody", {}, groups.map(({id, title}) => h("tr", {}, h("th", {scope: "row"}, title),
          h("td", {}, number(zone.groups[id], state.language)),
          one ? h("td", {}, number(exposed(id), state.language)) : null,
          one ? h("td", {}, percent(exposed(id) === undefined || !zone.groups[id] ? null : exposed(id) / zone.groups[id], state.language)) : null))));
}

function hazards_table(result, state, zone, words) {
    return h("table", {class: "figures"}, h("caption", {}, words.all_table),
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, words.hazard), h("th", {scope: "col"}, words.people), h("th", {scope: "col"}, words.ha),
          h("th", {scope: "col"}, words.risk))),
        h("tbody", {}, [...result.hazards, {id: all_hazards, title: words.all_hazards}].map(({id, title}) => h("tr", {},
          h("th", {scope: "row"}, title), h("td", {}, number(result.exposed(zone, id), state.language)),
          h("td", {}, measure(result.hectares(zone, id), state.language)),
          h("td", {}, class_chip(result, state, id, "risiko", result.class_of(zone, id, "risiko")))))));
}

export function draw_zone(result, state, words, change, fit) {
    const zone = state.zone === null ? null : result.zone(state.level, state.zone);
    at("ranking").hidden = Boolean(zone);
    at("zone").hidden = !zone;
    if (!zone) {
        at("zone").replaceChildren();
        return;
    }
    const parent = result.parent(state.level, zone);
    const level = result.level(state.level).title;
    at("zone").replaceChildren(
        h("div", {class: "zone-bar"},
          h("button", {type: "button", class: "link", id: "zone-back", onclick: () => change({zone: null}, {focus: true})}, `← ${words.back}`),
          zone.bbox ? h("button", {type: "button", class: "link", onclick: () => fit(zone.bbox)}, words.zoom) : null),
        h("h2", {id: "zone-name", tabindex: "-1"}, zone.name ?? zone.code),
        h("p", {class: "zone-place"}, [level, parent?.zone && words.in_parent(parent.level.title, parent.zone.name), zone.code].filter(Boolean).join(" · ")),
        h("p", {class: "zone-hazard"}, hazard_title(result, state.hazard, words), state.from > 0 ? h("em", {}, threshold_text(result, state, words)) : null),
        tiles(result, state, zone, words),
        ...[class_list(result, state, zone, words),
            ...(chart(result, state, zone, words) ?? []),
            ...(state.hazard === all_hazards
                ? [hazards_table(result, state, zone, words), by_class(words.row_highest, result.data.risk_classes, [[words.ha, zone.multi?.ha, measure]], state, words)]
                : hazard_tables(result, state, zone, words)),
            group_table(result, state, zone, words),
            state.hazard === all_hazards || result.hazards.length < 2 ? null : hazards_table(result, state, zone, words)].filter(Boolean));
}
