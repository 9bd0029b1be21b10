import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CreateIntegrationResponse } from "apigatewayv2-codec";
import { generate, readRuntimeSources } from "smithy-codec";
import { sampleModels } from "../../scripts/site/playground/state/sample-models.js";
import { parseRequest } from "../../scripts/site/playground/values/http-message.js";
import {
  editorText,
  fillEditor,
  hasChromium,
  openPlayground,
  type OpenedPlayground,
} from "./playground/support/open-playground.js";

if (!hasChromium) {
  console.warn(
    "The playground is not tested: there is no Chromium. Install it, or set CHROMIUM to its path.",
  );
}

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const validInput = {
  ApiId: "a 1/2",
  IntegrationId: "i1",
  IntegrationResponseKey: "$default",
  ResponseParameters: { "method.response.header.x": "'ü'" },
};

describe.skipIf(!hasChromium)("the playground", () => {
  let playground: OpenedPlayground;
  let page: Page;
  /** What a page requests that shows an operation of API Gateway V2. */
  let first: readonly string[];

  beforeAll(async () => {
    playground = await openPlayground();
    page = await playground.newPage();
    await accepted(page);
    first = [...playground.requested];
  }, 120_000);
  afterAll(() => playground.close());

  test("shows the request that serializeRequest writes", async () => {
    await fillEditor(page, "Input, JSON", JSON.stringify(validInput));
    await page.waitForFunction("document.body.innerText.includes('a%201%2F2')");
    const request = parseRequest(await editorText(page, "HTTP request"));
    const wanted = CreateIntegrationResponse.serializeRequest(validInput);
    expect({ ...request, body: JSON.parse(String(request.body)) as unknown }).toEqual({
      ...wanted,
      body: JSON.parse(String(wanted.body)) as unknown,
    });
    expect(await editorText(page, "What the server reads")).toContain('ApiId: "a 1/2"');
  });

  test("shows what is wrong with an input at its line", async () => {
    const text =
      '{\n  "ApiId": "a1",\n  "IntegrationId": 5,\n  "IntegrationResponseKey": "k",\n  "Nmae": 1\n}';
    await fillEditor(page, "Input, JSON", text);
    await page.getByRole("button", { name: "Line 3 IntegrationId must be a string." }).click();
    expect(await page.locator(".cm-lint-marker-error").count()).toBe(1);
    expect(await page.locator(".cm-lint-marker-warning").count()).toBe(1);
    // The button has moved the cursor to the value.
    await page.keyboard.press("Delete");
    await page.keyboard.insertText('"i"');
    await accepted(page);
  });

  test("reads an edited message, and shows the error response", async () => {
    const message =
      "POST /v2/apis/a/integrations/i/integrationresponses HTTP/1.1\ncontent-type: application/json\n\n";
    await fillEditor(page, "HTTP request", `${message}{"contentHandlingStrategy":"MAYBE"}`);
    await page.getByText("Refused: ValidationException.").waitFor();
    const shown = await editorText(page, "What the server reads");
    expect(shown).toMatch(/^HTTP\/1\.1 400\n/);
    expect(shown).toContain(
      "Member must satisfy enum value set: [CONVERT_TO_BINARY, CONVERT_TO_TEXT]",
    );
  });

  test("reads responses, and errors of the model", async () => {
    await page.getByRole("tab", { name: "Response" }).click();
    await page.getByText("The typed output.").waitFor();
    await fillEditor(
      page,
      "HTTP response",
      'HTTP/1.1 404\nx-amzn-errortype: NotFoundException\n\n{"message":"gone"}',
    );
    await page.getByText("Throws NotFoundException.").waitFor();
    await page.getByLabel("Answer with").selectOption("ConflictException");
    await page.getByText("Throws ConflictException.").waitFor();
    expect(await editorText(page, "HTTP response")).toMatch(/^HTTP\/1\.1 409\n/);
    await page.getByRole("tab", { name: "Request" }).click();
  });

  test("completes names and values by keyboard, and has no trap", async () => {
    const fresh = await playground.newPage();
    await accepted(fresh);
    const visited = new Map<string, number>();
    const focusOn = async (name: string): Promise<void> => {
      for (let count = 0; count < 40; count++) {
        const focused = await fresh.evaluate<string>(
          "document.activeElement.ariaLabel ?? document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent",
        );
        visited.set(focused, count);
        if (focused === name) return;
        await fresh.keyboard.press("Tab");
      }
      throw new Error(`Tab does not lead to ${name}, only to ${[...visited.keys()].join(", ")}.`);
    };
    await focusOn("Operation");
    await fresh.keyboard.type("create stage");
    await fresh.keyboard.press("Enter");
    await fresh.locator(".pg-operation", { hasText: "POST /v2/apis/{ApiId}/stages" }).waitFor();
    await focusOn("Input, JSON");
    await fresh.keyboard.press("Control+a");
    await fresh.keyboard.type('{ "ApiId": "a1", "StageName": "dev", "DefaultRou');
    await fresh.locator(".cm-tooltip-autocomplete").waitFor();
    await fresh.keyboard.press("Control+Space");
    // CodeMirror takes no completion within a moment after it opened its list.
    await fresh.waitForTimeout(150);
    await fresh.keyboard.press("Enter");
    await fresh.keyboard.type('"LoggingLevel": "IN');
    await fresh.locator(".cm-tooltip-autocomplete").waitFor();
    await fresh.waitForTimeout(150);
    await fresh.keyboard.press("Enter");
    expect(JSON.parse(await editorText(fresh, "Input, JSON"))).toEqual({
      ApiId: "a1",
      StageName: "dev",
      DefaultRouteSettings: { LoggingLevel: "INFO" },
    });
    await accepted(fresh);
    // Tab leaves the editors, forwards and backwards.
    for (const name of ["HTTP request", "What the server reads", "Operation"]) await focusOn(name);
    expect(await editorText(fresh, "Input, JSON")).not.toContain("\t");
    await fresh.keyboard.press("Shift+Tab");
    await fresh.close();
  });

  test("a pasted model gives the files of generate, byte for byte, and can be tried", async () => {
    await page.getByRole("radio", { name: "Your model" }).check();
    await fillEditor(page, "Model, Smithy IDL", sampleModels.smithy.replace("max: 12", "max: 6"));
    await page.getByText(/Generated \d+ files/).waitFor();
    await page.getByRole("tab", { name: "Files" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download all" }).click();
    const archive = await readFile(await (await download).path());
    const files = Object.entries(unzipSync(archive)).map(([path, bytes]): [string, string] => [
      path,
      new TextDecoder().decode(bytes),
    ]);
    const bytes = new TextEncoder().encode(sampleModels.smithy.replace("max: 12", "max: 6"));
    const model = { name: "model.smithy", bytes };
    const runtime = await readRuntimeSources();
    const wanted = await generate({ model, runtime, client: true, server: true });
    expect(new Map(files)).toEqual(
      new Map([...wanted.files].map(([path, text]) => [`generated/${path}`, text])),
    );

    await page.getByRole("tab", { name: "Request" }).click();
    await fillEditor(page, "Input, JSON", '{"drink": "latte", "customer": "Ada", "cups": 9}');
    await page
      .getByRole("button", { name: "Line 1 cups must be between 1 and 6, inclusive." })
      .waitFor();
  });

  test("shows a mistake in a model at its line, and keeps the last good code", async () => {
    await fillEditor(
      page,
      "Model, Smithy IDL",
      '$version: "2"\nnamespace a\nstructure X {\n  a: \n}\n',
    );
    await page
      .getByRole("button", { name: "Line 4 expected a name, found the end of the line" })
      .waitFor();
    expect(await page.getByRole("combobox", { name: "Operation" }).inputValue()).toBe(
      "CreateOrder",
    );
  });

  test("takes a JSON AST, and shows a mistake in it at its line", async () => {
    await page.getByRole("radio", { name: "JSON AST" }).check();
    await page.getByText(/Generated \d+ files/).waitFor();
    await page.getByRole("tab", { name: "TypeScript" }).click();
    await page.getByRole("textbox", { name: "TypeScript: Client" }).waitFor();
    expect(await editorText(page, "TypeScript: Client")).toContain("new Notes(");
    const wrong = '{\n"smithy": "2.0",\n"shapes": {\n"a#B": {\n"type": "strong"\n}\n}\n}';
    await fillEditor(page, "Model, JSON AST", wrong);
    await page
      .getByRole("button", { name: /^Line 4 / })
      .first()
      .waitFor();
  });

  test("a link restores the state, and a damaged one is reported", async () => {
    await fillEditor(page, "Model, JSON AST", sampleModels.json.replaceAll("AddNote", "WriteNote"));
    await page.getByText(/Generated \d+ files/).waitFor();
    await page.getByRole("tab", { name: "Request" }).click();
    await fillEditor(page, "Input, JSON", '{"notebook": "shared", "text": "hi"}');
    await page.waitForFunction("document.body.innerText.includes('/notebooks/shared/notes')");
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByText("The link is in the clipboard.").waitFor();
    const link = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(link).toBe(page.url());

    const hash = new URL(link).hash;
    const other = await playground.newPage({ hash });
    await accepted(other);
    expect(await editorText(other, "Input, JSON")).toBe('{"notebook": "shared", "text": "hi"}');
    expect(await other.getByRole("combobox").inputValue()).toBe("WriteNote");
    await other.close();

    const broken = await playground.newPage({ hash: hash.slice(0, -40) });
    await broken.getByText("The link is damaged").waitFor();
    await accepted(broken);
    await broken.close();

    const noise = Array.from({ length: 9_000 }, (_, index) => (index * 7919).toString(36)).join("");
    await fillEditor(page, "Input, JSON", JSON.stringify({ notebook: noise, text: "hi" }));
    await page.getByText("Valid.").first().waitFor();
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByText("This is too long for a link").waitFor();
  });

  test("has nothing that axe finds, light and dark, wide and on a phone", async () => {
    const checked = await playground.newPage();
    await accepted(checked);
    await checked.addScriptTag({ path: axe });
    const found: string[] = [];
    const checkNow = async (state: string): Promise<void> => {
      const violations = await checked.evaluate<string[]>(
        "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`)))",
      );
      found.push(...violations.map((violation) => `${state}: ${violation}`));
      const overflow =
        "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await checked.evaluate(overflow), state).toBe(0);
    };
    const check = async (state: string): Promise<void> => {
      for (const width of [1280, 390]) {
        await checked.setViewportSize({ width, height: 900 });
        await checkNow(`${state}, ${width} pixels`);
        await checked.evaluate("document.documentElement.classList.toggle('dark')");
      }
      // Each state is light at one width and dark at the other; the next state the other way round.
      await checked.evaluate("document.documentElement.classList.toggle('dark')");
      await checked.setViewportSize({ width: 1280, height: 900 });
    };
    await fillEditor(checked, "Input, JSON", '{\n"ApiId": 1, "Other": 2}');
    await checked.getByRole("button", { name: /^Line 2 Other/ }).waitFor();
    await check("an invalid input");
    await checked.getByRole("combobox").click();
    await check("the list of operations");
    await checked.keyboard.press("Escape");
    await checked.getByRole("tab", { name: "TypeScript" }).click();
    await check("the programs");
    await checked.getByRole("radio", { name: "Your model" }).check();
    await checked.getByText(/Generated \d+ files/).waitFor();
    await check("a model");
    await checked.getByRole("tab", { name: "Files" }).click();
    await check("the files");
    expect(found).toEqual([]);
    await checked.close();
  });

  test("loads the generator only for models, and nothing from elsewhere", () => {
    const generator = /\/(?:ts-morph|generator)[.-]/;
    expect(first.filter((url) => generator.test(url))).toEqual([]);
    expect([...playground.requested].filter((url) => generator.test(url))).toHaveLength(2);
    const origins = [...playground.requested].map((url) => new URL(url).origin);
    expect(new Set(origins)).toEqual(new Set([new URL(playground.url).origin]));
    expect(playground.errors).toEqual([]);
  });
});

/** Waits until the input has been written and read. */
async function accepted(page: Page): Promise<void> {
  await page.getByText("Accepted: the typed input.").waitFor();
}
