import { showChooser } from "../display/chooser.js";
import { isScreen } from "../display/query.js";
import { showScreen } from "../display/screen.js";

if (isScreen) showScreen();
else showChooser();
