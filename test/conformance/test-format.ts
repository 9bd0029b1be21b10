/*
 * The parts of Smithy's JSON AST and of its traits for protocol tests that the runner reads
 * (Smithy, "HTTP protocol compliance tests" and "Event stream compliance tests").
 */

export interface SuiteModel {
  readonly shapes: Readonly<Record<string, SuiteShape>>;
}

export interface SuiteShape {
  readonly type: string;
  readonly traits?: Traits;
  readonly members?: Readonly<Record<string, SuiteMember>>;
  readonly member?: SuiteMember;
  readonly key?: SuiteMember;
  readonly value?: SuiteMember;
  readonly input?: SuiteMember;
  readonly output?: SuiteMember;
  readonly errors?: readonly SuiteMember[];
}

export interface SuiteMember {
  readonly target: string;
  readonly traits?: Traits;
}

interface Traits extends Readonly<Record<string, unknown>> {
  readonly "smithy.test#httpRequestTests"?: readonly RequestTest[];
  readonly "smithy.test#httpResponseTests"?: readonly ResponseTest[];
  readonly "smithy.test#eventStreamTests"?: readonly EventStreamTest[];
}

export type Side = "client" | "server";

interface AnyTest {
  readonly id: string;
  readonly appliesTo?: Side;
}

/** What is said of a message; all but the body are assertions of a part. */
interface MessageAssertions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  readonly body?: string;
  readonly bodyMediaType?: string;
}

export interface RequestMessage extends MessageAssertions {
  readonly method: string;
  readonly uri: string;
  readonly host?: string;
  readonly resolvedHost?: string;
  /** Percent-encoded, each as `name=value` or `name`. */
  readonly queryParams?: readonly string[];
  readonly forbidQueryParams?: readonly string[];
  readonly requireQueryParams?: readonly string[];
}

export interface ResponseMessage extends MessageAssertions {
  readonly code: number;
}

export interface RequestTest extends AnyTest, RequestMessage {
  readonly params?: Params;
  /** What a vendor of clients adds to the test. */
  readonly vendorParams?: unknown;
}

export interface ResponseTest extends AnyTest, ResponseMessage {
  readonly params?: Params;
}

/** Values of members by name, in the form that `toValue` reads. */
export type Params = Readonly<Record<string, unknown>>;

export interface MalformedTest extends AnyTest {
  readonly request: RequestMessage;
  readonly response: {
    readonly code: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: {
      readonly mediaType: string;
      readonly assertion: { readonly contents?: string; readonly messageRegex?: string };
    };
  };
}

export interface EventStreamTest extends AnyTest {
  readonly initialRequestParams?: Params;
  readonly initialRequest?: RequestMessage;
  readonly initialResponseParams?: Params;
  readonly initialResponse?: ResponseMessage;
  readonly events?: readonly TestEvent[];
  readonly expectation?: { readonly failure?: { readonly errorId?: string } };
}

export interface TestEvent {
  readonly type: "request" | "response";
  readonly params?: Params;
  /** The whole frame, in base64. */
  readonly bytes: string;
}

/** Tells which side a test is for. */
export function appliesTo(test: AnyTest, side: Side): boolean {
  return test.appliesTo === undefined || test.appliesTo === side;
}
