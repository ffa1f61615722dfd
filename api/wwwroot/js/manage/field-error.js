/** The user's input can't be sent as it is. */
export class FieldError extends Error {
  /** @param errors Maps a field's name to its messages. */
  constructor(errors) {
    super(Object.values(errors).flat().join(" "));
    this.name = "FieldError";
    this.errors = errors;
  }
}
