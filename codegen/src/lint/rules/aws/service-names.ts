import { nameOf } from "../../../load/names.js";
import type { Rule } from "../../rule.js";
import { textMember } from "../http/trait-values.js";
import { awsServices } from "./aws-service.js";

/** The ids of services that were published before there was this rule. */
const published: ReadonlySet<string> = new Set([
  "ACM PCA",
  "ApiGatewayManagementApi",
  "Application Discovery Service",
  "Config Service",
  "Cost and Usage Report Service",
  "Database Migration Service",
  "Directory Service",
  "Elasticsearch Service",
  "IoT 1Click Devices Service",
  "IoTAnalytics",
  "Lex Model Building Service",
  "Lex Runtime Service",
  "Marketplace Entitlement Service",
  "Resource Groups Tagging API",
  "mq",
]);

/** Ids of services in SDKs are words without the name of the company. */
export const sdkServiceId: Rule = {
  id: "SdkServiceId",
  *check(context) {
    for (const { service, trait } of awsServices(context)) {
      const id = textMember(trait, "sdkId");
      if (id === undefined || published.has(id)) continue;
      const problems: string[] = [];
      if (!/^[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*$/.test(id))
        problems.push("must be words of letters and digits with single spaces between them");
      if (/AWS|Aws|Amazon/.test(id)) problems.push("must not have AWS or Amazon in it");
      if (/(?:service|client|api)$/i.test(id))
        problems.push('must not end with "service", "client" or "api"');
      if (id === "" || id.length > 50) problems.push("must have from 1 to 50 characters");
      if (problems.length === 0) continue;
      const message = `the sdkId ${JSON.stringify(id)} ${problems.join("; ")}`;
      yield context.event("DANGER", service, message, { location: trait.location });
    }
  },
};

/** The source of a service's events is named like its ARNs. */
export const eventSource: Rule = {
  id: "EventSource",
  *check(context) {
    for (const { service, trait, arnNamespace } of awsServices(context)) {
      const expected = `${arnNamespace}.amazonaws.com`;
      const source = textMember(trait, "cloudTrailEventSource") ?? expected;
      const isKnown =
        expected === "cloudwatch.amazonaws.com" && source === "monitoring.amazonaws.com";
      if (source === expected || isKnown) continue;
      const { location } = trait;
      const quoted = JSON.stringify(source);
      const message = `has the cloudTrailEventSource ${quoted}; expected ${JSON.stringify(expected)}`;
      yield context.event("WARNING", service, message, { location });
    }
  },
};

/** A service has one name in ARNs and signatures. */
export const sigV4Traits: Rule = {
  id: "SigV4Traits",
  *check(context) {
    for (const service of context.shapesOf("service")) {
      const aws = service.traits.get("aws.api#service");
      const names = [
        [
          "arnNamespace of aws.api#service",
          aws && (textMember(aws, "arnNamespace") ?? nameOf(service.id).toLowerCase()),
        ],
        ["name of aws.auth#sigv4", textMember(service.traits.get("aws.auth#sigv4"), "name")],
        ["name of aws.auth#sigv4a", textMember(service.traits.get("aws.auth#sigv4a"), "name")],
      ] as const;
      for (const [index, [what, name]] of names.entries()) {
        for (const [other, otherName] of names.slice(index + 1)) {
          if (name === undefined || otherName === undefined || name === otherName) continue;
          const message = `${what} is ${JSON.stringify(name)}, but ${other} is ${JSON.stringify(otherName)}; they should be the same`;
          yield context.event("WARNING", service, message);
        }
      }
    }
  },
};
