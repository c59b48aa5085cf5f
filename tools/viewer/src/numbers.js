// Numbers as the reader's language writes them: 1.234,5 in Indonesian. What is not known is a dash, never 0.
const locales = {id: "id-ID", en: "en-GB"};
const formats = new Map();

function format(language, digits, at_least = 0) {
    const key = `${language} ${digits} ${at_least}`;
    if (!formats.has(key)) {
        formats.set(key, new Intl.NumberFormat(locales[language], {minimumFractionDigits: at_least, maximumFractionDigits: digits}));
    }
    return formats.get(key);
}

export const unknown = "–";

export function number(value, language, digits = 0) {
    return value === null || value === undefined ? unknown : format(language, digits).format(value);
}

// Hectares and kilometres: one digit below 100, so that small areas do not read as 0.
export function measure(value, language) {
    return number(value, language, value !== null && value !== undefined && Math.abs(value) < 100 ? 1 : 0);
}

export function percent(share, language) {
    if (share === null || share === undefined) return unknown;
    return format(language, 1, 1).format(share * 100) + "%";
}

// Rupiah in millions, for tables whose rows say so.
export function millions(value, language) {
    return value === null || value === undefined ? unknown : measure(value / 1e6, language);
}
