/**
 * The syntax tree of a Smithy IDL file, as it is written: names are not resolved, and nothing is checked that needs
 * other files. Every node has its place as offsets in UTF-16 code units, which `Lines` turns into positions.
 *
 * @module
 */

/** A part of a text, from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A name or a shape id as written: relative or absolute, possibly with a member. */
export interface IdSyntax extends Span {
  readonly kind: "id";
  readonly text: string;
}

export interface StringSyntax extends Span {
  readonly kind: "string";
  /** The value, with escapes and the indentation of text blocks resolved. */
  readonly value: string;
  readonly isTextBlock: boolean;
}

export interface NumberSyntax extends Span {
  readonly kind: "number";
  /** The digits as written. */
  readonly text: string;
}

export interface KeywordSyntax extends Span {
  readonly kind: "keyword";
  readonly value: boolean | null;
}

export interface ArraySyntax extends Span {
  readonly kind: "array";
  readonly items: readonly NodeSyntax[];
}

export interface EntrySyntax extends Span {
  readonly key: StringSyntax | IdSyntax;
  readonly value: NodeSyntax;
}

export interface ObjectSyntax extends Span {
  readonly kind: "object";
  readonly entries: readonly EntrySyntax[];
}

/** A node value. An `id` stands for the id of a shape, which is to be resolved. */
export type NodeSyntax =
  IdSyntax | StringSyntax | NumberSyntax | KeywordSyntax | ArraySyntax | ObjectSyntax;

/** `@id`, `@id(value)` or `@id(key: value)`. */
export interface TraitSyntax extends Span {
  readonly kind: "trait";
  readonly id: IdSyntax;
  /** Omitted if there is no body or an empty one: an annotation. */
  readonly value?: NodeSyntax;
}

/** Lines that begin with three slashes before a shape or member: the value of its trait `documentation`. */
export interface DocumentationSyntax extends Span {
  readonly kind: "documentation";
  readonly text: string;
}

interface Described extends Span {
  readonly documentation?: DocumentationSyntax;
  readonly traits: readonly TraitSyntax[];
}

export interface MemberSyntax extends Described {
  readonly kind: "member";
  readonly name: IdSyntax;
  /** Omitted if it is elided (`$name`), and in enums. */
  readonly target?: IdSyntax;
  readonly isElided: boolean;
  /** The value after `=`: a default, or the value of an enum member. */
  readonly value?: NodeSyntax;
}

/** What follows the name of a shape with members, and the `:=` of an inline input or output. */
export interface BodySyntax {
  readonly forResource?: IdSyntax;
  readonly mixins: readonly IdSyntax[];
  /** Omitted for simple shapes, services, resources and operations. */
  readonly members?: readonly MemberSyntax[];
}

/** A structure that is defined in place, `input := { ... }`. */
export interface InlineShapeSyntax extends Described, BodySyntax {
  readonly kind: "inline";
}

/** A property of an operation in the order of the file. `value` of `errors` is an array of ids. */
export interface OperationPropertySyntax extends Span {
  readonly name: IdSyntax;
  readonly value: NodeSyntax | InlineShapeSyntax;
}

export interface ShapeSyntax extends Described, BodySyntax {
  readonly kind: "shape";
  /** A shape type of Smithy. `set` only occurs in version 1. */
  readonly type: string;
  readonly typeSpan: Span;
  readonly name: IdSyntax;
  /** The properties of a service or resource. */
  readonly properties?: ObjectSyntax;
  /** The properties of an operation. */
  readonly operation?: readonly OperationPropertySyntax[];
}

export interface ApplySyntax extends Span {
  readonly kind: "apply";
  readonly target: IdSyntax;
  readonly traits: readonly TraitSyntax[];
  readonly isBlock: boolean;
}

/** `$key: value` at the beginning of a file. */
export interface ControlSyntax extends Span {
  readonly kind: "control";
  readonly key: StringSyntax | IdSyntax;
  readonly value: NodeSyntax;
}

export interface MetadataSyntax extends Span {
  readonly kind: "metadata";
  readonly key: StringSyntax | IdSyntax;
  readonly value: NodeSyntax;
}

export interface NamespaceSyntax extends Span {
  readonly kind: "namespace";
  readonly name: IdSyntax;
}

export interface UseSyntax extends Span {
  readonly kind: "use";
  readonly id: IdSyntax;
}

/** A comment that is no documentation, from its slashes to the end of its line. */
export interface CommentSyntax extends Span {
  readonly kind: "comment";
}

export interface FileSyntax {
  readonly controls: readonly ControlSyntax[];
  readonly metadata: readonly MetadataSyntax[];
  readonly namespace?: NamespaceSyntax;
  readonly uses: readonly UseSyntax[];
  readonly statements: readonly (ShapeSyntax | ApplySyntax)[];
  /** Every comment, in the order of the file, also documentation that describes nothing. */
  readonly comments: readonly CommentSyntax[];
}

/** A violation of the grammar. */
export interface SyntaxProblem extends Span {
  readonly message: string;
  /** The shape that the problem is about, if any: `Name` or `Name$member`. */
  readonly shape?: string;
}

/** The result of parsing a file: what is left after every statement with a mistake is skipped, and the mistakes. */
export interface ParsedIdl {
  readonly file: FileSyntax;
  readonly problems: readonly SyntaxProblem[];
}
