/** Traits and what they are applied to. */
export const traits = {
  SC1401: {
    title: "unknown trait",
    explanation:
      "The generator does not know the trait, so it has no effect on the generated code. That is fine for your own traits that are meant for other tools.",
    hint: "Check the id for typing errors, or silence the warning in the configuration with a reason.",
  },
  SC1402: {
    title: "trait on a shape of the wrong type",
    explanation: "The trait cannot be applied to shapes of this type.",
    hint: "Remove the trait, or apply it to another shape.",
  },
  SC1403: {
    title: "trait value of the wrong type",
    explanation: "The value of the trait has another type than its definition requires.",
    hint: "Correct the value.",
  },
  SC1404: {
    title: "invalid bounds",
    explanation:
      "smithy.api#length and smithy.api#range have a `min`, a `max`, or both, as numbers.",
    hint: "Correct the bounds.",
  },
  SC1405: {
    title: "minimum above maximum",
    explanation: "No value can satisfy a constraint whose minimum is greater than its maximum.",
    hint: "Correct the bounds.",
  },
  SC1406: {
    title: "pattern is not checked",
    explanation:
      "The pattern is not a valid JavaScript regular expression, and cannot be translated to one. Validators skip it.",
    hint: "Write the pattern with the common features of ECMA-262 expressions, as Smithy recommends.",
  },
  SC1407: {
    title: "pattern is not checked on long texts",
    explanation:
      "The time to match the pattern can grow much faster than the length of the text. Texts longer than the message states are not checked, so that a payload cannot block a server.",
    hint: "Rewrite the pattern without nested repetitions, or limit the text with smithy.api#length.",
  },
  SC1408: {
    title: "invalid default",
    explanation: "The value of smithy.api#default does not have the type of the member.",
    hint: "Correct the value.",
  },
  SC1409: {
    title: "unknown timestamp format",
    explanation: "The formats are date-time, http-date and epoch-seconds.",
    hint: "Use one of these formats.",
  },
  SC1410: {
    title: "invalid error",
    explanation: 'The value of smithy.api#error is "client" or "server".',
    hint: "Correct the value.",
  },
  SC1411: {
    title: "not an error",
    explanation: "Only structures with smithy.api#error can be errors of an operation or service.",
    hint: "Apply smithy.api#error to the structure, or remove it from the errors.",
  },
  SC1412: {
    title: "renamed error",
    explanation:
      "The name of an error is sent over the wire, so renaming it would change the protocol.",
    hint: 'Remove the error from the "rename" of the service.',
  },
  SC1413: {
    title: "invalid advice",
    explanation: "The trait smithycodec#advice describes formats that a service only documents.",
    hint: 'Give each format a valid "pattern" and a text "expected".',
  },
  SC1414: {
    title: "JSON or XML name used twice",
    explanation:
      "Two members of a structure would be the same member of a JSON object, or the same XML element.",
    hint: "Rename one with smithy.api#jsonName or smithy.api#xmlName.",
  },
  SC1415: {
    title: "authentication that the service does not have",
    explanation:
      "smithy.api#auth chooses from the authentication traits of the service, such as aws.auth#sigv4.",
    hint: "Apply the authentication trait to the service, or remove it from smithy.api#auth.",
  },
  SC1416: {
    title: "invalid name or namespace in XML",
    explanation:
      "smithy.api#xmlName is the name of an element or attribute, and smithy.api#xmlNamespace has a `uri` and optionally a `prefix`.",
    hint: "Correct the value.",
  },
  SC1417: {
    title: "document in XML",
    explanation: "A document is any JSON value, which XML cannot represent.",
    hint: "Give the member another type, or use a protocol with JSON or CBOR.",
  },
  SC1418: {
    title: "invalid checksums of an operation",
    explanation:
      "The trait aws.protocols#httpChecksum names members of the input with which users choose the algorithm of the request's checksum, and ask for the checksum of the response. These members are enums or strings.",
    hint: "Correct the names, or add the members to the input.",
  },
  SC1501: {
    title: "enum without values",
    explanation: "An enum without members allows no value at all.",
    hint: "Add a value, or use a string.",
  },
  SC1502: {
    title: "enum value used twice",
    explanation: "The values of an enum are unique.",
    hint: "Remove one of the two members.",
  },
  SC1503: {
    title: "invalid enum value",
    explanation: "Each member of an enum has one value: a text, or an integer for intEnum.",
    hint: "Correct the value.",
  },
  SC1504: {
    title: "infinite recursion",
    explanation:
      "A structure requires itself, directly or through other shapes, so every value would be infinite.",
    hint: "Make a member of the cycle optional, or use a list or map in between.",
  },
  SC1711: {
    title: "invalid endpoint rules",
    explanation:
      "The value of smithy.rules#endpointRuleSet does not follow Smithy's specification of the rules engine. The message has the place within the trait.",
    hint: "Correct the rules.",
  },
  SC1712: {
    title: "endpoint rules are not used",
    explanation:
      "The rules use a function of an extension, or exist only as smithy.rules#endpointBdd, so no code is generated for them. Everything else is generated.",
    hint: "Set the option endpoint of clients, or add smithy.rules#endpointRuleSet with functions of the specification.",
  },
  SC1713: {
    title: "invalid endpoint parameter",
    explanation:
      "An operation or member sets a parameter that the endpoint rules do not have, or sets it to a value of the wrong type.",
    hint: "Correct the name or the value, or add the parameter to the endpoint rules.",
  },
} as const;
