import js from "@eslint/js";
import globals from "globals";

const rules = {
  eqeqeq: "error",
  "prefer-const": "error",
};

// Nothing of formatting: that is for people to decide.
export default [
  { ...js.configs.recommended, files: ["**/*.js"] },
  { files: ["**/*.js"], languageOptions: { globals: globals.browser }, linterOptions: { reportUnusedDisableDirectives: "error" }, rules },
];
