/** References between shapes, and the selection of a service. */
export const references = {
  SC1201: {
    title: "shape is not in the model",
    explanation: "A shape refers to another shape, which is not defined in any of the files.",
    hint: "Correct the id, or add the file that defines the shape.",
  },
  SC1202: {
    title: "reference to a shape of the wrong type",
    explanation:
      "The shape exists, but its type cannot be used here. For example, services have operations, and the targets of members are data shapes.",
    hint: "Refer to another shape, or change its type.",
  },
  SC1203: {
    title: "invalid mixin",
    explanation: "The shape uses a mixin that is not in the model, or lacks smithy.api#mixin.",
    hint: "Correct the id of the mixin, or apply smithy.api#mixin to it.",
  },
  SC1204: {
    title: "mixins form a cycle",
    explanation: "A mixin uses itself, directly or through other mixins.",
    hint: "Remove one of the mixins from the cycle.",
  },
  SC1205: {
    title: "mixin of another type",
    explanation: "A shape and its mixins must have the same type.",
    hint: "Use a mixin of the same type.",
  },
  SC1206: {
    title: "no such shape to apply traits to",
    explanation:
      "An `apply` statement, in the model or an overlay, names a shape that is not in the model. It may have been renamed or removed there.",
    hint: "Correct the id, or remove the statement.",
  },
  SC1207: {
    title: "no such member to apply traits to",
    explanation:
      "An `apply` statement, in the model or an overlay, names a member that its shape does not have. It may have been renamed or removed there.",
    hint: "Correct the name, or remove the statement.",
  },
  SC1208: {
    title: "shape in an overlay",
    explanation:
      "An overlay can only contain `apply` statements: it changes traits, and nothing else.",
    hint: "Add the shape to the model, or pass the file with --model instead of --overlay.",
  },
  SC1209: {
    title: "conflicting definitions of a shape",
    explanation:
      "Two files define the same shape differently. Equal definitions are merged; different ones are not, because either could be wrong.",
    hint: "Remove one of the definitions, or make them equal.",
  },
  SC1301: {
    title: "no service",
    explanation: "The model has no shape of type service, so there is nothing to generate.",
    hint: "Pass the file that defines the service.",
  },
  SC1302: {
    title: "several services",
    explanation: "The model has several services. Code is generated for one service.",
    hint: "Select one with --service, or with `service` in the configuration.",
  },
  SC1303: {
    title: "unknown service",
    explanation: "The selected service is not in the model.",
    hint: "Select one of the services in the message.",
  },
  SC1304: {
    title: "unknown operation",
    explanation: "The selected operation belongs neither to the service nor to its resources.",
    hint: "Correct the name. The message suggests the nearest one.",
  },
  SC1305: {
    title: "protocol not supported",
    explanation:
      "The service does not have the trait of a supported protocol, or not that of the selected protocol.",
    hint: "Apply the trait of a supported protocol to the service, in the model or with an overlay.",
  },
  SC1306: {
    title: "unknown shape",
    explanation: "The service uses no structure or union of this name.",
    hint: "Correct the name. The message suggests the nearest one.",
  },
  SC1307: {
    title: "protocol without servers",
    explanation:
      "The protocols awsQuery and ec2Query are only specified for clients, so no server can be generated.",
    hint: "Leave out --server, or select another protocol of the service with --protocol.",
  },
  SC1308: {
    title: "protocol without an OpenAPI document",
    explanation:
      "OpenAPI describes services by the methods and paths of their operations, which only the protocols restJson1 and restXml have.",
    hint: "Apply the trait of one of the two protocols and smithy.api#http to the model, with an overlay if need be.",
  },
} as const;
