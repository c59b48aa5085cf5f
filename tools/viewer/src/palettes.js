// Colours. Classes have those of the result, or, switched over, some whose lightness falls from class to class, so that
// they keep their order for every kind of colour blindness and in grey print.
const safe_stops = [[0xfb, 0xdc, 0x7c], [0xe8, 0x7d, 0x4e], [0x4f, 0x1b, 0x63]];
const usual_stops = [[0x5a, 0xae, 0x61], [0xfe, 0xe0, 0x8b], [0xd7, 0x30, 0x27]];

export const no_hazard_colour = "#e0e0e0";
export const no_data_colour = "#ffffff";
export const nobody_colour = "#f1f0ec";
// Of graduated figures, from few to many; one hue, for both palettes.
export const ramp = ["#dcebf5", "#aacde4", "#6ba6cd", "#2f77b0", "#0f4478"];

const hex = (rgb) => "#" + rgb.map((part) => part.toString(16).padStart(2, "0")).join("");
const rgb_of = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

// Where a colour lies along green, yellow, red, from 0 to 1; null for one that is no class's.
function place_of(rgb) {
    for (let stop = 0; stop < 2; ++stop) {
        const [a, b] = [usual_stops[stop], usual_stops[stop + 1]];
        const along = (rgb[0] - a[0]) / (b[0] - a[0]);
        const near = a.every((part, i) => Math.abs(part + (b[i] - part) * along - rgb[i]) <= 2);
        if (along >= 0 && along <= 1 && near) return (stop + along) / 2;
    }
    return null;
}

// A class's colour in the chosen palette; other colours stay.
export function shown_rgb(rgb, palette) {
    const place = palette === "aman" ? place_of(rgb) : null;
    if (place === null) return rgb;
    const stop = place >= 0.5 ? 1 : 0;
    const along = place * 2 - stop;
    return safe_stops[stop].map((part, i) => Math.round(part + (safe_stops[stop + 1][i] - part) * along));
}

export const shown = (colour, palette) => hex(shown_rgb(rgb_of(colour), palette));

// Black or white, whichever is read better on the colour (relative luminance of WCAG 2).
export function ink_on(colour) {
    const linear = rgb_of(colour).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.179 ? "#16212c" : "#ffffff";
}
