import { registries, type WritingOffer } from '#modules/casework'
import { familyMembers, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { jointFamily } from '../queries/jointAdults.ts'
import type { Joint } from '../queries/readJoint.ts'
import { lineAbove } from './lineAbove.ts'

/** A piece of writing with the names of those whom it is about, as the line above it in the assessment says. */
export type Offer = WritingOffer & {
  readonly names: readonly string[]
  /** "From the team’s workbook: substance misuse, summary of October 2026, ..." */
  readonly line: string
}

export type Offers = {
  readonly offers: readonly Offer[]
  /** Pieces about a child of the family whom the assessment is not about: not offered. */
  readonly aboutOthers: number
}

/** What other modules have written that this assessment may take in, as far as the reader may read it. */
export async function offersFor(work: Work, joint: Joint): Promise<Offers> {
  const familyId = await jointFamily(work, joint)
  if (familyId === null) return { offers: [], aboutOthers: 0 }
  const found: WritingOffer[] = []
  for (const source of registries.writingSources) found.push(...(await source.offers(work, familyId)))
  const others = new Set(
    (await familyMembers(work, familyId))
      .filter(({ role, person }) => role === 'child' && !joint.personIds.includes(person.id))
      .map(({ person }) => person.id),
  )
  const own = found.filter(({ personIds }) => !personIds.some(id => others.has(id)))
  const names = await namesOf(work, own)
  return { offers: own.map(one => withNames(one, names)), aboutOthers: found.length - own.length }
}

/** Whether there is anything to take in: asked where only the way there is shown. */
export async function isAnythingOffered(work: Work, joint: Joint): Promise<boolean> {
  const familyId = await jointFamily(work, joint)
  if (familyId === null) return false
  for (const source of registries.writingSources) if (await source.hasAny(work, familyId)) return true
  return false
}

async function namesOf(work: Work, offers: readonly WritingOffer[]): Promise<ReadonlyMap<Uuid, string>> {
  const ids = [...new Set(offers.flatMap(({ personIds }) => personIds))]
  if (ids.length === 0) return new Map()
  return new Map((await personSummaries(work, ids)).map(({ id, displayName }) => [id, displayName]))
}

function withNames(offer: WritingOffer, known: ReadonlyMap<Uuid, string>): Offer {
  const names = offer.personIds.flatMap(id => known.get(id) ?? [])
  return { ...offer, names, line: lineAbove(offer, names) }
}
