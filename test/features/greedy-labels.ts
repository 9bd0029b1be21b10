import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { refusesInput, refusesRequest, request, routes } from "./support/wants.js";

/** Labels that take several segments: the slashes within stay as they are, empty segments among them. */
export const feature: Feature = {
  given: model({
    Get: operation("/files/{key+}", { method: "GET", input: "Key" }),
    GetInfo: operation("/files/{key+}/info", { method: "GET", input: "Key" }),
    Put: operation("/{key+}", { method: "PUT", input: "Key" }),
    Key: structure({ key: member("String", { httpLabel: {}, required: {} }) }),
  }),
  want: [
    request("Get", { key: "a" }, "GET /files/a"),
    request("Get", { key: "a/b c/é" }, "GET /files/a/b%20c/%C3%A9"),
    request("Get", { key: "a//b/" }, "GET /files/a//b/"),
    request("Get", { key: "/a" }, "GET /files//a"),
    request("Get", { key: "/" }, "GET /files//"),
    request("Get", { key: "a/info/" }, "GET /files/a/info/"),
    request("GetInfo", { key: "a" }, "GET /files/a/info"),
    request("GetInfo", { key: "a/info/b" }, "GET /files/a/info/b/info"),
    request("GetInfo", { key: "a//" }, "GET /files/a///info"),
    request("Put", { key: "a//b/" }, "PUT /a//b/"),
    // Two slashes at the beginning would name another host to whoever resolves the path.
    refusesInput("Put", { key: "/evil.com/a" }, { name: "SerializationException", path: "/key" }),
    routes("GET /files", {}, undefined),
    routes("GET /files/", {}, undefined),
    refusesRequest("Get", "GET /files/", {}, { name: "SerializationException" }),
    // These would address another resource.
    refusesInput("Get", { key: "" }, { name: "SerializationException", path: "/key" }),
    refusesInput("Get", { key: "a/../b" }, { name: "SerializationException", path: "/key" }),
    refusesInput("Get", { key: "./b" }, { name: "SerializationException", path: "/key" }),
  ],
};
