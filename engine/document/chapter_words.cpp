#include "engine/document/chapter_words.hpp"

namespace papar {

const ChapterWords& chapter_words(Language language) {
    static const ChapterWords indonesian = {
        "Daftar isi", "Hasil kajian", "Lampiran", "Lampiran metode", "Sumber data", "Hal yang perlu diketahui pembaca",
        "Penafian",   "Tabel",        "Gambar",   "Halaman",         "dari",
    };
    static const ChapterWords english = {
        "Contents",   "Results", "Annex",  "Method", "Data sources", "What a reader must know",
        "Disclaimer", "Table",   "Figure", "Page",   "of",
    };
    return language == Language::id ? indonesian : english;
}

}  // namespace papar
