#include "engine/document/workbook_words.hpp"

namespace papar {

const WorkbookWords& workbook_words(Language language) {
    static const WorkbookWords indonesian = {
        "Daftar Isi", "Grafik",  "Data Grafik", "Catatan",
        "Lampiran",   "Tabel",   "Gambar",      "Hal yang perlu diketahui pembaca",
        "Penafian",   "Halaman", "dari",
    };
    static const WorkbookWords english = {
        "Contents",   "Charts", "Chart Data", "Notes", "Annex", "Table", "Figure", "What a reader must know",
        "Disclaimer", "Page",   "of",
    };
    return language == Language::id ? indonesian : english;
}

}  // namespace papar
