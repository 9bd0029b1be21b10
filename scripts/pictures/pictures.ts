import { draw } from "./draw.js";
import { record } from "./record.js";
import { scenes } from "./scenes.js";
import { toLines } from "./screen.js";

/** Makes all pictures. @param main the program that is run @returns SVG texts by the names of their files */
export async function makePictures(main: string): Promise<Map<string, string>> {
  const pictures = new Map<string, string>();
  for (const scene of scenes) {
    const lines = await toLines(await record(scene, main));
    pictures.set(`${scene.name}.svg`, draw(lines, scene.title, scene.description));
  }
  return pictures;
}

/**
 * Compares two pictures.
 * @returns whether they are the same but for the number of files, which grows with each helper of the runtime
 */
export function isSamePicture(left: string, right: string): boolean {
  return withoutNumbers(left) === withoutNumbers(right);
}

function withoutNumbers(picture: string): string {
  return picture
    .replace(/\d+ (new files|unchanged)/g, "$1")
    .replace(/textLength="[\d.]+">(?=[^<]*(?:new files|unchanged))/g, ">");
}
