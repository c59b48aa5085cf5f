#!/usr/bin/Rscript
# Second, independent way to the figures of the Jakarta case: terra's extract(exact = TRUE).
#
#     tests/cases/jakarta/terra.R DATA_FOLDER EXPECTED_CSV
#
# Prints how far terra and the committed figures are apart. See SOURCE.md.
suppressMessages(library(terra))
arguments <- commandArgs(trailingOnly = TRUE)
data <- arguments[1]
expected <- read.csv(arguments[2], colClasses = c(class = "character"))

depth <- rast(file.path(data, "Flood_Current_Depth_Jakarta_geographic.asc"))
people <- rast(file.path(data, "population_jakarta_count_50m.tif"))
classes <- c("nihil", "1", "2", "3", "tanpa_data")
cat("terra", as.character(packageVersion("terra")), "GDAL", gdal(), "GEOS", gdal(lib = "geos"), "\n")

for (level in c("kabupaten", "kecamatan", "kelurahan")) {
    zones <- vect(file.path(data, paste0(level, "_jakarta.shp")))
    invalid <- which(!is.valid(zones))
    if (length(invalid)) zones <- makeValid(zones)  # keeps order and number of features
    cells <- extract(c(depth, people), zones, exact = TRUE)
    names(cells) <- c("zone", "depth", "people", "share")
    cells$people[is.na(cells$people)] <- 0
    # Intervals open on the left: a depth on a break belongs to the lower class.
    class <- as.character(cut(cells$depth, c(-Inf, 0, 0.75, 1.5, Inf), classes[1:4]))
    class[is.na(class)] <- "tanpa_data"

    theirs <- aggregate(cbind(people = cells$people * cells$share, cells = cells$share),
                        list(zone = cells$zone, class = class), sum)
    both <- merge(expected[expected$level == level & expected$class %in% classes, ], theirs,
                  by = c("zone", "class"), all = TRUE, suffixes = c("", "_terra"))
    both[is.na(both)] <- 0
    difference <- abs(both$people - both$people_terra)
    cat(level, "| invalid:", invalid, "| pairs:", nrow(both),
        "| people: largest difference", max(difference), "outside 0.01 + 1e-6 relative:",
        sum(difference > 0.01 + 1e-6 * both$people),
        "| cells: largest difference", max(abs(both$cells - both$cells_terra)), "\n")
}
