import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import type { PersonaKey } from '../personas.ts'
import type { Dice } from '../random/dice.ts'
import type { Teller } from '../teller.ts'
import type { Agencies, Worker } from './county.ts'
import { directoryBegan } from './makeAgencies.ts'
import { type Hiring, makeWorker } from './makeWorker.ts'

/** What the makers of teams share. */
export type Office = {
  readonly teller: Teller
  readonly agencies: Agencies
  readonly areaIds: readonly Uuid[]
  readonly personas: Map<PersonaKey, Worker>
  readonly children: number
  /** Dice of their own for places and roll-out, and the grant that pays for some. */
  readonly establishment: { readonly dice: Dice; readonly grantId: Uuid }
}

/** A worker of the council unless another organisation is named. */
export function hire(
  office: Office,
  hiring: Omit<Hiring, 'organisationId'> & { readonly organisationId?: Uuid },
): Worker {
  const worker = makeWorker(office.teller, { organisationId: office.agencies.council.id, ...hiring })
  if (hiring.persona) office.personas.set(hiring.persona, worker)
  return worker
}

export function tellTeam(
  office: Office,
  name: string,
  kind: Fact<'team'>['kind'],
  more: { readonly areaId?: Uuid; readonly organisationId?: Uuid } = {},
): Uuid {
  const { chronicle, dice, numbers } = office.teller
  const id = dice.id()
  chronicle.tell('team', at(directoryBegan, '09:00'), {
    id,
    organisation_id: more.organisationId ?? office.agencies.council.id,
    service_area_id: more.areaId ?? null,
    name,
    kind,
    telephone: numbers.telephone(),
  })
  return id
}
