import GeneratorWorker from "./workers/generator.js?worker";
import RunnerWorker from "./workers/runner.js?worker";
export function mount(element: HTMLElement): { destroy(): void } {
  const g = new GeneratorWorker(); const r = new RunnerWorker();
  Object.assign(globalThis, {
    ask(w: "g" | "r", m: object) { const worker = w === "g" ? g : r; return new Promise((resolve, reject) => { worker.onmessage = ({ data }) => { if (data.kind !== "progress") resolve(data); }; worker.onerror = (e) => reject(e.message); worker.postMessage(m); }); },
  });
  element.textContent = "ready";
  return { destroy: () => {} };
}
