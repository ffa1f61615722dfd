/** A file, or a text in its place, can't be read. The message is for the user. */
export class FileError extends Error {
  constructor(message, cause = undefined) {
    super(message, { cause });
    this.name = "FileError";
  }
}
