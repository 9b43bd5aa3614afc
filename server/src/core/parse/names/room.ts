/** So far may be looked beyond the last of a row of numbers: there are zeros. */
export const BEYOND = 4;

/**
 * Room for so many numbers, all 0: the room given, if it is large enough, else new. Making an array costs more than
 * clearing one, and all texts need the same few.
 */
export function cleared<Numbers extends Uint8Array | Uint16Array | Int32Array>(
  room: Numbers,
  length: number,
): Numbers {
  if (length + BEYOND > room.length) {
    return new (room.constructor as new (length: number) => Numbers)(length * 2 + BEYOND);
  }
  room.fill(0, 0, length + BEYOND);
  return room;
}
