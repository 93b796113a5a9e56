import type { Work } from '#platform/db'
import type { Field, Option, Problem } from '../../row-form/index.ts'
import { type Place, readPlaces } from '../queries/readPlaces.ts'
import { type InPost, readStaff } from '../queries/readStaff.ts'
import { filledOn, isDuring } from '../rules/vacancy.ts'

export const employmentField: Field = {
  name: 'employment',
  label: 'Employment',
  kind: 'select',
  isRequired: true,
}
export const knowsField: Field = {
  name: 'knows',
  label: 'More than one whole post is meant: two share it, or somebody works in two teams',
  kind: 'yes_no',
}
export const options = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** Common to the forms that put people into posts: for administrators, since a post gives access to children. */
export const common = {
  table: 'post',
  admits: ['administrator'],
  purpose: 'administration',
  current: '/workforce',
} as const

export async function placeOf(
  work: Work,
  { place }: Readonly<Record<string, string>>,
): Promise<Place | null> {
  if (work.knownAt !== null || work.actor.class !== 'administrator') return null
  return (await readPlaces(work)).find(({ id }) => id === place) ?? null
}

/** FTE that would be more than a whole: of the post, or of the worker. A warning to be answered, never a bar. */
export async function aboveWhole(
  work: Work,
  place: Place,
  added: {
    readonly workerId: string
    readonly fte: number
    readonly on: Temporal.PlainDate
    readonly isNew: boolean
  },
): Promise<string | null> {
  const inPost = filledOn(place, added.on) + added.fte
  if (inPost > place.fte)
    return `Together they would be ${inPost} FTE in a post of ${place.fte}. Tick this if two share it, or put in less`
  const held = (await readStaff(work)).filter(
    one => one.workerId === added.workerId && isDuring(one, added.on),
  )
  const whole = held.reduce((sum, { fte }) => sum + fte, added.isNew ? added.fte : 0)
  return whole > 1
    ? `This worker would be ${Math.round(whole * 100) / 100} FTE in all their posts. Tick this if that is meant, or put in less`
    : null
}

export const againstFte = (message: string | null, knows: string | undefined): readonly Problem[] =>
  message === null || knows === 'yes' ? [] : [{ field: 'knows', message }]

/** Whoever is in the place's team today and fills none. */
export async function withoutPlace(work: Work, place: Place): Promise<readonly InPost[]> {
  return (await readStaff(work)).filter(
    one => one.teamId === place.teamId && one.placeId === null && isDuring(one, work.today),
  )
}
