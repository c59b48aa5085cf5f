// Elements of the page: h("button", {class: "plain", onclick}, "Cetak").
const svg_names = new Set(["svg", "g", "rect", "line", "text", "title", "path"]);

export function h(name, attributes = {}, ...children) {
    const element = svg_names.has(name)
        ? document.createElementNS("http://www.w3.org/2000/svg", name)
        : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith("on")) {
            element.addEventListener(key.slice(2), value);
        } else if (value === true) {
            element.setAttribute(key, "");
        } else if (value !== false && value !== null && value !== undefined) {
            element.setAttribute(key, value);
        }
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
}

export const swatch = (colour) => h("span", {class: "swatch", style: `background:${colour}`, "aria-hidden": "true"});

export const at = (id) => document.getElementById(id);
