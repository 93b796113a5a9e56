import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFramer, type Framed } from './framer.ts'

const framed = (text: string) => Buffer.from(`\x0b${text}\x1c\r`)
const limit = 1000
const said = (all: readonly Framed[]) => all.map(({ kind, bytes }) => [kind, bytes.toString('latin1')])

function readWhole(pieces: readonly Buffer[]): readonly Framed[] {
  const framer = createFramer(limit)
  return [...pieces.flatMap(piece => framer.push(piece)), ...framer.end()]
}

describe('frames of a stream', () => {
  it('takes two messages out of one write', () => {
    expect(said(readWhole([Buffer.concat([framed('MSH|a'), framed('MSH|b')])]))).toEqual([
      ['frame', 'MSH|a'],
      ['frame', 'MSH|b'],
    ])
  })

  it('reads an empty message as one, so that it is answered', () => {
    expect(said(readWhole([framed('')]))).toEqual([['frame', '']])
  })

  it('parts a message that was cut short from the next one', () => {
    expect(said(readWhole([Buffer.from('\x0bMSH|a|PID|\x0bMSH|b\x1c\r')]))).toEqual([
      ['cut', 'MSH|a|PID|'],
      ['frame', 'MSH|b'],
    ])
  })

  it('leaves a vertical tab that stands in the text of a message', () => {
    expect(said(readWhole([framed('MSH|a\rOBX|line\x0bline')]))).toEqual([
      ['frame', 'MSH|a\rOBX|line\x0bline'],
    ])
  })

  it('leaves a file separator that no carriage return follows', () => {
    expect(said(readWhole([framed('MSH|a\x1cb')]))).toEqual([['frame', 'MSH|a\x1cb']])
  })

  it('says what was begun when the connection ended', () => {
    expect(said(readWhole([Buffer.from('\x0bMSH|a')]))).toEqual([['cut', 'MSH|a']])
  })

  it('stops at a message over the limit and keeps its beginning', () => {
    expect(
      said(readWhole([framed('m'.repeat(limit)), framed('x'.repeat(limit + 1)), framed('late')])),
    ).toEqual([
      ['frame', 'm'.repeat(limit)],
      ['too_large', expect.stringMatching(/^x{1000}/)],
    ])
  })

  it('stops when nothing but noise comes', () => {
    expect(said(readWhole([Buffer.alloc(limit + 1, 'G')]))).toEqual([['too_large', '']])
  })
})

it('gives the same messages wherever the stream is cut into pieces', () => {
  const parts = fc.constantFrom(
    '\x0b',
    '\x1c',
    '\r',
    '\x1c\r',
    '\x0bMSH|',
    'MSH|',
    'PID|',
    '',
    'x',
    'y'.repeat(400),
  )
  const stream = fc.array(parts, { maxLength: 30 }).map(all => Buffer.from(all.join(''), 'latin1'))
  fc.assert(
    fc.property(stream, fc.array(fc.nat(2000), { maxLength: 40 }), (bytes, cuts) => {
      const places = [0, ...cuts.filter(cut => cut < bytes.length).sort((a, b) => a - b), bytes.length]
      const pieces = places.slice(1).map((place, index) => bytes.subarray(places[index], place))
      // How much is kept of a message over the limit depends on how much had come.
      const seen = (all: readonly Framed[]) =>
        said(all).map(([kind, text]) => [kind, kind === 'too_large' ? '' : text])
      expect(seen(readWhole(pieces))).toEqual(seen(readWhole([bytes])))
    }),
    { numRuns: 500 },
  )
})
