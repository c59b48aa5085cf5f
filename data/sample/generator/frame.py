"""Where the study area is: 1,020 x 900 cells of 30 m in UTM zone 50 south, in the open Indian Ocean."""

SEED = 9901

COLUMNS, ROWS = 1020, 900
CELL = 30                         # metres: hazards, land, borders
COARSE = 3                        # population cells are 3 x 3 cells
WEST, NORTH = 400_000, 8_700_000  # upper left corner, EPSG:32750; about 116.1 E 11.8 S, 300 km from any land
EPSG = 32750

# The land is made on a larger area, which reaches beyond the frame in the north and east.
BEYOND_NORTH, BEYOND_EAST = 180, 180
