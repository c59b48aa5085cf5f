// Two small charts, as SVG: people by hazard and class, people over a hazard's values.
import {h} from "./dom.js";
import {number} from "./numbers.js";
import {shown} from "./palettes.js";

// Bars of one zone: a row a hazard, cut into classes. rows: [{title, parts: [{value, colour, title}], total}]
export function stacked_bars(rows, language, label) {
    const width = 360;
    const row_height = 40;
    const most = Math.max(1, ...rows.map((row) => row.total ?? 0));
    const bars = rows.map((row, i) => {
        let x = 0;
        const y = i * row_height;
        const parts = row.parts.map((part) => {
            const length = (part.value / most) * (width - 90);
            const bar = h("rect", {x, y: y + 18, width: Math.max(0, length - 0.5), height: 14, fill: part.colour},
                          h("title", {}, `${part.title}: ${number(part.value, language)}`));
            x += length;
            return bar;
        });
        return h("g", {}, h("text", {x: 0, y: y + 13, class: "bar-name"}, row.title), parts,
                 h("text", {x: x + 6, y: y + 30, class: "bar-value"}, number(row.total, language)));
    });
    return h("svg", {class: "bars", viewBox: `0 0 ${width} ${rows.length * row_height}`, role: "img", "aria-label": label}, bars);
}

// People in each bin; bins below the threshold are grey. In the same width as the slider below it.
export function histogram(hazard, people, from, palette, label) {
    const bins = hazard.edges.length - 1;
    const [width, height] = [320, 56];
    const most = Math.max(1e-9, ...people);
    const per_class = bins / hazard.classes.length;
    const bars = people.map((value, i) => {
        const size = (value / most) * height;
        const colour = i < from ? "#c9d0d6" : shown(hazard.classes[Math.floor(i / per_class)].colour, palette);
        return h("rect", {x: (i / bins) * width, y: height - size, width: (width / bins) * 0.86, height: size, fill: colour});
    });
    return h("svg", {class: "histogram", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": label}, bars);
}
