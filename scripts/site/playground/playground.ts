import { h, renderDocs } from "./dom.js";
import { CodePanel } from "./panels/code-panel.js";
import { FilesPanel } from "./panels/files-panel.js";
import { MessagePanel, type MessagePanelEvents } from "./panels/message-panel.js";
import { ModelPanel } from "./panels/model-panel.js";
import { requests, responses, type Subject } from "./panels/run-steps.js";
import { loadApiGateway, serviceOf, type LoadedService } from "./services.js";
import { sampleModels } from "./state/sample-models.js";
import { fromHash, maxHashLength, toHash } from "./state/share-state.js";
import { startState, type PlaygroundState, type SourceKind, type View } from "./state/state.js";
import { Toolbar } from "./toolbar.js";
import { copyText } from "./widgets/copy-button.js";
import { Tabs } from "./widgets/tabs.js";
import type { Generated } from "./workers/protocol.js";

/** Below this width, in pixels, the model is a tab, and not beside the others. */
const narrow = 820;

/** The playground: holds the state, and tells its parts what to show. */
export class Playground {
  readonly #root: HTMLElement;
  readonly #toolbar: Toolbar;
  readonly #tabs: Tabs<View>;
  readonly #about = h("div", { class: "pg-operation" });
  readonly #views = h("div", { class: "pg-views" });
  readonly #main: HTMLElement;
  readonly #model: ModelPanel;
  readonly #code = new CodePanel();
  readonly #files = new FilesPanel();
  readonly #input: MessagePanel;
  readonly #output: MessagePanel;
  readonly #resize: ResizeObserver;
  readonly #services: Record<SourceKind, LoadedService | undefined> = {
    "api-gateway": undefined,
    model: undefined,
  };
  readonly #models = { ...sampleModels };
  /** Typed values, for the programs. */
  readonly #typed: { input: unknown; output: unknown } = { input: {}, output: {} };
  #state: PlaygroundState = startState;
  #isNarrow = false;
  #isEnded = false;
  readonly #onHash = (): void => {
    this.#restore();
  };

  constructor(element: HTMLElement) {
    this.#toolbar = new Toolbar({
      onSource: (source) => this.#change({ source, operation: "", input: "", output: "" }),
      onOperation: (operation) => this.#change({ operation, input: "", output: "" }),
      onShare: () => void this.#share(),
    });
    this.#input = new MessagePanel(requests, this.#keep("input"));
    this.#output = new MessagePanel(responses, this.#keep("output"));
    this.#model = new ModelPanel({
      onText: ({ language, text }) => {
        this.#models[language] = text;
      },
      onLanguage: (language) => this.#change({ language, operation: "", input: "", output: "" }),
      onGenerated: (generated) => this.#onGenerated(generated),
    });
    const panels = {
      model: this.#model.element,
      request: this.#input.element,
      response: this.#output.element,
      code: this.#code.element,
      files: this.#files.element,
    };
    const labels = {
      model: "Model",
      request: "Request",
      response: "Response",
      code: "TypeScript",
      files: "Files",
    };
    const names = Object.keys(panels) as View[];
    this.#tabs = new Tabs(
      "Parts of the playground",
      names.map((name) => ({ name, label: labels[name], panel: panels[name] })),
      (view) => {
        this.#state = { ...this.#state, view };
        this.#showView();
      },
    );
    this.#views.append(panels.request, panels.response, panels.code, panels.files);
    this.#main = h("div", { class: "pg-main" }, this.#model.element, this.#views);
    this.#root = h(
      "div",
      { class: "pg" },
      this.#toolbar.element,
      this.#about,
      this.#main,
      keyboardHelp(),
    );
    element.replaceChildren(this.#root);
    this.#resize = new ResizeObserver(() => this.#layOut());
    this.#resize.observe(this.#root);
    addEventListener("hashchange", this.#onHash);
    this.#layOut();
    this.#restore();
  }

  destroy(): void {
    this.#isEnded = true;
    removeEventListener("hashchange", this.#onHash);
    this.#resize.disconnect();
    for (const part of [this.#model, this.#input, this.#output, this.#code, this.#files])
      part.destroy();
    for (const service of Object.values(this.#services)) service?.runner.end();
    this.#root.remove();
  }

  /** Shows the state in the address, or else the one at the start. */
  #restore(): void {
    const state = fromHash(location.hash);
    if (state === "broken") {
      this.#toolbar.say(
        "The link is damaged or incomplete, so this is a fresh start. Ask for it again.",
      );
    }
    const isUsable = state !== undefined && state !== "broken";
    if (isUsable && state.model !== "") this.#models[state.language] = state.model;
    this.#change(isUsable ? state : this.#state, isUsable);
  }

  #change(change: Partial<PlaygroundState>, isRestored: boolean = false): void {
    const before = this.#state;
    this.#state = { ...before, ...change };
    if (!isRestored && change.source === "model") this.#state = { ...this.#state, view: "model" };
    const { source, language, view } = this.#state;
    if (source === "api-gateway" && (view === "model" || view === "files")) {
      this.#state = { ...this.#state, view: "request" };
    }
    const isOtherModel = isRestored || source !== before.source || language !== before.language;
    if (source === "model" && isOtherModel) {
      this.#endService("model");
      this.#model.show({ language, text: this.#models[language] });
    }
    if (source === "api-gateway" && this.#services[source] === undefined)
      void this.#loadApiGateway();
    this.#layOut();
    this.#showService();
  }

  async #loadApiGateway(): Promise<void> {
    try {
      const service = await loadApiGateway();
      if (this.#isEnded || this.#services["api-gateway"] !== undefined) service.runner.end();
      else this.#services["api-gateway"] = service;
      this.#showService();
    } catch {
      this.#toolbar.say(
        "The operations could not be loaded. Check the connection and reload the page.",
      );
    }
  }

  #onGenerated(generated: Generated | undefined): void {
    // With mistakes in the model, the code of the last version without any stays.
    if (generated === undefined) return;
    this.#endService("model");
    this.#services.model = serviceOf(generated);
    this.#files.show(generated.files, this.#state.language);
    this.#showService();
  }

  #endService(source: SourceKind): void {
    this.#services[source]?.runner.end();
    this.#services[source] = undefined;
  }

  /** The operation that is tried, if its service is loaded. */
  get #subject(): (Subject & LoadedService) | undefined {
    const service = this.#services[this.#state.source];
    const operations = service?.info.operations ?? [];
    const wanted =
      this.#state.operation || (this.#state.source === "model" ? "" : startState.operation);
    const operation = operations.find(({ name }) => name === wanted) ?? operations[0];
    return service && operation && { ...service, operation };
  }

  #showService(): void {
    if (this.#isEnded) return;
    const subject = this.#subject;
    const { source, input, output } = this.#state;
    const operation = subject?.operation;
    this.#toolbar.show(source, subject?.info, operation?.name ?? "");
    this.#about.replaceChildren(
      ...(operation === undefined
        ? []
        : [h("code", {}, operation.route), renderDocs(firstParagraph(operation.docs))]),
    );
    this.#input.show(subject, operation ? input || jsonText(operation.sampleInput) : "");
    this.#output.show(subject, operation ? output || jsonText(operation.sampleOutput) : "");
    this.#showView();
  }

  /** Keeps the text of a value for links, and the value for programs. */
  #keep(name: "input" | "output"): MessagePanelEvents {
    return {
      onText: (text) => {
        this.#state = { ...this.#state, [name]: text };
      },
      onTyped: (typed) => {
        this.#typed[name] = typed;
        if (this.#view === "code") this.#showCode();
      },
    };
  }

  /** The view as far as it is a tab at this width. */
  get #view(): View {
    const { view } = this.#state;
    return view === "model" && !this.#isModelTab ? "request" : view;
  }

  get #isModelTab(): boolean {
    return this.#isNarrow && this.#state.source === "model";
  }

  #showView(): void {
    const isModel = this.#state.source === "model";
    this.#tabs.setAvailable("model", this.#isModelTab);
    this.#tabs.setAvailable("files", isModel);
    this.#tabs.choose(this.#view);
    this.#views.hidden = this.#view === "model";
    this.#model.element.hidden = !isModel || (this.#isNarrow && this.#view !== "model");
    if (this.#view === "code") this.#showCode();
  }

  #showCode(): void {
    const subject = this.#subject;
    this.#code.show(subject && { ...subject, ...this.#typed });
  }

  /** Puts the tabs above what they switch: with the model beside them, only above the others. */
  #layOut(): void {
    this.#isNarrow = this.#root.clientWidth < narrow;
    this.#root.classList.toggle("pg-narrow", this.#isNarrow);
    this.#root.classList.toggle("pg-with-model", this.#state.source === "model");
    const parent = this.#isNarrow ? this.#root : this.#views;
    if (this.#tabs.element.parentElement !== parent) {
      if (this.#isNarrow) this.#main.before(this.#tabs.element);
      else this.#views.prepend(this.#tabs.element);
    }
    this.#showView();
  }

  async #share(): Promise<void> {
    const { source, language } = this.#state;
    const model = this.#models[language];
    const isSample = source !== "model" || model === sampleModels[language];
    const operation = this.#subject?.operation.name ?? this.#state.operation;
    const hash = toHash({ ...this.#state, operation, model: isSample ? "" : model });
    if (hash === undefined) {
      this.#toolbar.say(
        `This is too long for a link of ${maxHashLength} characters. Make the model or the values shorter, or send them as files.`,
      );
      return;
    }
    history.replaceState(history.state, "", hash);
    const isCopied = await copyText(location.href);
    if (isCopied)
      this.#toolbar.say(
        "The link is in the clipboard. It holds everything; no server has seen it.",
      );
    else this.#toolbar.say("Copy this link:", location.href);
  }
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

function firstParagraph(docs: string): string {
  return docs.split(/\n{2,}/)[0] ?? "";
}

function keyboardHelp(): HTMLElement {
  const keys = [
    ["Tab", "leaves an editor"],
    ["Ctrl+Space", "completes"],
    ["F8", "goes to the next problem"],
    ["Ctrl+Z", "undoes"],
  ] as const;
  return h(
    "p",
    { class: "pg-keys" },
    ...keys.flatMap(([key, meaning]) => [h("span", {}, h("kbd", {}, key), ` ${meaning}`)]),
    h("span", {}, "Everything runs in this page; nothing that you write is sent."),
  );
}
