import {
  severities,
  type EventSeverity,
  type SmithyModel,
  type SourceLocation,
  type ValidationEvent,
} from "../../model/model.js";
import { isNodeObject } from "../../model/nodes.js";
import type { NodeObject, NodeValue } from "../../model/node.js";
import { parseSelector } from "../../selectors/parse-selector.js";
import { select, selectEach, type Match } from "../../selectors/select.js";
import { SelectorError, type Selector } from "../../selectors/selector.js";
import type { ShapeGraph } from "../../selectors/shape-graph.js";
import type { Entity } from "../../selectors/attributes.js";
import { expandTemplate, parseTemplate } from "./expand-template.js";
import { MetadataReader } from "./read-metadata.js";
import { unreferencedShapes } from "./unreferenced-shapes.js";

/** A validator that a model defines. */
export type ModelValidator = (graph: ShapeGraph) => readonly ValidationEvent[];

interface Definition {
  readonly name: string;
  readonly id: string;
  readonly severity: EventSeverity | undefined;
  readonly message: string | undefined;
  readonly namespaces: readonly string[] | undefined;
  /** Only events of shapes that it matches are kept. */
  readonly filter: Selector | undefined;
  readonly configuration: NodeObject;
  readonly location: SourceLocation;
}

/**
 * Reads `validators` in metadata: those that Smithy has in every implementation, EmitEachSelector and
 * EmitNoneSelector (Smithy 2.0, "Validators"), and UnreferencedShape. Others are reported as unknown.
 */
export function readModelValidators(model: SmithyModel): {
  readonly events: readonly ValidationEvent[];
  readonly validators: readonly ModelValidator[];
} {
  const reader = new MetadataReader(model, "validators");
  const validators = reader.objects().flatMap((object) => {
    const definition = readDefinition(object, reader);
    if (definition === undefined) return [];
    const create = Object.hasOwn(factories, definition.name)
      ? factories[definition.name]
      : undefined;
    if (create === undefined) {
      reader.warn(
        `UnknownValidator_${definition.name}`,
        `there is no validator named "${definition.name}"; the validators are ${Object.keys(factories).join(", ")}`,
      );
      return [];
    }
    const validate = create(definition, reader);
    return validate === undefined ? [] : [restrict(validate, definition)];
  });
  return { events: reader.events, validators };
}

type Factory = (definition: Definition, reader: MetadataReader) => ModelValidator | undefined;

const factories: Readonly<Record<string, Factory>> = {
  EmitEachSelector: (definition, reader) => {
    const { configuration } = definition;
    const selector = readSelector(configuration, reader);
    const trait = reader.optionalText(configuration, "bindToTrait");
    const traitId = trait === undefined || trait.includes("#") ? trait : `smithy.api#${trait}`;
    const template = readTemplate(configuration, reader);
    if (selector === undefined) return undefined;
    return (graph) => {
      const events = new Map<string, ValidationEvent>();
      selectEach(graph, selector, ofModel(graph), (match: Match) => {
        const bound = traitId === undefined ? undefined : match.entity.traits.get(traitId);
        if (traitId !== undefined && bound === undefined) return;
        const message =
          template === undefined
            ? "the shape matches the selector of the validator"
            : expandTemplate(template, match);
        const place = bound?.location ?? match.entity.location;
        const { id } = match.entity;
        // A shape can be matched twice with the same variables.
        events.set(`${id} ${message}`, eventOf(definition, "DANGER", message, place, id));
      });
      return [...events.values()];
    };
  },
  EmitNoneSelector: (definition, reader) => {
    const selector = readSelector(definition.configuration, reader);
    if (selector === undefined) return undefined;
    return (graph) => {
      const found = select(graph, selector, ofModel(graph));
      if (found.size > 0) return [];
      const message = "no shape matches the selector of the validator";
      return [eventOf(definition, "DANGER", message, definition.location)];
    };
  },
  UnreferencedShape: (definition, reader) => {
    const { configuration } = definition;
    const isGiven = Object.hasOwn(configuration, "rootShapeSelector");
    const selector = isGiven
      ? readSelector(configuration, reader, "rootShapeSelector")
      : parseSelector("service");
    if (selector === undefined) return undefined;
    return (graph) => {
      const message = isGiven
        ? `is used by no shape that matches the selector ${JSON.stringify(configuration["rootShapeSelector"])}`
        : "is used by no service";
      return unreferencedShapes(graph, select(graph, selector)).map(({ id, location }) =>
        eventOf(definition, "NOTE", message, location, id),
      );
    };
  },
};

function eventOf(
  { id, severity, message: custom }: Definition,
  usual: EventSeverity,
  message: string,
  location: SourceLocation,
  shape?: string,
): ValidationEvent {
  return {
    id,
    severity: severity ?? usual,
    ...(shape !== undefined && { shape }),
    location,
    message: custom === undefined ? message : custom.replaceAll("{super}", () => message),
  };
}

/** Keeps the events of the namespaces and of the shapes that a definition is limited to. */
function restrict(validate: ModelValidator, { namespaces, filter }: Definition): ModelValidator {
  if (namespaces === undefined && filter === undefined) return validate;
  return (graph) => {
    const ids = filter && new Set([...select(graph, filter)].map(({ id }) => id));
    return validate(graph).filter(
      ({ shape }) =>
        shape === undefined ||
        ((namespaces?.includes(shape.split("#", 1)[0] ?? "") ?? true) && (ids?.has(shape) ?? true)),
    );
  };
}

/** What validators look at: the prelude and the trait packages are not the author's. */
function* ofModel({ model }: ShapeGraph): Iterable<Entity> {
  for (const shape of model.shapes.values()) {
    yield shape;
    yield* shape.members.values();
  }
}

function readDefinition(object: NodeObject, reader: MetadataReader): Definition | undefined {
  const name = reader.text(object, "name");
  const id = reader.optionalText(object, "id") ?? name;
  const message = reader.optionalText(object, "message");
  const severity = readSeverity(object, reader);
  const filter = Object.hasOwn(object, "selector") ? readSelector(object, reader) : undefined;
  if (name === undefined || id === undefined) return undefined;
  const { namespaces, configuration } = object;
  return {
    name,
    id,
    severity,
    message,
    namespaces: Array.isArray(namespaces)
      ? (namespaces as readonly NodeValue[]).filter((each) => typeof each === "string")
      : undefined,
    filter,
    configuration: isNodeObject(configuration) ? configuration : {},
    location: reader.location,
  };
}

function readSeverity(object: NodeObject, reader: MetadataReader): EventSeverity | undefined {
  const text = reader.optionalText(object, "severity");
  const severity = severities.find((each) => each === text);
  if (text !== undefined && (severity === undefined || severity === "ERROR"))
    reader.fail(`expected "severity" to be "NOTE", "WARNING" or "DANGER", found "${text}"`);
  return severity === "ERROR" ? undefined : severity;
}

function readSelector(
  object: NodeObject,
  reader: MetadataReader,
  name = "selector",
): Selector | undefined {
  const text = reader.text(object, name);
  if (text === undefined) return undefined;
  return attempt(() => parseSelector(text), `the selector ${JSON.stringify(text)}`, reader);
}

function readTemplate(
  object: NodeObject,
  reader: MetadataReader,
): ReturnType<typeof parseTemplate> | undefined {
  const text = reader.optionalText(object, "messageTemplate");
  if (text === undefined) return undefined;
  return attempt(() => parseTemplate(text), `the template ${JSON.stringify(text)}`, reader);
}

function attempt<T>(parse: () => T, what: string, reader: MetadataReader): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    reader.fail(`${what} is invalid at character ${error.offset + 1}: ${error.message}`);
    return undefined;
  }
}
