import { strToU8, zipSync } from "fflate";
import { button, h, setText } from "../dom.js";
import { Editor } from "../editors/editor.js";
import { jsonLanguage, typeScript } from "../editors/languages.js";
import { copyButton } from "../widgets/copy-button.js";
import { ListBox } from "../widgets/list-box.js";
import type { Generated, ModelLanguage } from "../workers/protocol.js";
import { pane } from "./pane.js";

type Files = Generated["files"];

/** The generated files: a list, a viewer, and all of them as an archive. */
export class FilesPanel {
  readonly element: HTMLElement;
  readonly #list = new ListBox("Generated files", ({ value }) => this.#open(value));
  readonly #viewers: { readonly code: Viewer; readonly json: Viewer };
  readonly #name = h("h3", { class: "pg-file-name" });
  readonly #command = h("code", {});
  #files: ReadonlyMap<string, string> = new Map();
  #path = "index.ts";

  constructor() {
    const viewer = (language: typeof typeScript): Viewer => {
      const slot = h("div", { class: "pg-editor" });
      const editor = new Editor({
        parent: slot,
        label: "Generated file",
        language,
        readOnly: true,
      });
      return { slot, editor };
    };
    this.#viewers = { code: viewer(typeScript), json: viewer(jsonLanguage) };
    const copy = copyButton("the file", () => this.#files.get(this.#path) ?? "");
    const download = button("Download all", () => downloadZip([...this.#files]));
    this.element = pane(
      "Generated files",
      "files",
      [
        h("p", { class: "pg-about" }, "In a terminal, the same files: ", this.#command),
        h(
          "div",
          { class: "pg-files" },
          this.#list.element,
          h(
            "div",
            { class: "pg-viewer" },
            h("div", { class: "pg-file-head" }, this.#name, copy),
            this.#viewers.code.slot,
            this.#viewers.json.slot,
          ),
        ),
      ],
      [download],
    );
    this.#open(this.#path);
  }

  show(files: Files, language: ModelLanguage): void {
    this.#files = new Map(files);
    if (!this.#files.has(this.#path)) this.#path = "index.ts";
    const paths = [...this.#files.keys()].sort((a, b) => rank(a) - rank(b));
    this.#list.setItems(
      paths.map((path) => ({ value: path, label: path })),
      this.#path,
    );
    const sides = this.#files.has("server.ts") ? "--client --server" : "--client";
    setText(
      this.#command,
      `npx smithy-codec generate --model model.${language} --out generated ${sides}`,
    );
    this.#open(this.#path);
  }

  destroy(): void {
    this.#viewers.code.editor.destroy();
    this.#viewers.json.editor.destroy();
  }

  #open(path: string): void {
    this.#path = path;
    setText(this.#name, path);
    const { code, json } = this.#viewers;
    const isJson = path.endsWith(".json");
    code.slot.hidden = isJson;
    json.slot.hidden = !isJson;
    (isJson ? json : code).editor.setText(this.#files.get(path) ?? "");
  }
}

interface Viewer {
  readonly slot: HTMLElement;
  readonly editor: Editor;
}

/** What people look at first comes first: the entry files, operations and shapes, and at last the runtime. */
function rank(path: string): number {
  if (path.startsWith("runtime/")) return 3;
  return path.startsWith("operations/") ? 1 : path.includes("/") ? 2 : 0;
}

function downloadZip(files: Files): void {
  const entries = files.map(([path, text]) => [`generated/${path}`, strToU8(text)] as const);
  const archive = zipSync(Object.fromEntries(entries), { level: 6 });
  const url = URL.createObjectURL(new Blob([archive], { type: "application/zip" }));
  const link = h("a", { href: url, download: "generated.zip" });
  link.click();
  // The browser has to start reading before the address is withdrawn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
