import { enumeration, member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { error, readsError, readsResponse, response } from "./support/wants.js";

const type = { "content-type": "application/xml" };

/** What S3 has of its own: errors without a wrapper, and an output that is its only member. */
export const feature: Feature = {
  given: model(
    {
      Where: {
        ...operation("/where", { output: "Place", errors: ["Gone"] }),
        traits: {
          "smithy.api#http": { method: "GET", uri: "/where" },
          "aws.customizations#s3UnwrappedXmlOutput": {},
        },
      },
      Place: structure({ Location: "Location" }, { xmlName: "Location" }),
      Location: enumeration({ EU: "EU" }),
      Gone: structure({ Key: member("String", { xmlName: "TheKey" }) }, { error: "client" }),
    },
    {
      traits: {
        "aws.protocols#restXml": { noErrorWrapping: true },
        "smithy.api#xmlNamespace": { uri: "urn:s3" },
      },
    },
  ),
  want: [
    response("Where", { Location: "EU" }, 200, {
      headers: type,
      body: '<Location xmlns="urn:s3">EU</Location>',
    }),
    response("Where", {}, 200, { headers: type, body: '<Location xmlns="urn:s3"></Location>' }),
    readsResponse("Where", 200, {}, {}),
    error("Where", "Gone", { Key: "k" }, 400, {
      headers: type,
      body: "<Error><Type>Sender</Type><Code>Gone</Code><TheKey>k</TheKey></Error>",
    }),
    readsError(
      "Where",
      400,
      { body: "<ErrorResponse><Error><Code>Gone</Code><TheKey>k</TheKey></Error></ErrorResponse>" },
      "Gone",
      { Key: "k" },
    ),
  ],
};
