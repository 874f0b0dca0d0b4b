transferbuchSearch("texts-0.91caa0",[["","Anfang","page","",[["","",[""]]]],["stuehle/","Stühle im Kreis","page","",[["","",["Wer vorbeikommt, setzt sich auf einen der Stühle."]]]]])
