/** A page with nothing but the playground. */
import { mount } from "../mount.js";

const element = document.querySelector<HTMLElement>("#playground");
if (element !== null) mount(element);
