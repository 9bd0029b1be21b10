import { enumeration, modelOf, simple } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, readsResponse, refusesRequest, request, text } from "./support/wants.js";

/** Strings with the old `enum` trait beside enum shapes, and values that are no identifiers. */
export const feature: Feature = {
  given: modelOf(
    { old: "OldType", new: "NewType" },
    {
      OldType: simple("string", {
        enum: [
          { value: "AWS::S3::Bucket", name: "BUCKET", documentation: "A bucket." },
          { value: "AWS::EC2::Instance" },
          { value: "2xl", tags: ["internal"] },
          { value: "AWS-EC2-Instance", deprecated: true },
        ],
      }),
      NewType: enumeration({ S3_BUCKET: "AWS::S3::Bucket", none: "" }),
    },
  ),
  want: [
    text(
      "shapes/OldType.ts",
      `
      export const OldType = {
        /**
         * A bucket.
         */
        BUCKET: "AWS::S3::Bucket",
        AWS_EC2_Instance: "AWS::EC2::Instance",
        _2xl: "2xl",
        /**
         * @deprecated Do not use this any more.
         */
        AWS_EC2_Instance$: "AWS-EC2-Instance",
      } as const;
      `,
    ),
    text("shapes/OldType.ts", `export type OldType = (typeof OldType)[keyof typeof OldType];`),
    text(
      "shapes/NewType.ts",
      `
      export const NewType = {
        S3_BUCKET: "AWS::S3::Bucket",
        none: "",
      } as const;
      `,
    ),
    request("Do", { old: "AWS::S3::Bucket", new: "" }, "POST /do", {
      ...jsonBody({ old: "AWS::S3::Bucket", new: "" }),
    }),
    request("Do", { old: "2xl" }, "POST /do", jsonBody({ old: "2xl" })),
    // Services have new values before their clients know them.
    readsResponse("Do", 200, jsonBody({ old: "AWS::New", new: "X" }), {
      old: "AWS::New",
      new: "X",
    }),
    refusesRequest("Do", "POST /do", jsonBody({ old: "AWS::New" }), {
      name: "ValidationException",
      fieldList: [
        {
          path: "/old",
          message:
            "Value at '/old' failed to satisfy constraint: Member must satisfy enum value set: [AWS-EC2-Instance, AWS::EC2::Instance, AWS::S3::Bucket]",
        },
      ],
    }),
  ],
};
