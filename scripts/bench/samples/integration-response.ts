/** A response of GetIntegrationResponse: its JSON text, and the value in memory. */
export interface Sample {
  readonly name: "S" | "M" | "L";
  readonly text: string;
  readonly value: IntegrationResponseValue & { ContentHandlingStrategy: "CONVERT_TO_TEXT" };
}

/** The type that the validators of the peers are written for, too. */
export interface IntegrationResponseValue {
  ContentHandlingStrategy: string;
  IntegrationResponseId: string;
  IntegrationResponseKey: string;
  ResponseParameters: Record<string, string>;
  ResponseTemplates: Record<string, string>;
  TemplateSelectionExpression: string;
}

/** Samples of about 300 bytes, 5.5 KB and 198 KB. */
export const samples: readonly Sample[] = [
  makeSample("S", 1, 1, 30),
  makeSample("M", 12, 8, 550),
  makeSample("L", 40, 40, 4850),
];

/** Returns a sample with a number of header mappings and templates. */
export function makeSample(
  name: Sample["name"],
  parameters: number,
  templates: number,
  templateLength: number,
): Sample {
  const value: Sample["value"] = {
    ContentHandlingStrategy: "CONVERT_TO_TEXT",
    IntegrationResponseId: "a1b2c3d",
    IntegrationResponseKey: "/200/",
    ResponseParameters: entries(parameters, (index) => [
      `method.response.header.x-name-${index}`,
      `integration.response.header.y-${index}`,
    ]),
    ResponseTemplates: entries(templates, (index) => [
      index === 0 ? "application/json" : `application/vnd.example.v${index}+json`,
      template(templateLength),
    ]),
    TemplateSelectionExpression: "${response.statuscode}",
  };
  return { name, value, text: JSON.stringify(wireForm(value)) };
}

/** Converts to the JSON form, in which names begin with lowercase letters. */
export function wireForm(value: IntegrationResponseValue): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      member,
    ]),
  );
}

function template(length: number): string {
  const line = '#set($inputRoot = $input.path("$"))\n{ "id": "$inputRoot.id" }\n';
  return line.repeat(Math.ceil(length / line.length)).slice(0, length);
}

function entries(
  count: number,
  entry: (index: number) => [string, string],
): Record<string, string> {
  // Made by `JSON.parse`, as all values that are received are.
  const map = Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
  return JSON.parse(JSON.stringify(map)) as Record<string, string>;
}
