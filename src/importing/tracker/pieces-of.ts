import type { Readable } from 'node:stream';

/** Size of a piece, in bytes: what a file stream reads at once. */
export const pieceSize = 64 * 1024;

/**
 * The bytes of a stream in pieces of one size, the last one shorter, so that what is read does not depend on
 * how the stream was cut. The next chunk is asked for when the last piece has been taken: never more than a
 * piece and a chunk are held. A stream of strings is taken as their UTF-8.
 */
export async function* piecesOf(source: Readable): AsyncGenerator<Buffer, void> {
  let piece = Buffer.allocUnsafe(pieceSize);
  let filled = 0;
  for await (const bytes of bytesOf(source)) {
    let taken = 0;
    while (taken < bytes.length) {
      const copied = bytes.copy(piece, filled, taken);
      taken += copied;
      filled += copied;
      if (filled === pieceSize) {
        yield piece;
        // The reader of the last piece may still hold on to it.
        piece = Buffer.allocUnsafe(pieceSize);
        filled = 0;
      }
    }
  }
  if (filled > 0) {
    yield piece.subarray(0, filled);
  }
}

async function* bytesOf(source: Readable): AsyncGenerator<Buffer, void> {
  // The first half of a character whose second half is in the next string.
  let half = '';
  for await (const chunk of source as AsyncIterable<unknown>) {
    if (typeof chunk === 'string') {
      const text = half + chunk;
      half = /[\ud800-\udbff]$/.exec(text)?.[0] ?? '';
      yield utf8(text.slice(0, text.length - half.length));
    } else if (chunk instanceof Uint8Array) {
      yield utf8(half);
      half = '';
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    } else {
      throw new TypeError(`A tracker is read from a stream of bytes or strings, not of ${typeof chunk}.`);
    }
  }
  yield utf8(half);
}

// A byte that UTF-8 never has: a lone surrogate must stay an error, and not turn into U+FFFD on the way.
const noCharacter = Buffer.of(0xff);

function utf8(text: string): Buffer {
  const [start = '', ...rest] = text.split(/\p{Surrogate}/u);
  return rest.length === 0
    ? Buffer.from(start)
    : Buffer.concat([Buffer.from(start), ...rest.flatMap((part) => [noCharacter, Buffer.from(part)])]);
}
