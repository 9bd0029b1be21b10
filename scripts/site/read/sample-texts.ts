/** Texts for members of API Gateway V2 by the end of their names; the first that matches is used. */
const texts: readonly (readonly [name: RegExp, text: string])[] = [
  [/^ResourceArn$/, "arn:aws:apigateway:eu-central-1::/apis/a1b2c3d4e5"],
  [/CertificateArn$/, "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d"],
  [/(?:Credentials|Role)Arn$/, "arn:aws:iam::111122223333:role/orders-api"],
  [/Arns?$/, "arn:aws:apigateway:eu-central-1:111122223333:/portals/p1"],
  [/^ApiEndpoint$/, "https://a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com"],
  [/^ApiId$/, "a1b2c3d4e5"],
  [/^DomainName$/, "api.example.com"],
  [/^(?:Stage|StageName)$/, "prod"],
  [/^ApiMappingKey$/, "v1"],
  [/^Basepath$/, "prepend"],
  [/^RouteKey$/, "GET /orders"],
  [/^IntegrationResponseKey$|^RouteResponseKey$|^SelectionKey$/, "$default"],
  [/^IntegrationMethod$/, "POST"],
  [/^(?:IntegrationUri|AuthorizerUri|Target|.*Uri|.*Url)$/, "https://example.com/orders"],
  [/^PayloadFormatVersion$|^AuthorizerPayloadFormatVersion$/, "2.0"],
  [/^Specification$/, "OAS30"],
  [/^OutputType$/, "JSON"],
  [/^ExportVersion$/, "1.0"],
  [/^ContentType$/, "application/json"],
  [/^Schema$/, '{"type":"object"}'],
  [/^Body$/, '{"openapi":"3.0.1","info":{"title":"orders","version":"1"},"paths":{}}'],
  [/^PolicyDocument$/, '{"Version":"2012-10-17","Statement":[]}'],
  [/^NextToken$/, "token-2"],
  [/^MaxResults$/, "25"],
  [/^RouteSelectionExpression$/, "$request.method $request.path"],
  [/Expression$/, "$request.header.version"],
  [/^RequestParameterKey$/, "route.request.header.version"],
  [/^IdentitySource$/, "$request.header.Authorization"],
  [/^Description$|Description$/, "Orders of the web shop."],
  [/^Version$/, "1.0"],
  [/^TagKeys$/, "team"],
  [/^SubnetIds$/, "subnet-0a1b2c3d"],
  [/^SecurityGroupIds$/, "sg-0a1b2c3d"],
  [/AccountId$/, "111122223333"],
  [/Message$/, "In progress."],
  [/Name$/, "orders"],
  [/^Key$/, "team"],
];

/** Returns a text that looks like one of a member, for examples. */
export function sampleText(member: string): string {
  const found = texts.find(([name]) => name.test(member));
  if (found !== undefined) return found[1];
  return member.endsWith("Id") ? sampleId(member) : "example";
}

/** Returns an identifier of seven letters and digits that depends on the name of a member only. */
function sampleId(member: string): string {
  let seed = 7;
  for (const character of member) seed = (seed * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return seed.toString(36).padStart(7, "0").slice(-7);
}
