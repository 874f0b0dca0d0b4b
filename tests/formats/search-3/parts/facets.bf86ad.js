transferbuchSearch("facets.bf86ad",[["AA"]])
