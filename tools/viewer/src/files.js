// The files beside the page: read by HTTP, or, where the page was opened from a disk (file://), from scripts that hold
// the same bytes: data/<name>.js calls papar_file(name, content).
const from_disk = location.protocol === "file:";
const arrived = new Map();

globalThis.papar_file = (name, content) => arrived.set(name, content);

function script(name) {
    return new Promise((done, failed) => {
        const element = document.createElement("script");
        element.src = `data/${name}.js`;
        element.onload = () => done(arrived.get(name));
        element.onerror = () => failed(new Error(`data/${name}.js: not found`));
        document.head.append(element);
    });
}

export async function read_json(name) {
    if (from_disk) return script(name);
    const response = await fetch(name);
    if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
    return response.json();
}

// A source of PMTiles in memory.
class ScriptSource {
    constructor(name) {
        this.name = name;
        this.bytes = null;
    }
    getKey() {
        return this.name;
    }
    async getBytes(offset, length) {
        this.bytes ??= script(this.name).then((text) => {
            arrived.delete(this.name);
            return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
        });
        return {data: (await this.bytes).slice(offset, offset + length)};
    }
}

export function archive_source(name) {
    return from_disk ? new ScriptSource(name) : new URL(name, location.href).href;
}
