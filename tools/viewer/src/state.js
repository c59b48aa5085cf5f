// What the reader has chosen, and its place in the page's address: #bahaya=banjir&tema=terpapar&ambang=0.75
import {all_hazards} from "./result.js";
import {themes} from "./themes.js";
import {languages} from "./words.js";

export const sort_keys = ["exposed", "share", "name", "class"];

function first_state(result) {
    const language = new URLSearchParams(location.search).get("lang");
    const hazard = result.hazards[0]?.id ?? all_hazards;
    return {
        hazard,
        theme: themes(result, hazard)[0].id,
        level: result.levels[result.levels.length - 1].id,
        zone: null,      // a code of the level
        from: 0,         // the first histogram bin that counts
        palette: "biasa",
        language: languages.includes(language) ? language : result.data.language,
        relief: true,    // where there is one
        basemap: false,
        sort: "exposed",
        rising: false,
        view: null,      // [zoom, latitude, longitude]; null: the whole region
    };
}

// The bin whose lower limit is nearest to a value.
function bin_at(result, hazard, value) {
    const edges = result.hazard(hazard)?.edges ?? [];
    let best = 0;
    for (let i = 0; i + 1 < edges.length; ++i) {
        if (Math.abs(edges[i] - value) < Math.abs(edges[best] - value)) best = i;
    }
    return best;
}

export function state_of_hash(result, hash) {
    const state = first_state(result);
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    const take = (key, name, valid) => {
        const value = given.get(key);
        if (value !== null && valid(value)) state[name] = value;
    };
    take("bahaya", "hazard", (id) => result.hazard(id) || (id === all_hazards && result.hazards.length > 1));
    take("tema", "theme", () => true);
    take("tingkat", "level", (id) => result.level(id));
    take("wilayah", "zone", (code) => result.zone(state.level, code));
    take("warna", "palette", (id) => id === "aman");
    take("bahasa", "language", (id) => languages.includes(id));
    take("urut", "sort", (id) => sort_keys.includes(id));
    state.rising = given.get("naik") === "1";
    state.relief = given.get("relief") !== "0";
    state.basemap = given.get("dasar") === "1";
    const threshold = Number.parseFloat(given.get("ambang"));
    if (Number.isFinite(threshold)) state.from = bin_at(result, state.hazard, threshold);
    const view = (given.get("peta") ?? "").split("/").map(Number);
    if (view.length === 3 && view.every(Number.isFinite)) state.view = view;
    return settled(result, state);
}

// A theme the hazard does not have gives way to its first one, a threshold to none.
export function settled(result, state) {
    const list = themes(result, state.hazard);
    if (!list.some(({id}) => id === state.theme)) state.theme = list[0].id;
    if (state.from >= result.bins(state.hazard)) state.from = 0;
    return state;
}

export function hash_of_state(result, state) {
    const first = first_state(result);
    const parts = [`bahaya=${state.hazard}`, `tema=${state.theme}`, `tingkat=${state.level}`];
    if (state.zone !== null) parts.push(`wilayah=${encodeURIComponent(state.zone)}`);
    if (state.from > 0) parts.push(`ambang=${result.hazard(state.hazard).edges[state.from]}`);
    if (state.palette !== first.palette) parts.push(`warna=${state.palette}`);
    if (state.language !== result.data.language) parts.push(`bahasa=${state.language}`);
    if (state.sort !== first.sort) parts.push(`urut=${state.sort}`);
    if (state.rising) parts.push("naik=1");
    if (!state.relief) parts.push("relief=0");
    if (state.basemap) parts.push("dasar=1");
    if (state.view) parts.push(`peta=${state.view.join("/")}`);
    return `#${parts.join("&")}`;
}
