// The panel of choices: hazard, theme, level.
import {at, h} from "./dom.js";
import {all_hazards} from "./result.js";
import {theme_title, themes} from "./themes.js";

function radios(name, legend, options, chosen, choose) {
    return h("fieldset", {class: "chips"}, h("legend", {}, legend), h("div", {class: "chip-row"}, options.map(({id, title}) =>
        h("label", {class: "chip"},
          h("input", {type: "radio", name, value: id, checked: id === chosen, onchange: () => choose(id)}),
          h("span", {}, title)))));
}

function theme_select(result, state, words, choose) {
    const list = themes(result, state.hazard);
    const group = (key) => {
        const options = list.filter((theme) => theme.group === key);
        return options.length === 0 ? null : h("optgroup", {label: words[key]}, options.map((theme) =>
            h("option", {value: theme.id, selected: theme.id === state.theme}, theme_title(result, state, theme, words))));
    };
    return h("div", {class: "field"}, h("label", {for: "theme"}, words.theme),
             h("select", {id: "theme", onchange: (event) => choose(event.target.value)}, group("rasters"), group("zones_group")));
}

export function draw_controls(result, state, words, change) {
    const hazards = result.hazards.map(({id, title}) => ({id, title}));
    if (hazards.length > 1) hazards.push({id: all_hazards, title: words.all_hazards});
    const focused = document.activeElement;
    const mark = focused?.closest?.("#choices") && (focused.id ? `#${focused.id}` : `[name="${focused.name}"][value="${focused.value}"]`);
    at("choices").replaceChildren(
        radios("hazard", words.hazard, hazards, state.hazard, (hazard) => change({hazard, from: 0})),
        theme_select(result, state, words, (theme) => change({theme})),
        result.levels.length > 1
            ? radios("level", words.level, result.levels, state.level, (level) => change({level, zone: null}))
            : "");
    if (mark) at("choices").querySelector(mark)?.focus();
}
