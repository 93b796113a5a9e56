import type { Fields } from '#modules/casework'
import { type Html, html } from '#ui'
import { codesOf, type Of, oneOf, oneOfMany } from '../../frame/fieldParts.ts'
import type { Strand } from '../../rules/strand.ts'
import { type Discipline, disciplineWords, sideWords } from '../../rules/words.ts'
import type { StrandChoice } from '../commands/writeStrand.ts'
import type { TeamWorker } from '../queries/teamWorkers.ts'

const sides = { victim: 'With the person harmed', perpetrator: 'With the person who harms' }

/** Side and worker: what whoever holds the case chooses. */
export const workerChoices = (workers: readonly TeamWorker[], of: Of, discipline: string): Html =>
  html`${discipline === '' || discipline === 'domestic_abuse' ? oneOf('side', 'Of domestic abuse: with whom?', sides, of, 'Whoever works with the one is kept from the words of the other') : ''}
${oneOfMany(
  'worker',
  'Who works on it?',
  Object.fromEntries(
    workers
      .filter(one => discipline === '' || one.discipline === discipline)
      .map(one => [`${one.id}`, `${one.name}, ${disciplineWords[one.discipline].toLowerCase()}`]),
  ),
  of,
  'Leave empty while nobody can, and say why',
)}`

/** Reads side, worker, aim and why nobody works on it. */
export function parseChoice(
  fields: Fields,
  discipline: Discipline | null,
  workers: readonly TeamWorker[],
): StrandChoice {
  const typed = fields.typed('worker')
  const worker = workers.find(
    one => one.id === typed && (discipline === null || one.discipline === discipline),
  )
  if (typed !== '' && worker === undefined)
    fields.problem('worker', 'Select somebody of that discipline in the team')
  const isAbuse = discipline === 'domestic_abuse'
  const side =
    isAbuse && fields.typed('side') !== ''
      ? fields.choice('side', codesOf(sideWords), 'Select with whom')
      : null
  if (isAbuse && worker !== undefined && side === null) fields.problem('side', 'Select with whom the work is')
  const whyNobody = fields.text('whyNobody', 1_000)
  if (typed === '' && whyNobody === null)
    fields.problem('whyNobody', 'Select a worker, or enter why nobody works on it')
  return { worksWith: side, workerId: worker?.id ?? null, aim: fields.text('aim', 1_000), whyNobody }
}

/** Why this worker is not the one: they work with the other side of domestic abuse in this family. */
export function bothSides(
  strands: readonly Strand[],
  discipline: Discipline,
  choice: StrandChoice,
  own?: Strand,
): string | null {
  if (discipline !== 'domestic_abuse' || choice.workerId === null) return null
  const other = strands.some(
    one =>
      one.id !== own?.id &&
      one.endedOn === null &&
      one.workerId === choice.workerId &&
      one.worksWith !== null &&
      one.worksWith !== choice.worksWith,
  )
  return other ? 'This worker works with the other side in this family. Select somebody else' : null
}
