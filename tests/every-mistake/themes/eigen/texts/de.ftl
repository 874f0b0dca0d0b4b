suche Suche
