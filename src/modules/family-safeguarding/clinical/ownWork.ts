import type { Uuid } from '#platform/ids'
import type { StrandParams } from '../frame/familyParams.ts'
import type { FormVisit } from '../frame/formShape.ts'
import type { Strand } from '../rules/strand.ts'
import { strandById } from '../workbook/queries/strandsOf.ts'
import { type ClinicalNote, clinicalNotes, ownOrganisation } from './clinicalNotes.ts'

/** A specialist's own open strand, with the notes that their service keeps of it. */
export type OwnWork = {
  readonly strand: Strand
  readonly organisationId: Uuid
  readonly notes: readonly ClinicalNote[]
}

/** @returns null for whoever does not work on the strand, and once it has ended: then nothing is written there */
export async function ownWork({
  work,
  params,
}: Pick<FormVisit<StrandParams>, 'work' | 'params'>): Promise<OwnWork | null> {
  const strand = await strandById(work, params.strandId)
  if (strand?.familyId !== params.familyId || strand.workerId !== work.actor.id || strand.endedOn !== null)
    return null
  if (strand.discipline === 'social_work' || strand.discipline === 'family_support') return null
  const organisationId = await ownOrganisation(work)
  return organisationId === null
    ? null
    : { strand, organisationId, notes: await clinicalNotes(work, strand.id) }
}
