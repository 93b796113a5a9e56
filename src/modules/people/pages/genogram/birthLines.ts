import type { Uuid } from '#platform/ids'
import type { Likeness } from '../../queries/likenessesAmong.ts'
import type { PregnancyEnd } from '../../queries/pregnancyEndsAmong.ts'
import { describePartialDate } from '../../rules/partialDate.ts'
import { pregnancyWords } from '../../rules/pregnancyWords.ts'
import { twinWords } from '../../rules/twinWords.ts'

type Name = (id: Uuid) => string

/** "Donna Thorncastle: miscarriage, June 2019 (Rowan Ashbrigg). Said by her midwife". */
export function pregnancyLine(one: PregnancyEnd, name: Name): string {
  const sex = one.sex === null ? '' : one.sex === 'M' ? ' of a boy' : ' of a girl'
  const when = describePartialDate({ date: one.endedOn, precision: one.precision })
  return `${name(one.motherId)}: ${pregnancyWords[one.kind].toLowerCase()}${sex}, ${when} ${saidBy(one)}`
}

/** "Mila Nettlefold and Milla Nettlefold: identical (Rowan Ashbrigg)". */
export function twinLine(one: Likeness, name: Name): string {
  return `${name(one.personId)} and ${name(one.otherId)}: ${twinWords[one.likeness].toLowerCase()} ${saidBy(one)}`
}

const saidBy = ({ author, source }: Pick<Likeness, 'author' | 'source'>): string =>
  `(${author ?? 'author not known'})${source ? `. ${source}` : ''}`
