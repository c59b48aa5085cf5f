// Tiles are PNGs with a palette; another palette's colours are put into its chunk PLTE, the pixels stay as they are.
import {shown_rgb} from "./palettes.js";

const table = Uint32Array.from({length: 256}, (_, n) => {
    for (let bit = 0; bit < 8; ++bit) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
});

function crc32(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
}

// A copy with the colours of `palette`; what is no PNG with a palette comes back as it is.
export function recoloured(buffer, palette) {
    const bytes = new Uint8Array(buffer.slice(0));
    const view = new DataView(bytes.buffer);
    for (let at = 8; at + 12 <= bytes.length;) {
        const length = view.getUint32(at);
        const type = view.getUint32(at + 4);
        if (type === 0x504c5445) {  // PLTE
            const colours = bytes.subarray(at + 8, at + 8 + length);
            for (let i = 0; i + 2 < length; i += 3) colours.set(shown_rgb([...colours.subarray(i, i + 3)], palette), i);
            view.setUint32(at + 8 + length, crc32(bytes.subarray(at + 4, at + 8 + length)));
            break;
        }
        at += 12 + length;
    }
    return bytes.buffer;
}
