import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Colors are custom properties, so that editors follow the page from light to dark. */
const theme = EditorView.theme({
  "&": { backgroundColor: "var(--pg-editor)", color: "var(--pg-text)", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--pg-mono)", fontSize: "13px", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--pg-text)", padding: "8px 0" },
  ".cm-content[aria-readonly]": { paddingLeft: "6px" },
  ".cm-gutters": {
    backgroundColor: "var(--pg-editor)",
    color: "var(--pg-faint)",
    border: "none",
    paddingLeft: "4px",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine, &.cm-focused .cm-activeLineGutter": {
    backgroundColor: "var(--pg-active-line)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--pg-raised)",
    color: "var(--pg-text)",
    border: "1px solid var(--pg-border)",
    borderRadius: "6px",
    boxShadow: "0 4px 16px rgb(0 0 0 / 20%)",
  },
  ".cm-tooltip-autocomplete > ul > li": { padding: "3px 8px", lineHeight: "1.5" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--pg-brand-soft)",
    color: "var(--pg-text)",
  },
  ".cm-completionDetail": { color: "var(--pg-muted)", fontStyle: "normal", marginLeft: "12px" },
  ".cm-completionInfo": { maxWidth: "380px", padding: "8px 12px", fontSize: "13px" },
  ".cm-diagnostic": { padding: "6px 10px", fontFamily: "var(--pg-sans)", fontSize: "13px" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--pg-danger)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--pg-warning)" },
  ".cm-panels": { backgroundColor: "var(--pg-raised)", color: "var(--pg-text)" },
  ".cm-panel.cm-panel-lint ul [aria-selected]": { backgroundColor: "var(--pg-brand-soft)" },
});

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier], color: "var(--pg-keyword)" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--pg-property)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--pg-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--pg-number)" },
  { tag: tags.comment, color: "var(--pg-comment)" },
  { tag: [tags.typeName, tags.className], color: "var(--pg-type)" },
  { tag: [tags.meta, tags.annotation], color: "var(--pg-keyword)" },
  { tag: tags.heading, color: "var(--pg-keyword)", fontWeight: "600" },
]);

export const editorTheme: Extension = [theme, syntaxHighlighting(highlight)];
