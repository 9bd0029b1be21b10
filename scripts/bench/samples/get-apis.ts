/** Returns a response of GetApis with a number of APIs. 100 APIs are about 85 KB. */
export function getApisText(count: number): string {
  const items = Array.from({ length: count }, (_, index) => ({
    apiEndpoint: `https://a${index}.execute-api.eu-west-1.amazonaws.com`,
    apiGatewayManaged: false,
    apiId: `a${index}b2c3d4`,
    apiKeySelectionExpression: "$request.header.x-api-key",
    corsConfiguration: {
      allowCredentials: true,
      allowHeaders: ["authorization", "content-type", "x-request-id"],
      allowMethods: ["GET", "POST", "OPTIONS"],
      allowOrigins: ["https://www.example.com", "https://app.example.com"],
      exposeHeaders: ["date", "x-api-id"],
      maxAge: 600,
    },
    createdDate: "2024-05-17T08:15:30Z",
    description: `The API of the shop's department ${index}, for its web pages and its app.`,
    disableExecuteApiEndpoint: false,
    disableSchemaValidation: false,
    name: `shop-${index}`,
    protocolType: "HTTP",
    routeSelectionExpression: "$request.method $request.path",
    tags: { owner: "shop", stage: "production", "cost-center": `c-${index}` },
    version: "1.0.3",
    warnings: [],
  }));
  return JSON.stringify({ items, nextToken: "eyJvIjoxMDB9" });
}
