import { list, map, model, operation, structure, type Json } from "../../codegen/support/models.js";

type Row = readonly [state: string, matcher: Json];

/** An acceptor on a path of the output. */
function at(state: string, comparator: string, path: string, expected: string): Row {
  return [state, { output: { path, comparator, expected } }];
}

function waiter(minDelay: number, ...rows: readonly Row[]): Json {
  return { minDelay, acceptors: rows.map(([state, matcher]) => ({ state, matcher })) };
}

function error(status: number): Json {
  return structure({}, { error: "client", httpError: status });
}

/*
 * Waiters of three services of AWS: names, delays, paths and expected values are facts of their
 * models (and of botocore's `waiters-2.json`); the shapes are reduced to what the paths need.
 */

/** Amazon DynamoDB: a path of members, and errors that are a state. */
export const tables: Json = model({
  DescribeTable: operation("/tables", {
    input: "DescribeTableInput",
    output: "DescribeTableOutput",
    errors: ["ResourceNotFoundException"],
    traits: {
      "smithy.waiters#waitable": {
        TableExists: waiter(20, at("success", "stringEquals", "Table.TableStatus", "ACTIVE"), [
          "retry",
          { errorType: "ResourceNotFoundException" },
        ]),
        TableNotExists: waiter(20, ["success", { errorType: "ResourceNotFoundException" }]),
      },
    },
  }),
  DescribeTableInput: structure({ TableName: "String" }),
  DescribeTableOutput: structure({ Table: "TableDescription" }),
  TableDescription: structure({ TableStatus: "TableStatus" }),
  TableStatus: {
    type: "enum",
    members: Object.fromEntries(
      ["CREATING", "ACTIVE"].map((value) => [
        value,
        { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
      ]),
    ),
  },
  ResourceNotFoundException: error(400),
});

/** Amazon EC2: lists of lists, and errors that are not in the model. */
export const instances: Json = model({
  DescribeInstances: operation("/instances", {
    input: "DescribeInstancesRequest",
    output: "DescribeInstancesResult",
    traits: {
      "smithy.waiters#waitable": {
        InstanceExists: waiter(
          5,
          at("success", "booleanEquals", "length(Reservations[]) > `0`", "true"),
          ["retry", { errorType: "InvalidInstanceID.NotFound" }],
        ),
        InstanceRunning: waiter(
          15,
          at("success", "allStringEquals", "Reservations[].Instances[].State.Name", "running"),
          at(
            "failure",
            "anyStringEquals",
            "Reservations[].Instances[].State.Name",
            "shutting-down",
          ),
          at("failure", "anyStringEquals", "Reservations[].Instances[].State.Name", "terminated"),
          ["retry", { errorType: "InvalidInstanceID.NotFound" }],
        ),
      },
    },
  }),
  DescribeInstancesRequest: structure({ InstanceIds: "Texts" }),
  DescribeInstancesResult: structure({ Reservations: "Reservations" }),
  Reservations: list("Reservation"),
  Reservation: structure({ Instances: "Instances" }),
  Instances: list("Instance"),
  Instance: structure({ State: "State" }),
  State: structure({ Name: "String" }),
  Texts: list("String"),
});

/** Amazon ECS: filters, functions and comparisons. */
export const services: Json = model({
  DescribeServices: operation("/services", {
    input: "DescribeServicesRequest",
    output: "DescribeServicesResponse",
    traits: {
      "smithy.waiters#waitable": {
        ServicesStable: waiter(
          15,
          at("failure", "anyStringEquals", "failures[].reason", "MISSING"),
          at("failure", "anyStringEquals", "services[].status", "DRAINING"),
          at("failure", "anyStringEquals", "services[].status", "INACTIVE"),
          at(
            "success",
            "booleanEquals",
            "length(services[?!(length(deployments) == `1` && runningCount == desiredCount)]) == `0`",
            "true",
          ),
        ),
        ServicesDescribed: waiter(1, [
          "success",
          {
            inputOutput: {
              path: "length(input.services) == length(output.services)",
              comparator: "booleanEquals",
              expected: "true",
            },
          },
        ]),
      },
    },
  }),
  DescribeServicesRequest: structure({ services: "Texts" }),
  DescribeServicesResponse: structure({ services: "Services", failures: "Failures", tags: "Tags" }),
  Services: list("Service"),
  Service: structure({
    status: "String",
    deployments: "Deployments",
    runningCount: "Integer",
    desiredCount: "Integer",
  }),
  Deployments: list("Deployment"),
  Deployment: structure({ id: "String" }),
  Failures: list("Failure"),
  Failure: structure({ reason: "String" }),
  Texts: list("String"),
  Tags: map("String"),
});
