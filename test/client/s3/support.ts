import type { HttpRequest } from "@smithy/types";
import {
  member,
  model,
  operation,
  simple,
  structure,
  type Json,
} from "../../codegen/support/models.js";
import { bucketLabel, s3Traits } from "../../codegen/support/s3-rules.js";

const key = member("String", { httpLabel: {}, required: {} });

/** Some operations of S3, as its model has them. */
export const s3Model: Json = model(
  {
    GetObject: operation("/{Bucket}/{Key+}?x-id=GetObject", {
      ...{ method: "GET", input: "ObjectName", output: "Download" },
    }),
    PutObject: operation("/{Bucket}/{Key+}?x-id=PutObject", { method: "PUT", input: "Upload" }),
    ListObjectsV2: operation("/{Bucket}?list-type=2", { method: "GET", input: "Listing" }),
    ListBuckets: operation("/?x-id=ListBuckets", { method: "GET" }),
    ObjectName: structure({ Bucket: bucketLabel, Key: key }),
    Upload: structure({ Bucket: bucketLabel, Key: key, Body: member("Data", { httpPayload: {} }) }),
    Download: structure({ Body: member("Data", { httpPayload: {} }) }),
    Listing: structure({ Bucket: bucketLabel, Prefix: member("String", { httpQuery: "prefix" }) }),
    Data: simple("blob"),
  },
  {
    traits: {
      "aws.protocols#restXml": { noErrorWrapping: true },
      "aws.api#service": { sdkId: "S3" },
      "aws.auth#sigv4": { name: "s3" },
      "smithy.api#xmlNamespace": { uri: "http://s3.amazonaws.com/doc/2006-03-01/" },
      ...s3Traits,
    },
  },
);

export const credentials = {
  accessKeyId: "AKID",
  secretAccessKey: "secret",
  sessionToken: "token",
};

/** A handler that keeps the request, and sends nothing. */
export class Keeper {
  request: HttpRequest | undefined;

  async handle(request: HttpRequest): Promise<never> {
    this.request = request;
    return Promise.reject(new Error("Nothing is sent."));
  }
}
