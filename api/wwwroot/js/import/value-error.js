/** A value that can't be imported. */
export class ValueError extends Error {
  /** @param place Its position in the file. */
  constructor(place, message) {
    super(message);
    this.name = "ValueError";
    this.place = place;
  }
}
