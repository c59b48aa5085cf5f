"""Codes and names, plainly made up: no province has the code 99, and the names mean "example", "suppose", "as if"."""
from dataclasses import dataclass

import numpy as np

from .places import coarse

REGENCY_CODE, REGENCY = "99.01", "Contoh"
KECAMATAN_NAMES = ["Kota Contoh", "Tanjung Misal", "Hulu Contoh", "Pesisir Umpama", "Gunung Andai", "Lembah Contoh",
                   "Padang Ibarat", "Teluk Rekaan"]
SECOND_WORDS = ["Misal", "Umpama", "Andai", "Ibarat", "Rekaan", "Teladan", "Angan", "Maya", "Semu", "Kiasan"]
FIRST_WORDS = {
    "coast": ["Pantai", "Karang", "Kuala", "Ujung", "Tanjung", "Teluk", "Muara"],
    "hills": ["Bukit", "Batu", "Talang", "Lereng", "Puncak", "Pinang"],
    "river": ["Sungai", "Lubuk", "Rantau", "Hilir", "Titian", "Seberang"],
    "plain": ["Padang", "Simpang", "Pematang", "Sawah", "Kebun", "Rawa"],
}
KELURAHAN = ["Pusat Contoh", "Pasar Contoh", "Dermaga Contoh", "Kampung Umpama", "Alun-Alun"]


@dataclass
class Unit:
    """An administrative unit: kode and nama as in the outputs, jenis its kind, induk the code of the one above."""

    kode: str
    nama: str
    jenis: str
    induk: str


def make_units(land, regions):
    """Units by the number of the region: {"kabupaten": {1: ...}, "kecamatan": {1: ...}, "desa": {1: ...}}."""
    units = {"kabupaten": {1: Unit(REGENCY_CODE, REGENCY, "Kabupaten", "99")}, "kecamatan": {}, "desa": {}}
    for number, name in enumerate(KECAMATAN_NAMES, start=1):
        units["kecamatan"][number] = Unit(f"{REGENCY_CODE}.{number:02}", name, "Kecamatan", REGENCY_CODE)
    taken = set()
    count = {}
    for number in range(1, len(regions.villages) + 1):
        above = units["kecamatan"][int(regions.kecamatan_of[number])]
        urban = above.kode.endswith(".01") and count.get((above.kode, 1), 0) < len(KELURAHAN)
        series = 1 if urban else 2
        place = count[above.kode, series] = count.get((above.kode, series), 0) + 1
        name = KELURAHAN[place - 1] if urban else desa_name(number, land, regions, taken)
        taken.add(name)
        units["desa"][number] = Unit(f"{above.kode}.{1000 * series + place}", name, "Kelurahan" if urban else "Desa",
                                     above.kode)
    return units


def desa_name(number, land, regions, taken):
    if number == regions.island:
        return "Pulau Umpama"
    if number == regions.enclave:
        return "Talang Sisipan"
    inside = regions.desa == number
    touches_sea = np.any(inside[1:-1, 1:-1] & (land.sea[2:, 1:-1] | land.sea[:-2, 1:-1] | land.sea[1:-1, 2:] |
                                               land.sea[1:-1, :-2]))
    height = coarse(land.height)[regions.villages[number - 1]]
    beside_river = np.any(inside & land.river & (land.square_km > 12))
    kind = "coast" if touches_sea else "hills" if height > 45 else "river" if beside_river else "plain"
    for turn in range(len(SECOND_WORDS)):
        first, second = FIRST_WORDS[kind], SECOND_WORDS
        name = f"{first[number % len(first)]} {second[(number + turn) % len(second)]}"
        if name not in taken:
            return name
    raise ValueError(f"no name left for desa {number}")
