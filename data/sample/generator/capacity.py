"""The capacity table: one index of the regency's resilience, and how prepared the people of every desa are."""
import numpy as np

from .frame import SEED

IKD = 0.46                     # Indeks Ketahanan Daerah of the whole regency
LEAST, GREATEST = 0.28, 0.75   # Indeks Kesiapsiagaan Masyarakat


def make_table(units):
    """One row (dict) a desa, by code; the desa of a kecamatan are somewhat alike."""
    rows = []
    for number, unit in units["desa"].items():
        of_kecamatan, of_desa = (np.random.Generator(np.random.PCG64([SEED, 75, key])).random()
                                 for key in (int(unit.induk[-2:]), 100 + number))
        prepared = LEAST + (GREATEST - LEAST) * (0.35 * of_kecamatan + 0.65 * of_desa)
        rows.append({"kode": unit.kode, "nama": unit.nama, "ikd": f"{IKD:.2f}", "ikm": f"{prepared:.3f}",
                     "keterangan": "data fiktif"})
    return sorted(rows, key=lambda row: row["kode"])
