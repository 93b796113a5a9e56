import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import { personas } from '../personas.ts'
import type { Teller } from '../teller.ts'
import type { Organisation, PartnerKey, Partners } from './county.ts'
import { directoryBegan } from './makeAgencies.ts'

const SURGERY = 'Saltmarsh Surgery (demonstration)'

/** Tells of a family doctor with a surgery, of a midwife of the community trust, and of a probation practitioner. */
export function hirePartners(
  teller: Teller,
  { health, probation }: { readonly health: Organisation; readonly probation: Organisation },
): Partners {
  const dice = teller.dice.fork('doctor and midwife') // nobody else’s chances change
  const surgery = dice.id()
  const telephone = '01632 960441'
  teller.chronicle.tell('organisation', at(directoryBegan, '09:00'), {
    ...{ id: surgery, name: SURGERY, kind: 'nhs' as const, telephone },
  })
  const hire = (key: PartnerKey, organisation_id: Uuid, telephone: string): Uuid => {
    const persona = personas.find(one => one.key === key)
    if (persona === undefined) throw new Error(`Nobody is ${key}`)
    const id = dice.id()
    teller.chronicle.tell('worker', at(directoryBegan, '09:00'), {
      id,
      organisation_id,
      display_name: persona.name,
      email: `${persona.subject}@kith-demo.example`,
      telephone,
      sign_in_subject: persona.subject,
      class: 'practitioner',
      started_on: directoryBegan,
      left_at: null,
    })
    return id
  }
  return {
    gp: hire('gp', surgery, telephone),
    midwife: hire('midwife', health.id, '01632 960442'),
    probation: hire('probation', probation.id, '01632 960443'),
  }
}
