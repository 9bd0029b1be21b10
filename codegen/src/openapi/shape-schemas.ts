import { bounds, orNull } from "../../runtime/schema/json-schema-leaves.js";
import type { JsonObject } from "../../runtime/types.js";
import type { List, MapShape, Member, NamedShape, Shape, TimestampFormat } from "../ir/ir.js";
import { hasJsonForm, jsonFormatOf, presenceOf } from "../ir/wire.js";
import { describeText } from "../json-schema/describe-text.js";
import type { Model } from "../load/ast.js";
import type { Components } from "./components.js";
import { componentNotes, memberNotes } from "./notes.js";
import { enumComponent, lengthOf, simpleSchema } from "./simple-schemas.js";
import { entriesSchema, itemXml, memberXml, withXml, xmlKeyOf } from "./xml-objects.js";

/**
 * Writes the schemas of shapes in JSON Schema 2020-12, as OpenAPI 3.1 has them. Structures, unions, enums and
 * maps are components; lists and simple shapes are part of the schema that refers to them.
 */
export class ShapeSchemas {
  readonly #model: Model;
  readonly #components: Components;
  readonly #isXml: boolean;

  constructor(model: Model, components: Components, isXml: boolean) {
    this.#model = model;
    this.#components = components;
    this.#isXml = isXml;
  }

  /** Returns the schema of an object with members. */
  object(members: readonly Member[]): JsonObject {
    const inBody = members.filter(hasJsonForm);
    const keys = this.#keysOf(inBody);
    const required = inBody.flatMap((member, index) =>
      presenceOf(member) === "required" ? [keys[index] ?? ""] : [],
    );
    return {
      type: "object",
      ...(inBody.length === 0
        ? {}
        : {
            properties: Object.fromEntries(
              inBody.map((member, index) => this.#property(member, keys[index] ?? "")),
            ),
          }),
      ...(required.length > 0 ? { required } : {}),
    };
  }

  /**
   * Returns the schema of a value that is not in a body, with its documentation.
   * @param format the format of a timestamp in this part of the message
   */
  parameter(member: Member, format: TimestampFormat): JsonObject {
    return this.#value(member, format);
  }

  /** Returns the schema of a member's value in a body, without its documentation. */
  payload(member: Member): JsonObject {
    return this.#value(member, jsonFormatOf(member));
  }

  /** Returns a reference to the component of a shape. */
  reference(shape: Exclude<NamedShape, List>): JsonObject {
    return this.#components.shape(shape, shape.name, () => this.#component(shape));
  }

  #component(shape: Exclude<NamedShape, List>): JsonObject {
    switch (shape.kind) {
      case "enum":
        return enumComponent(shape);
      case "structure":
        return { ...componentNotes(shape), ...this.object(shape.members) };
      case "union":
        return { ...componentNotes(shape), oneOf: shape.members.map((one) => this.#choice(one)) };
      case "map": {
        const description = describeText(shape.documentation);
        return {
          ...(description === "" ? {} : { description }),
          ...this.#map(shape, shape.constraints, false),
        };
      }
    }
  }

  /** The object of a union that has this member, and no other. */
  #choice(member: Member): JsonObject {
    const [key, schema] = this.#property(member, this.#keysOf([member])[0] ?? "");
    return {
      type: "object",
      title: member.name,
      properties: Object.fromEntries([[key, schema]]),
      required: [key],
    };
  }

  #property(member: Member, key: string): [string, JsonObject] {
    const schema = {
      ...this.#value(member, jsonFormatOf(member)),
      ...memberNotes(member),
    };
    return [key, this.#isXml ? withXml(schema, memberXml(member, key)) : schema];
  }

  /** The keys of members in `properties`. Names in XML have their prefix only if others would be equal. */
  #keysOf(members: readonly Member[]): string[] {
    if (!this.#isXml) return members.map(({ wireName }) => wireName);
    const keys = members.map(xmlKeyOf);
    return keys.map((key, index) =>
      keys.indexOf(key) === keys.lastIndexOf(key) ? key : (members[index]?.wireName ?? key),
    );
  }

  #value(member: Member, format: TimestampFormat): JsonObject {
    const { target, constraints, xml } = member;
    switch (target.kind) {
      case "structure":
      case "union":
      case "enum":
        return this.reference(target);
      case "list":
        return this.#list(target, member, format);
      case "map": {
        const isPlain = !this.#isXml && constraints.length === target.constraints.length;
        return isPlain ? this.reference(target) : this.#map(target, constraints, xml.flattened);
      }
      default:
        return simpleSchema(target, member, format, this.#model);
    }
  }

  #list(list: List, { constraints, xml }: Member, format: TimestampFormat): JsonObject {
    const item = this.#value(list.member, list.member.timestampFormat ?? format);
    return {
      type: "array",
      items: this.#isXml
        ? withXml(item, itemXml(list, xml.flattened))
        : this.#element(list, list.member.target, item),
      ...bounds("minItems", "maxItems", lengthOf(constraints)),
      ...(list.uniqueItems ? { uniqueItems: true } : {}),
    };
  }

  #map(map: MapShape, constraints: Member["constraints"], isFlattened: boolean): JsonObject {
    const schemaOf = (member: Member): JsonObject => this.#value(member, jsonFormatOf(member));
    const length = lengthOf(constraints);
    if (this.#isXml)
      return {
        type: "array",
        items: entriesSchema(map, isFlattened, schemaOf),
        ...bounds("minItems", "maxItems", length),
      };
    const key = schemaOf(map.key);
    return {
      type: "object",
      // Keys are always strings.
      ...(Object.keys(key).join() === "type" ? {} : { propertyNames: key }),
      additionalProperties: this.#element(map, map.value.target, schemaOf(map.value)),
      ...bounds("minProperties", "maxProperties", length),
    };
  }

  /** The schema of a document allows null already. */
  #element({ sparse }: List | MapShape, { kind }: Shape, schema: JsonObject): JsonObject {
    return sparse && kind !== "document" ? orNull(schema) : schema;
  }
}
