import type { ProtocolName } from "../../ir/service.js";
import { awsJson1_0, awsJson1_1 } from "./aws-json/aws-json.js";
import type { Protocol } from "./protocol.js";
import { awsQuery, ec2Query } from "./query/query.js";
import { restJson1 } from "./rest-json-1/rest-json-1.js";
import { restXml } from "./rest-xml/rest-xml.js";
import { rpcV2Cbor, rpcV2Json } from "./rpc-v2/rpc-v2.js";

/** Every protocol that the generator knows. */
export const protocols: Readonly<Record<ProtocolName, Protocol>> = {
  rpcv2Cbor: rpcV2Cbor,
  awsJson1_0,
  awsJson1_1,
  restJson1,
  restXml,
  awsQuery,
  ec2Query,
  rpcv2Json: rpcV2Json,
};
