// The page: one state, drawn anew where it changes. The same file is also the map's worker (see build.mjs).
import {setWorkerCount, setWorkerUrl} from "../node_modules/maplibre-gl/src/index.ts";
import {draw_controls} from "./controls.js";
import {at} from "./dom.js";
import {read_json} from "./files.js";
import {draw_frame, set_up_sheet} from "./frame.js";
import {draw_legend} from "./legend.js";
import {MapView} from "./map_view.js";
import {number} from "./numbers.js";
import {draw_ranking} from "./ranking.js";
import {Result} from "./result.js";
import {draw_search} from "./search.js";
import {hash_of_state, settled, state_of_hash} from "./state.js";
import {hazard_title, shown_theme, threshold_text, value_text} from "./themes.js";
import {draw_threshold} from "./threshold.js";
import {words_of} from "./words.js";
import {draw_zone} from "./zone_panel.js";

class Viewer {
    constructor(result) {
        this.result = result;
        this.state = state_of_hash(result, location.hash);
        this.words = words_of(this.state.language);
        this.change = this.change.bind(this);
        this.sheet = set_up_sheet();
        this.map = null;  // until WebGL and the archives are there
        addEventListener("hashchange", () => this.follow_hash());
        addEventListener("beforeprint", () => this.before_print());
    }

    async start() {
        this.draw_all();
        if (this.zone()) this.sheet.show_zones();
        document.body.classList.remove("loading");
        const map = new MapView(at("map"), this.result, {
            click: (id) => this.change({zone: this.result.by_id.get(this.state.level).get(id)?.code ?? null}, {say: true, show: true}),
            hover: (id, point) => this.hover(id, point),
            move: (view) => this.moved(view),
        });
        try {
            await map.open(this.state.view, this.words.map_label);
        } catch (problem) {
            this.complain(map.map ? this.words.no_zones : this.words.no_webgl);
            console.warn(problem.message);
            if (!map.map) return;
        }
        this.map = map;
        await this.draw_map();
        document.body.dataset.ready = "yes";
    }

    change(changes, {focus = false, fit = false, say = false, show = false} = {}) {
        const before = this.state;
        this.state = settled(this.result, {...before, ...changes});
        this.words = words_of(this.state.language);
        this.write_hash();
        if ("language" in changes) this.draw_all();
        else this.draw();
        this.draw_map();
        const zone = this.zone();
        if (zone && zone !== this.zone(before)) {
            if (fit && zone.bbox && this.map) this.map.fit(zone.bbox);
            if (show) this.sheet.show_zones();
            if (say) {
                const people = number(this.result.exposed(zone, this.state.hazard, this.state.from), this.state.language);
                this.say(this.words.selected(zone.name, people, hazard_title(this.result, this.state.hazard, this.words)));
            }
        }
        if (focus) {
            if (zone) this.sheet.show_zones();
            const target = zone ? at("zone-name") : document.querySelector(`[data-code="${CSS.escape(before.zone ?? "")}"]`);
            target?.focus();
        }
        if ("from" in changes && !("hazard" in changes)) {
            const total = this.result.exposed(zone ?? this.result.total, this.state.hazard, this.state.from);
            this.say(this.words.recomputed(number(total, this.state.language), threshold_text(this.result, this.state, this.words)));
        }
    }

    zone(state = this.state) {
        return state.zone === null ? null : this.result.zone(state.level, state.zone);
    }

    draw_all() {
        const {result, state, words} = this;
        draw_frame(result, state, words, this.change, () => print());
        draw_search(result, words, (text) => this.say(text), (level, zone) => this.change({level, zone}, {focus: true, fit: true}));
        this.draw();
    }

    draw() {
        const {result, state, words} = this;
        this.shown = shown_theme(result, state, words);
        draw_controls(result, state, words, this.change);
        draw_legend(result, state, this.shown, words, this.change);
        draw_threshold(result, state, words, this.change);
        draw_ranking(result, state, words, this.change);
        draw_zone(result, state, words, this.change, (box) => this.map?.fit(box));
    }

    async draw_map() {
        if (!this.map) return;
        const {level, palette, relief, basemap} = this.state;
        await this.map.show({level, palette, relief, basemap, colour_of: this.shown.colour_of, raster: this.shown.theme.raster});
        this.map.select(level, this.zone());
    }

    hover(id, point) {
        const tip = at("tip");
        const zone = id === null ? null : this.result.by_id.get(this.state.level).get(id);
        tip.hidden = !zone;
        if (!zone) return;
        tip.replaceChildren(Object.assign(document.createElement("strong"), {textContent: zone.name}),
                            value_text(this.result, this.state, this.shown.theme, zone, this.words));
        const box = at("map").getBoundingClientRect();
        tip.style.left = `${Math.min(point.x + 14, box.width - tip.offsetWidth - 8)}px`;
        tip.style.top = `${Math.max(8, point.y - tip.offsetHeight - 10)}px`;
    }

    say(text) {
        clearTimeout(this.saying);
        this.saying = setTimeout(() => { at("live").textContent = text; }, 250);  // not every step of the slider
    }

    complain(text) {
        at("map-problem").textContent = text;
        at("map-problem").hidden = false;
    }

    moved(view) {
        this.state.view = view;
        this.write_hash();
    }
    write_hash() {
        history.replaceState(null, "", hash_of_state(this.result, this.state));
    }
    follow_hash() {
        this.state = state_of_hash(this.result, location.hash);
        this.words = words_of(this.state.language);
        this.draw_all();
        this.draw_map();
        if (this.map && this.state.view) {
            const [zoom, lat, lng] = this.state.view;
            this.map.map.jumpTo({zoom, center: [lng, lat]});
        }
    }

    before_print() {
        if (this.map) at("map-picture").src = this.map.picture();
        at("print-link").textContent = this.words.printed(location.href);
    }
}

async function open() {
    // A classic worker of this very bundle: MapLibre takes a URL that ends in .cjs for one.
    setWorkerUrl(`${URL.createObjectURL(new Blob([`(${globalThis.papar_viewer})()`], {type: "text/javascript"}))}#.cjs`);
    setWorkerCount(2);
    try {
        await new Viewer(new Result(await read_json("hasil.json"))).start();
    } catch (problem) {
        document.body.classList.remove("loading");
        at("title").textContent = words_of("id").failed;
        at("map-problem").textContent = problem.message;
        at("map-problem").hidden = false;
        throw problem;
    }
}

if (typeof document !== "undefined") open();
