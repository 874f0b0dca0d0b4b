// What html-validate looks at. A rule that is off here says why.

export default {
  extends: ["html-validate:recommended"],
  rules: {
    // The page's title is the author's, followed by the handbook's.
    "long-title": "off",
    // Blank lines are what is left of a template's lines that have nothing to say on this page.
    "no-trailing-whitespace": "off",
  },
};
