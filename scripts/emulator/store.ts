import { randomInt } from "node:crypto";
import {
  BadRequestException,
  NotFoundException,
  type Api,
  type GetApis,
  type Integration,
  type IntegrationResponse,
} from "../../generated/src/index.js";

/** An API, and what belongs to it. Responses leave out what the model does not know. */
export interface StoredApi extends Api {
  readonly integrations: Collection<StoredIntegration>;
}

/** An integration, and what belongs to it. */
export interface StoredIntegration extends Integration {
  readonly responses: Collection<IntegrationResponse>;
}

/** Resources of one type by their ids, in the order in which they were added. */
export class Collection<Resource extends object> {
  readonly #type: string;
  readonly #entries = new Map<string, { readonly serial: number; readonly resource: Resource }>();
  #added = 0;

  public constructor(type: string) {
    this.#type = type;
  }

  public add(id: string, resource: Resource): Resource {
    this.#entries.set(id, { serial: ++this.#added, resource });
    return resource;
  }

  public all(): Resource[] {
    return [...this.#entries.values()].map(({ resource }) => resource);
  }

  public get(id: string): Resource {
    const found = this.#entries.get(id)?.resource;
    if (found !== undefined) return found;
    const Message = `There is no ${this.#type} with the id ${id}.`;
    throw new NotFoundException({ Message, ResourceType: this.#type });
  }

  /** Changes the members that are given, and keeps the others. */
  public update(id: string, changes: object): Resource {
    return Object.assign(this.get(id), changes);
  }

  /** Deletes a resource with all that belongs to it. */
  public delete(id: string): void {
    this.get(id);
    this.#entries.delete(id);
  }

  /** Returns some of the resources. A token is the serial number of the last one before them. */
  public page({ MaxResults = "100", NextToken = "0" }: GetApis.Input): Page<Resource> {
    const [size, last] = [toNumber(MaxResults, 1), toNumber(NextToken, 0)];
    const rest = [...this.#entries.values()].filter(({ serial }) => serial > last);
    const page = rest.slice(0, size);
    const Items = page.map(({ resource }) => resource);
    return rest.length > size ? { Items, NextToken: `${page.at(-1)?.serial}` } : { Items };
  }
}

interface Page<Resource> {
  readonly Items: Resource[];
  readonly NextToken?: string;
}

/** Returns a random id of the form that the service's have: lowercase letters and digits. */
export function newId(length: number): string {
  return Array.from({ length }, () => randomInt(36).toString(36)).join("");
}

function toNumber(text: string, least: number): number {
  if (/^\d{1,9}$/.test(text) && Number(text) >= least) return Number(text);
  throw new BadRequestException({ Message: `Expected a number from ${least}, received ${text}.` });
}
