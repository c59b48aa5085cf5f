// What stands round the panels: title, buttons, notes, the narrow screen's tabs and sheet, sharing and print.
import {at, h} from "./dom.js";

export function draw_frame(result, state, words, change, print) {
    const {title, region, note, attribution, disclaimers} = result.data;
    document.documentElement.lang = state.language;
    document.title = title;
    at("skip").textContent = words.skip;
    at("title").textContent = title;
    at("region").textContent = title.includes(region) ? "" : region;
    at("note").textContent = note;
    at("note").hidden = !note;
    for (const [id, text] of [["choices-heading", words.controls], ["data-heading", words.data], ["tab-map", words.tab_map], ["tab-zones", words.tab_zones]]) {
        at(id).textContent = text;
    }
    at("controls").setAttribute("aria-label", words.controls);
    at("data").setAttribute("aria-label", words.data);
    at("map-part").setAttribute("aria-label", words.map);
    at("sheet-handle").setAttribute("aria-label", words.sheet);
    const other = state.language === "id" ? "en" : "id";
    at("actions").replaceChildren(
        h("button", {type: "button", id: "share", onclick: () => open_share(words)}, words.share),
        h("button", {type: "button", id: "print", onclick: print}, words.print),
        h("button", {type: "button", id: "language", lang: other, onclick: () => change({language: other})}, words.language));
    at("sources").replaceChildren(
        h("h2", {}, words.sources),
        note ? h("p", {}, h("strong", {}, note)) : "",
        attribution ? h("p", {}, attribution) : "",
        h("ul", {}, disclaimers.map((text) => h("li", {}, text))),
        h("p", {class: "quiet-text"}, words.made_with, " · ", h("a", {href: "licences.txt"}, words.licences)));
}

function open_share(words) {
    const link = h("input", {type: "text", id: "share-link", readonly: true, value: location.href, onfocus: (event) => event.target.select()});
    const done = h("p", {class: "note", role: "status"});
    const copy = async () => {
        link.select();
        try {
            await navigator.clipboard.writeText(link.value);  // only on https and localhost
        } catch {
            document.execCommand("copy");
        }
        done.textContent = words.copied;
    };
    const dialog = h("dialog", {class: "share", "aria-labelledby": "share-title", onclose: () => dialog.remove()},
        h("h2", {id: "share-title"}, words.share_title), h("p", {}, words.share_text),
        h("label", {for: "share-link"}, words.share_label), link, done,
        h("div", {class: "dialog-buttons"}, h("button", {type: "button", class: "primary", onclick: copy}, words.copy),
          h("button", {type: "button", class: "plain", onclick: () => dialog.close()}, words.close)));
    document.body.append(dialog);
    dialog.showModal();
    link.focus();
}

// One panel at a time where there is no room for two; on a phone in a sheet of three heights.
export function set_up_sheet() {
    const heights = ["low", "half", "full"];
    const show = (tab) => {
        document.body.dataset.tab = tab;
        at("tab-map").setAttribute("aria-pressed", String(tab === "map"));
        at("tab-zones").setAttribute("aria-pressed", String(tab === "zones"));
    };
    const set_height = (height) => {
        document.body.dataset.sheet = height;
        at("sheet-handle").setAttribute("aria-expanded", String(height !== "low"));
    };
    const raise = () => document.body.dataset.sheet === "low" && set_height("half");
    at("tab-map").addEventListener("click", () => { show("map"); raise(); });
    at("tab-zones").addEventListener("click", () => { show("zones"); raise(); });
    const handle = at("sheet-handle");
    let start = null;
    handle.addEventListener("pointerdown", (event) => {
        start = event.clientY;
        handle.setPointerCapture(event.pointerId);
    });
    const dragged = (event) => {
        const moved = event.clientY - start;
        const place = heights.indexOf(document.body.dataset.sheet);
        start = null;
        if (Math.abs(moved) > 24) set_height(heights[Math.min(2, Math.max(0, place + (moved < 0 ? 1 : -1)))]);
        return Math.abs(moved) > 24;
    };
    let was_dragged = false;
    handle.addEventListener("pointerup", (event) => { was_dragged = dragged(event); });
    handle.addEventListener("click", () => {
        if (!was_dragged) set_height(heights[(heights.indexOf(document.body.dataset.sheet) + 1) % 3]);
        was_dragged = false;
    });
    show("map");
    set_height("half");
    return {show_zones: () => { show("zones"); raise(); }};
}
