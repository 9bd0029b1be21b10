import { ModelError } from "smithy-codec";
import { expect, it } from "vitest";
import { generateFrom } from "../codegen/support/generated.js";
import { given } from "../features/support/query-models.js";

it.each(["awsQuery", "ec2Query"])("%s has a client, and no server", async (protocol) => {
  const model = given(`aws.protocols#${protocol}`);
  const { files } = await generateFrom(model, { client: true });
  expect([...files.keys()]).toContain("client.ts");
  const error: unknown = await generateFrom(model, { server: true }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ModelError);
  expect((error as ModelError).diagnostics).toEqual([
    expect.objectContaining({
      code: "SC1307",
      place: "test#Weather",
      message: `has the protocol ${protocol}, which has no servers`,
    }),
  ]);
});
