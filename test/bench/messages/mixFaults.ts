import type { Patient } from '../../../src/main/demo/hospital/hl7Text.ts'
import type { Frame } from './frames.ts'

/** What is strange about every message of a visit, which is kept and read all the same. */
export type VisitFault = {
  readonly what: string
  /** One visit in so many, from this one on. */
  readonly every: number
  readonly from: number
  readonly patient?: Partial<Patient>
  readonly isCancelled?: true
  readonly isAsked?: true
  /** Each of its messages has the same control id. */
  readonly hasOneId?: true
  readonly order?: (texts: readonly string[]) => readonly string[]
  readonly write?: (text: string) => string
}

export const visitFaults: readonly VisitFault[] = [
  { what: 'out of order', every: 12, from: 1, order: texts => texts.toReversed() },
  { what: 'cancelled before it was registered', every: 24, from: 2, isCancelled: true, order: lastFirst },
  { what: 'control id used again', every: 15, from: 3, hasOneId: true },
  { what: 'month 13', every: 20, from: 4, patient: { birth: '20191332' }, isAsked: true },
  { what: 'lines end with LF', every: 12, from: 5, write: text => text.replaceAll('\r', '\n') },
  { what: 'sensitive', every: 30, from: 6, patient: { isSensitive: true }, isAsked: true },
]

function lastFirst(texts: readonly string[]): readonly string[] {
  return [...texts.slice(-1), ...texts.slice(0, -1)]
}

/** A frame beside those of the visit; `isBeside` sends it over the hospital's other connection. */
type Extra = { readonly frame: Frame; readonly isBeside?: true }

type FrameFault = {
  readonly every: number
  readonly from: number
  readonly make: (texts: readonly string[], facility: string, number: number) => readonly Extra[]
}

const changed =
  (what: string, answer: Frame['answer'], change: (text: string, number: number) => string) =>
  (texts: readonly string[], _facility: string, number: number): readonly Extra[] => [
    { frame: { what, answer, text: change(texts[0] ?? '', number) } },
  ]
const idOf = /(\|ADT\^A\d\d\|)[^|]*/

/** Messages that tell of no visit, or of one that was told. */
export const frameFaults: readonly FrameFault[] = [
  {
    every: 10,
    from: 0,
    make: texts =>
      texts.map(text => ({ frame: { what: 'sent twice', answer: 'AA', text }, isBeside: true as const })),
  },
  { every: 25, from: 7, make: changed('blank control id', 'AR', text => text.replace(idOf, '$1')) },
  {
    every: 25,
    from: 8,
    make: (texts, _facility, number) => [
      { frame: { what: 'cut short', answer: 'AR', isCut: true, text: texts[0] ?? '' } },
      { frame: { what: 'after one cut short', answer: 'AA', text: unused(texts[0] ?? '', number) } },
    ],
  },
  {
    every: 30,
    from: 9,
    make: (texts, facility, number) =>
      changed('wrong sender', 'AR', text => text.replace(`|${facility}|KITH`, '|NOBODY|KITH'))(
        texts,
        facility,
        number,
      ),
  },
  { every: 30, from: 10, make: changed('unknown event', 'AA', unused) },
  { every: 30, from: 11, make: changed('no patient', 'AE', text => text.replace(/\rPID[^\r]*/, '')) },
  { every: 20, from: 12, make: changed('an adult', 'AA', adult) },
]

/** Of an event that is read as no visit. */
function unused(text: string, number: number): string {
  return text.replaceAll(/A0[34]|A08|A11/g, 'A99').replace(idOf, `$1U${number}`)
}

function adult(text: string, number: number): string {
  const segments = text.split('\r').map(line => {
    const fields = line.split('|')
    if (fields[0] === 'PID') fields[7] = '19700101'
    if (fields[0] === 'PV1') fields[19] = `ADULT${number}`
    return fields.join('|')
  })
  return segments.join('\r').replace(idOf, `$1G${number}`)
}
