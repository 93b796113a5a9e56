import { addWorkingDays } from '#reference'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Family } from '../families/family.ts'
import type { Telling } from '../practice/telling.ts'
import type { Teller } from '../teller.ts'
import { ago } from './stage.ts'
import { personaOf } from './story.ts'

/** The next review conference of a family, in five working days: who is asked, who has answered, whose report is awaited. */
export function tellReviewAhead(teller: Teller, county: County, family: Family, telling: Telling): void {
  const dice = teller.dice.fork('review ahead') // nobody else’s chances change
  const { chronicle } = teller
  const asked = at(ago(teller, 15), '11:20')
  const on = addWorkingDays(teller.today, 5)
  const meeting_id = dice.id()
  chronicle.tell('meeting', asked, {
    id: meeting_id,
    kind: 'review',
    person_ids: family.children.map(({ id }) => id),
    reason: 'The plan is reviewed: is it working, and is it needed?',
    planned_at: at(on, '10:00'),
    minutes: 90,
    how: 'mixed',
    place: 'Aldermere office, room 2',
    chair_id: personaOf(county, 'conferenceChair').id,
    administrator_id: personaOf(county, 'businessSupport').id,
    agenda: [
      { title: 'Who is here', minutes: 5, lead: 'Chair' },
      { title: 'What the children say', minutes: 20, lead: 'Social worker' },
      { title: 'What has changed since last time', minutes: 25, lead: 'Social worker' },
      { title: 'How safe are they?', minutes: 20, lead: 'Everybody' },
      { title: 'What we decide, and the plan', minutes: 20, lead: 'Chair' },
    ],
    status: 'planned',
    invited_ids: [],
    papers_until: on.add({ days: 30 }),
    version: 1,
    created_by: telling.lead.id,
    created_at: asked,
  })
  for (const { id } of family.children)
    chronicle.tell('meeting_child', asked, { id: dice.id(), meeting_id, person_id: id, version: 1 })
  const [mother, father] = family.adults
  const invited = {
    meeting_id,
    invited_at: asked,
    report_expected: false,
    chased_at: moments(),
    version: 1,
  }
  const answered = at(ago(teller, 9), '16:05')
  chronicle.tell('meeting_invitee', asked, {
    ...invited,
    id: dice.id(),
    side: 'professional',
    agency: 'social_care',
    worker_id: telling.lead.id,
    response: 'coming',
    responded_at: asked,
  })
  chronicle.tell(
    'meeting_invitee',
    asked,
    {
      ...invited,
      id: dice.id(),
      side: 'professional',
      agency: 'police',
      worker_id: personaOf(county, 'policePartner').id,
      report_expected: true,
      response: 'none',
    },
    [at(ago(teller, 3), '09:40'), { chased_at: moments(at(ago(teller, 3), '09:40')), version: 2 }],
  )
  if (mother)
    chronicle.tell(
      'meeting_invitee',
      asked,
      {
        ...invited,
        id: dice.id(),
        side: 'family',
        person_id: mother.id,
        standing: 'mother',
        response: 'none',
      },
      [
        answered,
        {
          response: 'coming',
          responded_at: answered,
          needs: 'Somebody to mind Ivy for the two hours',
          version: 2,
        },
      ],
    )
  if (father)
    chronicle.tell('meeting_invitee', asked, {
      ...invited,
      id: dice.id(),
      side: 'family',
      person_id: father.id,
      standing: 'father',
      response: 'none',
    })
}

/** A list of moments as a row holds it: the generated type names the column's own type for its elements. */
const moments = (...held: readonly Temporal.Instant[]): never[] => [...held] as never[]
