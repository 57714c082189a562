/** Something that whoever runs the product has to put right: its message says what, and is shown without a stack. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}
