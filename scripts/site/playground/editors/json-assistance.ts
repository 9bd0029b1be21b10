/** What helps to write the JSON form of a typed value: completion and documentation. */
import {
  autocompletion,
  startCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { EditorView, hoverTooltip } from "@codemirror/view";
import { renderDocs } from "../dom.js";
import { describeType, memberAt, shapeOf, typeAt } from "../info/find-type.js";
import type { MemberInfo, ServiceInfo, TypeInfo } from "../info/service-info.js";
import { contextAt, pathAt, type JsonContext } from "../text/json-places.js";

/** The model of the value in an editor. */
export interface ValueModel {
  readonly info: ServiceInfo;
  readonly type: TypeInfo | undefined;
}

/**
 * Completes names of members and values, and shows documentation where the pointer is.
 * @param model returns the model as it is at the time
 * @param onMember called with the member at the cursor, for those who have no pointer
 */
export function jsonAssistance(
  model: () => ValueModel | undefined,
  onMember: (member: MemberInfo | undefined) => void,
): Extension {
  return [
    autocompletion({
      override: [(context) => complete(context, model())],
      activateOnTyping: true,
      icons: false,
    }),
    hoverTooltip((view, position) => {
      const member = memberOf(view, position, model());
      if (member === undefined || member.docs === "") return null;
      return { pos: position, create: () => ({ dom: docsTooltip(member) }) };
    }),
    EditorView.updateListener.of(({ view, selectionSet, docChanged, focusChanged }) => {
      if (!selectionSet && !docChanged && !focusChanged) return;
      onMember(memberOf(view, view.state.selection.main.head, model()));
    }),
  ];
}

function memberOf(
  view: EditorView,
  position: number,
  model: ValueModel | undefined,
): MemberInfo | undefined {
  if (model === undefined) return undefined;
  return memberAt(model.info, model.type, pathAt(view.state.doc.toString(), position));
}

function docsTooltip({ name, docs }: MemberInfo): HTMLElement {
  const element = renderDocs(`\`${name}\`\n\n${docs}`);
  element.classList.add("pg-tooltip");
  return element;
}

function complete(
  { state, pos, explicit }: CompletionContext,
  model: ValueModel | undefined,
): CompletionResult | null {
  if (model === undefined) return null;
  const place = contextAt(state.doc.toString(), pos);
  // Between two members nothing is wanted, unless it is asked for.
  if (place === undefined || (place.from === place.to && !explicit)) return null;
  const options = place.kind === "key" ? memberOptions(place, model) : valueOptions(place, model);
  return options.length === 0 ? null : { from: place.from, to: place.to, options };
}

function memberOptions(place: JsonContext, { info, type }: ValueModel): Completion[] {
  const shape = shapeOf(info, typeAt(info, type, place.path));
  if (shape?.kind !== "structure" && shape?.kind !== "union") return [];
  return shape.members
    .filter(({ name }) => !place.present.includes(name))
    .map((member) => ({
      label: JSON.stringify(member.name),
      displayLabel: member.name,
      detail: `${describeType(info, member.type)}${member.required ? ", required" : ""}`,
      boost: member.required ? 1 : 0,
      ...(member.docs !== "" && { info: () => renderDocs(member.docs) }),
      apply: (view, _, from, to) => insertMember(view, member, info, place, { from, to }),
    }));
}

/** Inserts the name with a value that fits, and puts the cursor into it. */
function insertMember(
  view: EditorView,
  { name, type }: MemberInfo,
  info: ServiceInfo,
  { hasColon }: JsonContext,
  { from, to }: { from: number; to: number },
): void {
  const [before, after] = hasColon ? ["", ""] : emptyValue(info, type);
  const follows = /^\s*"/.test(view.state.sliceDoc(to, to + 200)) && !hasColon ? "," : "";
  const start = hasColon ? JSON.stringify(name) : `${JSON.stringify(name)}: ${before}`;
  view.dispatch({
    changes: { from, to, insert: start + after + follows },
    selection: { anchor: from + start.length },
    userEvent: "input.complete",
  });
  if (shapeOf(info, type)?.kind === "enum" || type === "boolean") startCompletion(view);
}

function emptyValue(info: ServiceInfo, type: TypeInfo): [before: string, after: string] {
  const kind = shapeOf(info, type)?.kind;
  if (kind === "list") return ["[", "]"];
  if (kind === "enum" || ["string", "timestamp", "blob", "decimal", "bigint"].includes(type)) {
    return ['"', '"'];
  }
  return kind === undefined ? ["", ""] : ["{", "}"];
}

function valueOptions(place: JsonContext, { info, type: root }: ValueModel): Completion[] {
  const type = typeAt(info, root, place.path);
  const shape = shapeOf(info, type);
  if (shape?.kind === "enum") {
    return shape.values.map(({ value, docs }) => ({
      label: JSON.stringify(value),
      displayLabel: String(value),
      ...(docs !== "" && { info: () => renderDocs(docs) }),
    }));
  }
  if (type === "boolean") return [{ label: "true" }, { label: "false" }];
  if (type === "timestamp") {
    const now = `${new Date().toISOString().slice(0, 19)}Z`;
    return [{ label: JSON.stringify(now), displayLabel: now, detail: "now" }];
  }
  if (shape?.kind === "structure") return [{ label: "{}", detail: "object" }];
  return [];
}
