// hasil.json and the figures worked out from it. A figure that is not known is null.
export const all_hazards = "semua";

const format = "papar-hasil/2";  // docs/viewer.md

const sum = (list) => list.reduce((total, value) => total + value, 0);

export class Result {
    constructor(data) {
        if (data.format !== format) throw new Error(`hasil.json: ${data.format}, bukan ${format}; ulangi papar tiles dengan --overwrite`);
        this.data = data;
        this.levels = data.levels;
        this.hazards = data.hazards;
        this.total = data.total;
        this.by_id = new Map();
        this.by_code = new Map();
        this.tails = new WeakMap();
        for (const {id} of this.levels) {
            this.by_id.set(id, new Map(data.zones[id].map((zone) => [zone.id, zone])));
            this.by_code.set(id, new Map(data.zones[id].map((zone) => [zone.code, zone])));
        }
    }

    zones(level) {
        return this.data.zones[level];
    }
    zone(level, code) {
        return this.by_code.get(level)?.get(code) ?? null;
    }
    level(id) {
        return this.levels.find((level) => level.id === id);
    }
    parent(level, zone) {
        const above = this.levels[this.levels.findIndex(({id}) => id === level) + 1];
        return above && zone.parent ? {level: above, zone: this.zone(above.id, zone.parent)} : null;
    }
    hazard(id) {
        return this.hazards.find((hazard) => hazard.id === id) ?? null;
    }

    // The number of histogram bins; 0 where the hazard has no values.
    bins(hazard) {
        return Math.max(0, (this.hazard(hazard)?.edges.length ?? 0) - 1);
    }
    // A class's first bin: every class has as many.
    first_bin(hazard, index) {
        return (this.bins(hazard) / this.hazard(hazard).classes.length) * index;
    }

    // People in each bin, of a zone's hazard object: hasil.json has runs [first bin, people, people, ...].
    people_by_bin(figures) {
        const people = [];
        for (const [first, ...run] of figures?.histogram ?? []) {
            while (people.length < first) people.push(0);
            people.push(...run);
        }
        return people;
    }
    // People in the bins from each one on.
    tail(figures) {
        if (!this.tails.has(figures)) {
            const tail = this.people_by_bin(figures);
            for (let i = tail.length - 2; i >= 0; --i) tail[i] += tail[i + 1];
            this.tails.set(figures, tail);
        }
        return this.tails.get(figures);
    }

    // Exposed people from bin `from` of the hazard's values on.
    exposed(zone, hazard, from = 0) {
        if (hazard === all_hazards) return zone.any_hazard ?? null;
        const figures = zone.hazards[hazard];
        if (!figures?.people) return null;
        return from === 0 ? sum(figures.people) : this.tail(figures)[from] ?? 0;
    }
    // The same of one class.
    exposed_in_class(zone, hazard, index, from = 0) {
        const figures = zone.hazards[hazard];
        if (!figures?.people) return null;
        if (from === 0) return figures.people[index];
        const tail = this.tail(figures);
        const [first, end] = [this.first_bin(hazard, index), this.first_bin(hazard, index + 1)];
        return from >= end ? 0 : (tail[Math.max(first, from)] ?? 0) - (tail[end] ?? 0);
    }
    share(zone, hazard, from = 0) {
        const exposed = this.exposed(zone, hazard, from);
        return exposed === null || !zone.people ? null : exposed / zone.people;
    }
    hectares(zone, hazard) {
        const list = hazard === all_hazards ? zone.multi?.ha : zone.hazards[hazard]?.ha;
        return list ? sum(list) : null;
    }
    // The number of a zone's class, from 1; 0 where it has no such hazard, null where that is not known.
    class_of(zone, hazard, kind) {
        if (kind === "kapasitas") return zone.class?.kapasitas ?? null;
        if (hazard === all_hazards) return zone.class?.[`multi_${kind}`] ?? null;
        const figures = zone.hazards[hazard];
        return figures?.class?.[kind] ?? (figures?.ha && sum(figures.ha) === 0 ? 0 : null);
    }
}
