import { existsSync } from "node:fs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Returns the Chromium of the environment variable `CHROMIUM` or of the system, or `undefined`. */
export function findChromium(): string | undefined {
  return [process.env["CHROMIUM"] ?? "", ...places].find((path) => path !== "" && existsSync(path));
}
