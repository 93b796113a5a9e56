import { correctionOf } from './errorCorrection.ts'
import { SIDE, symbolOf } from './symbol.ts'

/** Of a version 4 symbol with error correction L: one block, which is why there is no other version here. */
const DATA = 80
const CORRECTION = 20
/** Bytes that it holds beside mode and length. */
const MOST_BYTES = 78

/** An address as a QR code (ISO/IEC 18004), true where dark. @throws for one longer than an authenticator's address is */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  const bytes = [...Buffer.from(text)]
  if (bytes.length > MOST_BYTES) throw new Error(`A QR code of this kind holds ${MOST_BYTES} bytes`)
  // Mode "bytes" (0100), how many, the bytes, the end (0000): all a half byte out of step.
  const halves = [4, ...halvesOf(bytes.length), ...bytes.flatMap(halvesOf), 0]
  const data: number[] = []
  for (let place = 0; place < halves.length; place += 2)
    data.push(((halves[place] ?? 0) << 4) | (halves[place + 1] ?? 0))
  for (let filler = 0; data.length < DATA; filler += 1) data.push(filler % 2 === 0 ? 0xec : 0x11)
  return symbolOf([...data, ...correctionOf(data, CORRECTION)])
}

const halvesOf = (byte: number): readonly number[] => [byte >> 4, byte & 15]

/** Light modules that a reader needs around a symbol. */
const QUIET = 4

/** The dark modules as the path of a drawing, and how wide that is: rows of runs. */
export function qrPath(text: string): { readonly path: string; readonly side: number } {
  const runs = qrCode(text).flatMap((line, row) =>
    [
      ...line
        .map(isDark => (isDark ? 'x' : ' '))
        .join('')
        .matchAll(/x+/g),
    ].map(({ index, 0: { length } }) => `M${index + QUIET} ${row + QUIET}h${length}v1h-${length}z`),
  )
  return { path: runs.join(''), side: SIDE + 2 * QUIET }
}
