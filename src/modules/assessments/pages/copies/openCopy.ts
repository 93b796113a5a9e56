import { z } from 'zod'
import { type CopyFaults, copyFaults } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import {
  type Decided,
  decided,
  type FamilyCopy,
  familyCopy,
  type Recipient,
} from '../../document/familyCopy.ts'
import { readJoint } from '../../queries/readJoint.ts'
import { readWhole, type WholeAssessment } from '../../queries/readWhole.ts'
import { secretAddresses } from '../../queries/secretAddresses.ts'
import { sourcesOf } from '../../taking-in/sourcesOf.ts'

const oneOrMany = z
  .union([z.string(), z.array(z.string())])
  .catch([])
  .default([])

/** What somebody decided to include, in the address: the print is what was previewed. */
export const copyQuery = z.object({
  include: oneOrMany.transform(given => decided.filter(one => [given].flat().includes(one))),
})

/** A copy for one of the family, as it would be given. */
export type OpenedCopy = {
  readonly whole: WholeAssessment
  readonly recipient: Recipient
  readonly recipientId: Uuid
  readonly name: string
  readonly copy: FamilyCopy
  readonly included: readonly Decided[]
  /** Everybody whose record it was made from. */
  readonly subjectIds: readonly Uuid[]
  /** What it tells that it must not, or copies from elsewhere. */
  readonly faults: CopyFaults
  /** Pieces taken in from the work with one who was harmed, or who harms, and who is not the recipient. */
  readonly guarded: readonly string[]
}

/** @returns null when the assessment is not the reader's, or the person is no child or adult of it */
export async function openCopy(
  work: Work,
  { jointId, personId }: { readonly jointId: Uuid; readonly personId: Uuid },
  included: readonly Decided[],
): Promise<OpenedCopy | null> {
  const joint = await readJoint(work, jointId)
  if (joint === null) return null
  const whole = await readWhole(work, joint)
  const recipient = recipientOf(whole, personId)
  if (recipient === null) return null
  const subjectIds = [...joint.personIds, ...whole.adults.map(({ person }) => person.id)]
  const [person] = await personSummaries(work, [personId])
  const copy = familyCopy(whole, recipient, included, await secretAddresses(work, subjectIds))
  const parts = copy.parts.map(({ heading, said }) => ({
    heading,
    text: [heading, ...said.flatMap(({ label, text }) => [label, text])]
      .filter(words => words !== null)
      .join('\n'),
  }))
  const text = parts.map(part => part.text).join('\n')
  const sources = await sourcesOf(work, jointId)
  return {
    whole,
    recipient,
    recipientId: personId,
    name: person?.displayName ?? '',
    copy,
    faults: await copyFaults(work, { about: joint.personIds, recipientId: personId, text, parts }),
    guarded: sources
      .filter(({ isGuarded, personIds }) => isGuarded && !personIds.includes(personId))
      .map(({ heading }) => heading),
    included,
    subjectIds,
  }
}

function recipientOf(whole: WholeAssessment, personId: Uuid): Recipient | null {
  const child = whole.joint.children.find(one => one.personId === personId && !one.person.isUnborn)
  if (child !== undefined) return { kind: 'child', child }
  const adult = whole.adults.find(({ person }) => person.id === personId)
  return adult === undefined || adult.childIds.length === 0 ? null : { kind: 'adult', adult }
}
