/** Returns whether text is a JSON number (RFC 8259, section 6). */
export function isDecimal(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}

/**
 * Compares two decimal numbers exactly, with any exponents.
 * @returns a negative number, zero or a positive number if `left` is less, equal or greater
 */
export function compareDecimals(left: string, right: string): number {
  const a = parse(left);
  const b = parse(right);
  if (a.sign !== b.sign) return a.sign - b.sign;
  return a.sign * compareMagnitudes(a, b);
}

/**
 * Returns the digits of a decimal number that is an integer, in any notation: `1.5e3` is 1500.
 * @returns `undefined` if the number has a fraction, or more digits than `most`
 */
export function integerDigits(text: string, most: number): string | undefined {
  const { sign, digits, exponent } = parse(text);
  if (sign === 0) return "0";
  if (exponent >= most || digits.length > exponent + 1) return undefined;
  return `${sign === -1 ? "-" : ""}${digits.padEnd(exponent + 1, "0")}`;
}

interface Decimal {
  readonly sign: -1 | 0 | 1;
  /** The digits from the first to the last that is not zero. */
  readonly digits: string;
  /** The power of ten of the first digit. */
  readonly exponent: number;
}

function compareMagnitudes(a: Decimal, b: Decimal): number {
  if (a.exponent !== b.exponent) return a.exponent < b.exponent ? -1 : 1;
  if (a.digits === b.digits) return 0;
  return a.digits < b.digits ? -1 : 1;
}

function parse(text: string): Decimal {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  const [, minus, whole = "0", fraction = "", power = "0"] = match ?? [];
  const all = whole + fraction;
  const first = all.search(/[1-9]/);
  if (first === -1) return { sign: 0, digits: "", exponent: 0 };
  return {
    sign: minus === "-" ? -1 : 1,
    digits: all.slice(first).replace(/0+$/, ""),
    exponent: whole.length - 1 - first + Number(power),
  };
}
