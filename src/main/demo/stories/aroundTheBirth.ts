import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Teller } from '../teller.ts'
import { ago } from './stage.ts'
import { personaOf } from './story.ts'
import { tellMeeting } from './tellMeeting.ts'

/** The midwife and the family doctor of a child not yet born, and a discussion to which both are asked. */
export function aroundTheBirth(teller: Teller, county: County, child: Uuid, lead: Uuid): void {
  const dice = teller.dice.fork('around the birth') // nobody else’s chances change
  const { midwife, gp } = county.partners
  const since = ago(teller, 60)
  for (const [worker_id, role] of [
    [midwife, 'midwife'],
    [gp, 'gp'],
  ] as const)
    teller.chronicle.tell('involvement', at(since, '11:00'), {
      ...{ id: dice.id(), person_id: child, worker_id, role, started_on: since },
    })
  const [day, next] = [ago(teller, 1), teller.today.add({ days: 1 })]
  tellMeeting(teller, county, {
    name: 'Fairbeck discussion',
    children: [child],
    reason: 'Jordan has learned on which ward the birth will be. Kayleigh is afraid that he will come.',
    identifiedAt: at(day, '15:10'),
    plannedAt: at(next, '10:00'),
    invited: [
      { agency: 'social_care', worker: lead, attended: 'online' },
      { agency: 'police', worker: personaOf(county, 'policePartner').id },
      { agency: 'health', worker: midwife, isReportExpected: true },
      { agency: 'health', worker: gp },
    ],
  })
}
