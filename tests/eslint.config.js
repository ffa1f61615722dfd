import js from "@eslint/js";
import globals from "globals";

const rules = {
  eqeqeq: "error",
  "prefer-const": "error",
};

// Nothing of formatting: that is for people to decide.
export default [
  { ...js.configs.recommended, files: ["**/*.js", "**/*.mjs"] },
  { files: ["**/*.js"], languageOptions: { globals: globals.browser }, linterOptions: { reportUnusedDisableDirectives: "error" }, rules },
  { files: ["**/*.mjs"], languageOptions: { globals: globals.node }, linterOptions: { reportUnusedDisableDirectives: "error" }, rules },
];
