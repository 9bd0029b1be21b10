import { checkArray, checkObject, checkPresent } from "./check.js";
import { at, type Key } from "../values/path.js";
import type { CheckPlace } from "./validation.js";

type Check = (value: unknown, here: CheckPlace) => void;

/** Checks a dense list of structures, unions or collections. Ignores a missing list. */
export function checkList(value: unknown, parent: CheckPlace, key: Key, check: Check): void {
  if (value == null) return;
  const here = at(parent, key);
  if (!checkArray(value, here)) return;
  for (let index = 0; index < value.length; index++) {
    const item = value[index];
    if (item == null) checkPresent(item, here, index);
    else check(item, at(here, index));
  }
}

/** Like `checkList`, for a map whose keys have no constraints. */
export function checkMap(value: unknown, parent: CheckPlace, key: Key, check: Check): void {
  if (value == null) return;
  const here = at(parent, key);
  if (!checkObject(value, here)) return;
  for (const name of Object.keys(value)) {
    const item = value[name];
    if (item == null) checkPresent(item, here, name);
    else check(item, at(here, name));
  }
}
