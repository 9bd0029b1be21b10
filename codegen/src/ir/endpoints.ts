/**
 * The endpoint rules of a service (Smithy, "Rules engine specification"), with all references
 * resolved and all types checked.
 */
export interface EndpointRuleSet {
  readonly parameters: readonly RuleParameter[];
  readonly rules: readonly Rule[];
}

/** A parameter of endpoint rules. */
export interface RuleParameter {
  readonly name: string;
  readonly type: ParameterType;
  /** Whether rules can rely on a value. It is an error if there is none. */
  readonly required: boolean;
  readonly defaultValue: ParameterValue | undefined;
  /** The source that every client has; `undefined` if there is none or if it is not known. */
  readonly builtIn: BuiltIn | undefined;
  /** The property of the client's configuration that sets the parameter. */
  readonly config: ConfigProperty | undefined;
}

export type ParameterType = "string" | "boolean" | "strings";

export type ParameterValue = string | boolean | readonly string[];

/** A property of the client's configuration (`smithy.rules#clientContextParams`). */
export interface ConfigProperty {
  readonly name: string;
  readonly type: ParameterType;
  readonly documentation: string;
}

/** The built-ins of which clients know the value. */
export type BuiltIn = (typeof builtIns)[number];

export const builtIns = [
  "AWS::Region",
  "AWS::UseFIPS",
  "AWS::UseDualStack",
  "AWS::Auth::AccountId",
  "AWS::Auth::AccountIdEndpointMode",
  "SDK::Endpoint",
] as const;

/** A rule: what to do if all conditions hold. The first rule of a list that applies is final. */
export type Rule = { readonly conditions: readonly Condition[] } & (
  | { readonly kind: "endpoint"; readonly endpoint: EndpointTemplate }
  | { readonly kind: "error"; readonly message: Expression }
  | { readonly kind: "tree"; readonly rules: readonly Rule[] }
);

/** A condition: it holds unless its value is `false` or absent. */
export interface Condition {
  readonly value: Expression;
  /** The variable that gets the value. */
  readonly variable: string | undefined;
}

/** The endpoint of a rule. */
export interface EndpointTemplate {
  readonly url: Expression;
  readonly headers: readonly (readonly [name: string, values: readonly Expression[]])[];
  /** The property `authSchemes`: no other property of endpoints has a meaning for clients. */
  readonly authSchemes: readonly AuthSchemeTemplate[];
}

/** An authentication scheme of an endpoint, with the properties that signers know. */
export interface AuthSchemeTemplate {
  readonly name: Expression;
  readonly signingName: Expression | undefined;
  readonly signingRegion: Expression | undefined;
  readonly signingRegionSet: readonly Expression[] | undefined;
  readonly disableDoubleEncoding: boolean;
}

/** The types of values. Partitions, URLs and ARNs have the attributes of the functions that return them. */
export type ValueType = ParameterType | "integer" | "partition" | "url" | "arn";

export interface Typed {
  readonly type: ValueType;
  /** Whether the value can be absent. */
  readonly optional: boolean;
}

/** An expression of a rule. */
export type Expression = Typed &
  (
    | { readonly kind: "literal"; readonly value: string | boolean | number }
    | { readonly kind: "reference"; readonly name: string }
    /** Texts and values that are concatenated. */
    | { readonly kind: "template"; readonly parts: readonly (string | Expression)[] }
    /** An attribute of a value, and an element of a list. */
    | {
        readonly kind: "attribute";
        readonly of: Expression;
        readonly name: string | undefined;
        readonly index: number | undefined;
      }
    | {
        readonly kind: "call";
        readonly function: RuleFunction;
        readonly arguments: readonly Expression[];
      }
  );

/** The functions of rules, without `getAttr`. */
export type RuleFunction =
  | "aws.isVirtualHostableS3Bucket"
  | "aws.parseArn"
  | "aws.partition"
  | "booleanEquals"
  | "coalesce"
  | "isSet"
  | "isValidHostLabel"
  | "ite"
  | "not"
  | "parseURL"
  | "split"
  | "stringEquals"
  | "substring"
  | "uriEncode";

/** The endpoint parameters that an operation sets, each by the most specific of its traits. */
export type OperationParameter = { readonly name: string } & (
  | { readonly kind: "static"; readonly value: ParameterValue }
  | { readonly kind: "path"; readonly path: InputPath }
);

/** A value in an input (`smithy.rules#contextParam`, and the JMESPath of `operationContextParams`). */
export type InputPath =
  | { readonly kind: "input" }
  | { readonly kind: "member"; readonly of: InputPath; readonly property: string }
  /** The keys of a map. */
  | { readonly kind: "keys"; readonly of: InputPath }
  /** `each` of the elements of a list or the values of a map, without those that are absent. */
  | { readonly kind: "projection"; readonly of: InputPath; readonly each: InputPath }
  /** The elements of the lists in a list. */
  | { readonly kind: "flatten"; readonly of: InputPath }
  | { readonly kind: "list"; readonly items: readonly InputPath[] };
