// Copies the library, which every LiveFeed server serves, to where npm packs it.
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

rmSync(path("js"), { recursive: true, force: true });
for (const part of ["livefeed.js", "livefeed.d.ts", "js/client"]) cpSync(path(`../../api/wwwroot/${part}`), path(part), { recursive: true });
cpSync(path("../../LICENSE"), path("LICENSE"));
