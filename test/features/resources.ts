import { id, member, model, operation, structure, type Json } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { absent, request } from "./support/wants.js";

const label = member("String", { httpLabel: {}, required: {} });
const to = (name: string): Json => ({ target: id(name) });

/** Operations that are bound to resources alone, at any depth and in any of a resource's places. */
export const feature: Feature = {
  given: model(
    {
      City: {
        type: "resource",
        identifiers: { cityId: to("String") },
        read: to("GetCity"),
        list: to("ListCities"),
        operations: [to("RenameCity")],
        collectionOperations: [to("CountCities")],
        resources: [to("Street")],
      },
      Street: { type: "resource", create: to("BuildStreet"), resources: [to("House")] },
      House: { type: "resource", put: to("PutHouse"), delete: to("RazeHouse") },
      GetCity: operation("/cities/{cityId}", { method: "GET", input: "CityInput" }),
      ListCities: operation("/cities", { method: "GET" }),
      RenameCity: operation("/cities/{cityId}/name", { input: "CityInput" }),
      CountCities: operation("/cities/count", { method: "GET" }),
      BuildStreet: operation("/streets"),
      PutHouse: operation("/houses", { method: "PUT" }),
      RazeHouse: operation("/houses", { method: "DELETE" }),
      Unbound: operation("/unbound"),
      CityInput: structure({ cityId: label }),
    },
    { operations: [], resources: [to("City")] },
  ),
  want: [
    request("GetCity", { cityId: "a" }, "GET /cities/a"),
    request("ListCities", {}, "GET /cities"),
    request("RenameCity", { cityId: "a" }, "POST /cities/a/name"),
    request("CountCities", {}, "GET /cities/count"),
    request("BuildStreet", {}, "POST /streets"),
    request("PutHouse", {}, "PUT /houses"),
    request("RazeHouse", {}, "DELETE /houses"),
    absent("Unbound"),
  ],
};
