import { showChooser } from "../display/chooser.js";
import { isScreen } from "../display/query.js";
import { showScreen } from "../display/screen.js";
import { addTexts } from "../shared/text.js";
import { texts } from "../texts/en/display.js";

addTexts(texts);

if (isScreen) showScreen();
else showChooser();
