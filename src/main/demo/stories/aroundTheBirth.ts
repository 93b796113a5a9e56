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
  const asks = (worker_id: Uuid, days: number, question: string, answered: object = {}) =>
    teller.chronicle.tell('agency_request', at(ago(teller, days), '11:40'), {
      ...{
        id: dice.id(),
        person_id: child,
        worker_id,
        asked_by: lead,
        asked_at: at(ago(teller, days), '11:40'),
      },
      ...{ purpose: 'plan' as const, question, answer_by: ago(teller, days).add({ days: 5 }), ...answered },
    })
  asks(midwife, 3, 'Has Kayleigh come to every appointment, and was anybody with her?')
  asks(gp, 9, 'Does the surgery know of any injury of Kayleigh’s since spring?')
  asks(gp, 30, 'Is Jordan a patient of yours?', {
    ...{ answered_at: at(ago(teller, 28), '09:05'), answer: 'not_shared' as const },
    reason: 'He would learn from us that you ask, and she asked us to say nothing.',
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
