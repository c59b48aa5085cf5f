// The slider of the threshold under the histogram it cuts.
import {histogram} from "./charts.js";
import {at, h} from "./dom.js";
import {number} from "./numbers.js";
import {all_hazards} from "./result.js";
import {threshold_text} from "./themes.js";

// Hazards of codes have one value a class, at the class's last bin: the slider goes from class to class.
const step_of = (hazard) => (hazard.kind === "classes" ? (hazard.edges.length - 1) / hazard.classes.length : 1);

function what(hazard, words) {
    const kinds = {depth: words.depth, index: words.index, classes: words.code};
    return kinds[hazard.kind] ?? words.value;
}

function chart(result, state, figures, words) {
    const hazard = result.hazard(state.hazard);
    return histogram(hazard, result.people_by_bin(figures.hazards[hazard.id]), state.from, state.palette, words.histogram_of(figures.name ?? words.whole_region));
}

export function draw_threshold(result, state, words, change) {
    const hazard = result.hazard(state.hazard);
    const box = at("threshold");
    if (!hazard || hazard.edges.length === 0) {
        box.replaceChildren(h("h2", {}, words.threshold),
            h("p", {class: "note"}, state.hazard === all_hazards ? words.no_threshold_all : words.no_threshold));
        delete box.dataset.of;
        return;
    }
    const figures = (state.zone !== null && result.zone(state.level, state.zone)) || result.total;
    const text = threshold_text(result, state, words);
    const of = `${hazard.id} ${state.language}`;
    if (box.dataset.of !== of) {  // else only its parts change, so that the slider is not taken from under the hand
        box.dataset.of = of;
        const edges = hazard.edges;
        box.replaceChildren(
            h("h2", {}, words.threshold),
            h("div", {class: "slider"},
              h("p", {class: "note", id: "threshold-of"}),
              h("div", {id: "threshold-chart"}),
              h("label", {for: "threshold-slider", class: "quiet"}, words.threshold_label(what(hazard, words))),
              h("input", {type: "range", id: "threshold-slider", min: 0, max: edges.length - 2, step: step_of(hazard), value: state.from,
                  oninput: (event) => change({from: Number(event.target.value)})}),
              h("div", {class: "scale", "aria-hidden": "true"}, [...hazard.classes.map((_, i) => edges[result.first_bin(hazard.id, i)]), edges[edges.length - 1]]
                  .map((edge) => h("span", {}, number(edge, state.language, 2)))),
              h("p", {class: "slider-value"}, h("output", {for: "threshold-slider", id: "threshold-value"}),
                h("button", {type: "button", class: "link", id: "threshold-reset", onclick: () => change({from: 0})}, words.reset))),
            h("p", {class: "note"}, words.threshold_note));
    }
    at("threshold-of").textContent = words.histogram_of(figures.name ?? words.whole_region);
    at("threshold-chart").replaceChildren(chart(result, state, figures, words));
    at("threshold-slider").value = state.from;
    at("threshold-slider").setAttribute("aria-valuetext", text);
    at("threshold-value").textContent = text;
    at("threshold-reset").hidden = state.from === 0;
}
