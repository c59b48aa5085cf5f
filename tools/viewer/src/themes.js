// What the map can show: rasters of classes, zones by their class, zones by exposed people.
import {number, percent} from "./numbers.js";
import {no_data_colour, no_hazard_colour, nobody_colour, ramp, shown} from "./palettes.js";
import {all_hazards} from "./result.js";
import {class_title} from "./words.js";

const raster_kinds = ["bahaya", "kerentanan", "risiko", "kapasitas", "jumlah"];
const class_kinds = ["bahaya", "terluas", "kerentanan", "risiko", "kapasitas"];
const share_limits = [0.05, 0.1, 0.25, 0.5];

function raster_name(result, hazard, kind) {
    const {tiles} = result.data;
    if (kind === "kapasitas") return tiles.kapasitas;
    return hazard === all_hazards ? tiles[`multi_${kind}`] : result.hazard(hazard).tiles[kind];
}

// [{id, group, kind, raster}] of one hazard; ids are kept in links.
export function themes(result, hazard) {
    const list = [];
    for (const kind of raster_kinds) {
        const raster = raster_name(result, hazard, kind);
        if (raster) list.push({id: kind, group: "rasters", kind, raster});
    }
    for (const kind of class_kinds) {
        const any = result.levels.some(({id}) => result.zones(id).some((zone) => result.class_of(zone, hazard, kind)));
        const stand_in = kind === "terluas" && list.some(({id}) => id === "zona-bahaya");
        if (any && !stand_in) list.push({id: `zona-${kind}`, group: "zones_group", kind});
    }
    for (const kind of ["terpapar", "persen"]) list.push({id: kind, group: "zones_group", kind});
    return list;
}

// A round number near the value: 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten.
function rounded(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    const steps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
    return power * steps.reduce((best, step) => (Math.abs(step - value / power) < Math.abs(best - value / power) ? step : best));
}

// Limits between five classes of about as many zones each, of all classes of the hazard: they stay while the threshold moves.
function people_limits(result, level, hazard) {
    const values = result.zones(level).map((zone) => result.exposed(zone, hazard)).filter((value) => value >= 1);
    values.sort((a, b) => a - b);
    const limits = [0.2, 0.4, 0.6, 0.8].map((share) => rounded(values[Math.floor(values.length * share)] ?? 1));
    return [...new Set(limits)].sort((a, b) => a - b);
}

// What is known, added up; null where nothing is.
const plus = (sum, value) => (value === null ? sum : (sum ?? 0) + value);

// Rows of a legend of zones: each zone is counted in the row that `place` gives it.
function counted(rows, result, state, place) {
    for (const row of rows) Object.assign(row, {zones: 0, people: null, ha: null});
    for (const zone of result.zones(state.level)) {
        const row = rows[place(zone)];
        row.zones += 1;
        row.people = plus(row.people, result.exposed(zone, state.hazard, state.from));
        row.ha = plus(row.ha, result.hectares(zone, state.hazard));
    }
}

function class_theme(result, state, theme) {
    const classes = theme.kind === "terluas" ? result.hazard(state.hazard).classes : result.data.risk_classes;
    const good = theme.kind === "kapasitas";
    const rows = classes.map((each, i) => ({
        title: class_title(each.title, state.language),
        colour: shown(good ? classes[classes.length - 1 - i].colour : each.colour, state.palette),
    }));
    if (!good) rows.push({title: class_title("tidak ada bahaya", state.language), colour: no_hazard_colour, aside: true});
    rows.push({title: class_title("tanpa data", state.language), colour: no_data_colour, aside: true});
    const place = (zone) => {
        const number_of_class = result.class_of(zone, state.hazard, theme.kind);
        if (number_of_class === null) return rows.length - 1;
        return number_of_class === 0 ? classes.length : number_of_class - 1;
    };
    return {rows, place};
}

function graduated_theme(result, state, theme, words) {
    const shares = theme.kind === "persen";
    const limits = shares ? share_limits : people_limits(result, state.level, state.hazard);
    const text = (value) => (shares ? number(value * 100, state.language) : number(value, state.language));
    const unit = shares ? "%" : "";
    const colours = ramp.slice(ramp.length - limits.length - 1);
    const rows = colours.map((colour, i) => ({
        colour,
        title: i === 0 ? `< ${text(limits[0])}${unit}`
            : i === limits.length ? `≥ ${text(limits[i - 1])}${unit}`
            : `${text(limits[i - 1])}–${text(limits[i])}${unit}`,
    }));
    rows.push({title: class_title(words.nobody, state.language), colour: nobody_colour, optional: true});
    rows.push({title: class_title("tanpa data", state.language), colour: no_data_colour, aside: true});
    const value_of = shares ? "share" : "exposed";
    const place = (zone) => {
        const value = result[value_of](zone, state.hazard, state.from);
        if (value === null) return rows.length - 1;
        if (value * (shares ? zone.people : 1) < 0.5) return rows.length - 2;  // rounds to nobody
        return limits.filter((limit) => value >= limit).length;
    };
    return {rows, place};
}

function raster_rows(result, state, theme, words) {
    const own = state.hazard === all_hazards ? result.total.multi ?? {} : result.total.hazards[state.hazard];
    const areas = {bahaya: own.ha, kerentanan: own.vulnerability_ha, risiko: own.risk_ha, jumlah: own.number_ha}[theme.kind];
    const with_people = theme.kind === "bahaya" && state.hazard !== all_hazards;
    const rows = [];
    let index = 0;
    for (const each of result.data.rasters[theme.raster].classes) {
        if (!each.title) continue;
        const row = {title: class_title(each.title, state.language), colour: shown(each.colour, state.palette)};
        if (each.value > 0) {
            row.ha = areas?.[index];
            if (with_people) row.people = result.exposed_in_class(result.total, state.hazard, index, state.from);
            ++index;
            rows.push(row);
        } else if (theme.kind !== "kapasitas") {
            Object.assign(row, {aside: true, ...(with_people ? own.none : {})});
            rows.push(row);
        }
    }
    rows.sort((a, b) => Boolean(a.aside) - Boolean(b.aside));
    if (with_people && own.no_data) {
        rows.push({title: class_title("tanpa data", state.language), colour: no_data_colour, aside: true, ...own.no_data});
    }
    return rows;
}

// Rows aside do not count in the total; optional ones, and those, are left out where no zone is in them.
// The chosen theme worked out: {title, theme, rows: [{title, colour, people, ha, zones, aside, optional}], colour_of(zone)}.
export function shown_theme(result, state, words) {
    const list = themes(result, state.hazard);
    const theme = list.find(({id}) => id === state.theme) ?? list[0];
    const title = theme_title(result, state, theme, words);
    if (theme.raster) return {title, theme, rows: raster_rows(result, state, theme, words), colour_of: null};
    const {rows, place} = ["terpapar", "persen"].includes(theme.kind)
        ? graduated_theme(result, state, theme, words)
        : class_theme(result, state, theme);
    counted(rows, result, state, place);
    return {title, theme, rows: rows.filter((row) => row.zones > 0 || !(row.aside || row.optional)), colour_of: (zone) => rows[place(zone)].colour};
}

export function theme_title(result, state, theme, words) {
    const level = result.level(state.level).title;
    return theme.raster ? words[theme.kind] : words.by_zone(words[theme.kind], level);
}

export function hazard_title(result, id, words) {
    return id === all_hazards ? words.all_hazards : result.hazard(id).title;
}

// What a zone shows in the chosen theme, for a tooltip.
export function value_text(result, state, theme, zone, words) {
    const people = words.souls(number(result.exposed(zone, state.hazard, state.from), state.language));
    return `${people} (${percent(result.share(zone, state.hazard, state.from), state.language)})`;
}

// A value of the hazard with its unit: "0,75 m".
export function threshold_text(result, state, words) {
    const hazard = result.hazard(state.hazard);
    if (!hazard || state.from === 0) return words.everything;
    const unit = hazard.unit ? ` ${hazard.unit}` : "";
    return words.at_least(number(hazard.edges[state.from], state.language, 2) + unit);
}

