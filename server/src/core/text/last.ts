/**
 * Holds on to the last object of a class that is made for a text and forgotten with it. When a collection of garbage finds
 * none of them, engines forget their form, too, and drop all code that was compiled for it: every few thousand texts, half
 * of the reader would have to be compiled anew.
 */
export class Last<T extends object> {
  #object: T | undefined;

  hold(object: T): T {
    this.#object = object;
    return object;
  }
}
