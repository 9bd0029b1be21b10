/** A number that is written as a floating-point number, even if it is an integer. */
export class CborFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A decimal number, as the text of a JSON number, that is written with all its digits. */
export class CborDecimal {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
