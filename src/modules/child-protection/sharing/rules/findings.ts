import { z } from 'zod'
import type { Uuid } from '#platform/ids'
import type { CopyContent } from './copyContent.ts'
import { wordsOfPart } from './copyContent.ts'
import type { PaperPart } from './paper.ts'

/** What the checks may meet in one person's copy. */
export const findingWords = {
  address: 'An address that is confidential from this person',
  postcode: 'The postcode of an address that is confidential from this person',
  telephone: 'A telephone number that must not be used or told',
  email: 'An e-mail address that must not be used or told',
  hidden_address: 'An address of somebody behind a wall',
  hidden_contact: 'A telephone number or e-mail address of somebody behind a wall',
  hidden_place: 'A school or place where somebody behind a wall is seen',
  hidden_worker: 'Somebody who works with a person behind a wall',
  note: 'Words of a note about somebody behind a wall',
  referrer: 'The name, number or address of whoever told us',
  other_child: 'The name of a child whom this copy is not about',
  not_theirs: 'Matters of a child for whom this person has no parental responsibility',
  third_party: 'Words that somebody else told, marked as theirs',
  withheld_words: 'Words of a part that is withheld from this person',
  copied: 'Words of a note in somebody else’s record',
} as const
export type FindingKind = keyof typeof findingWords

const shape = z.array(
  z.object({
    kind: z.enum(Object.keys(findingWords) as [FindingKind, ...FindingKind[]]),
    parts: z.array(z.int()),
  }),
)
/** One kind of thing met, with the numbers of the copy's parts where it stands. Never the thing itself. */
export type Finding = z.infer<typeof shape>[number]

/** Reads the column back. @throws when it is not what this code wrote */
export const readFindings = (stored: unknown): readonly Finding[] => shape.parse(stored)

const RUN = 8
const wordsIn = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether eight words on end stand in both. */
export function sharesWords(one: string, other: string): boolean {
  const first = wordsIn(one)
  const runs = new Set(
    first.slice(0, Math.max(0, first.length - RUN + 1)).map((_, at) => first.slice(at, at + RUN).join(' ')),
  )
  const second = wordsIn(other)
  return second.some((_, at) => at + RUN <= second.length && runs.has(second.slice(at, at + RUN).join(' ')))
}

/** What can be met without asking the record: third parties' words, words of withheld parts, and children who are not theirs. */
export function findingsInParts(
  content: CopyContent,
  shown: readonly PaperPart[],
  all: readonly PaperPart[],
  of: { readonly isFamily: boolean; readonly mayHave: readonly Uuid[]; readonly children: readonly Uuid[] },
): readonly Finding[] {
  const numbersOf = (test: (part: PaperPart) => boolean) =>
    shown.flatMap((part, index) => (test(part) ? [numberOf(content, shown, index)] : []))
  const withheld = all.filter(part => !shown.includes(part))
  const told = (part: PaperPart) => (part.personIds.length === 0 ? of.children : part.personIds)
  const met: readonly Finding[] = [
    { kind: 'third_party', parts: of.isFamily ? numbersOf(({ isThirdParty }) => isThirdParty) : [] },
    {
      kind: 'withheld_words',
      parts: numbersOf(part => withheld.some(other => sharesWords(other.words, part.words))),
    },
    {
      kind: 'not_theirs',
      // Whoever has no parental responsibility at all, such as a carer, is given it by a decision with its reason (0068).
      parts:
        of.isFamily && of.mayHave.length > 0
          ? numbersOf(part => told(part).some(id => of.children.includes(id) && !of.mayHave.includes(id)))
          : [],
    },
  ]
  return met.filter(({ parts }) => parts.length > 0)
}

/** The number in the copy of the shown part at an index: lines of a plan come after all parts. */
function numberOf(content: CopyContent, shown: readonly PaperPart[], index: number): number {
  const isLine = shown[index]?.line !== null
  const before = shown.slice(0, index).filter(part => (part.line !== null) === isLine).length
  return (isLine ? content.parts.length : 0) + before + 1
}

/** The words of a copy by their numbers, for asking where something stands. */
export const wordsByNumber = (
  content: CopyContent,
): readonly { readonly number: number; readonly text: string }[] => [
  ...content.parts.map(part => ({ number: part.number, text: wordsOfPart(part).join('\n') })),
  ...content.planLines.map(({ number, what, who }) => ({ number, text: `${what}\n${who}` })),
]
