#include "engine/web/site_readme.hpp"

#include <fmt/format.h>

#include <string_view>

namespace papar {

namespace {

constexpr std::string_view indonesian = R"({title}
{note}
Membuka dari disk atau flash disk
  Klik dua kali index.html. Tidak perlu internet dan tidak perlu memasang apa pun; peramban harus mendukung WebGL 2
  (Chrome, Edge atau Firefox beberapa tahun terakhir). Salin seluruh folder, jangan hanya index.html.

Memasang di server web
  Salin seluruh folder apa adanya ke server mana pun (nginx, Apache, hosting biasa, GitHub Pages); tidak ada program
  di sisi server. Berkas .pmtiles dibaca sebagian-sebagian: server harus melayani permintaan Range dan tidak boleh
  memampatkan (gzip) berkas .pmtiles. Folder data/ hanya dipakai saat dibuka dari disk; di server boleh dihapus.

Isi
  index.html, viewer.js, viewer.css   penampil; lisensi pustakanya di licences.txt
  hasil.json                          angka-angka hasil kajian
  *.pmtiles                           peta: batas wilayah (wilayah) dan raster
  data/                               berkas yang sama sebagai skrip, untuk dibuka dari disk
)";

constexpr std::string_view english = R"({title}
{note}
Opening it from a disk or a USB stick
  Double-click index.html. It needs no internet and nothing to be installed; the browser must know WebGL 2 (Chrome,
  Edge or Firefox of recent years). Copy the whole folder, not index.html alone.

Putting it on a web server
  Copy the whole folder as it is to any server (nginx, Apache, plain hosting, GitHub Pages); there is no program on the
  server's side. The .pmtiles files are read in parts: the server must answer Range requests and must not compress
  (gzip) .pmtiles files. The folder data/ is only used when opened from a disk; on a server it may be deleted.

Content
  index.html, viewer.js, viewer.css   the viewer; licences of its libraries in licences.txt
  hasil.json                          the figures of the assessment
  *.pmtiles                           maps: zones (wilayah) and rasters
  data/                               the same files as scripts, for opening from a disk
)";

}  // namespace

std::string site_readme(const Json& data) {
    const std::string note = data.value("note", "");
    return fmt::format(fmt::runtime(data.value("language", "") == "en" ? english : indonesian),
                       fmt::arg("title", data.value("title", "")), fmt::arg("note", note.empty() ? "" : note + "\n"));
}

}  // namespace papar
