// Names of places as different offices write them.
#pragma once

#include <string>
#include <string_view>

namespace papar {

// What is left of a name when spelling habits are taken away: letters in lower case, without spaces, hyphens, dots and
// apostrophes, and without a leading word for what it is (Kec., Kecamatan, Desa, Kel., Kelurahan, Kab., Kabupaten,
// Prov., Provinsi). "Kec. Batu Mandi" and "BATUMANDI" leave the same; "Kota ..." keeps its word, since a town and a
// kabupaten may share a name. Empty where nothing is left.
[[nodiscard]] std::string plain_place_name(std::string_view name);

}  // namespace papar
