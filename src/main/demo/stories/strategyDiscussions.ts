import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import type { Teller } from '../teller.ts'
import { inNeed } from './inNeed.ts'
import { ago } from './stage.ts'
import { personaOf, type Story } from './story.ts'
import { tellMeeting } from './tellMeeting.ts'

/** Two strategy discussions: one that sits, about three siblings, and one that was held, with a dissent and its record on the way. */
export const strategyDiscussions: Story = (teller, county) => {
  inSession(teller, county)
  held(teller, county)
  return { open: 4, people: 6 }
}

function inSession(teller: Teller, county: County): void {
  const { course, tell } = inNeed(teller, county, {
    familyName: 'Hollowmere',
    street: 'Pintail Way',
    given: [
      { name: 'Ned', sex: 'M', years: 11, school: 'secondary' },
      { name: 'Tess', sex: 'F', years: 8 },
      { name: 'Bo', sex: 'M', years: 5 },
    ],
    plan: 74,
  })
  const { lead } = tell(course, undefined, personaOf(county, 'socialWorker'))
  const children = course.children.map(({ id }) => id)
  const [, tess] = children
  const day = ago(teller, 1)
  const meeting = tellMeeting(teller, county, {
    name: 'Hollowmere discussion',
    children,
    reason:
      'Tess told her teacher that Leonie’s partner held her by the neck. There are marks on both sides.',
    identifiedAt: at(day, '11:20'),
    plannedAt: at(day, '16:00'),
    startedAt: at(day, '16:05'),
    invited: [
      { agency: 'social_care', worker: personaOf(county, 'teamManager').id, attended: 'online' },
      { agency: 'social_care', worker: lead.id, attended: 'online' },
      { agency: 'police', worker: personaOf(county, 'policePartner').id, attended: 'online' },
      { agency: 'health', worker: county.partners.gp },
      { agency: 'probation', worker: county.partners.probation },
      { agency: 'health', worker: personaOf(county, 'healthVisitor').id },
      { agency: 'education', worker: personaOf(county, 'safeguardingLead').id, attended: 'telephone' },
    ],
  })
  meeting.says(
    'education',
    at(day, '16:08'),
    'Tess drew her bedroom and said that she sleeps in Ned’s bed when he is there. Her teacher saw the marks at ten.',
    tess,
  )
  meeting.says(
    'police',
    at(day, '16:12'),
    'Two calls to the address in March, both for shouting. Nobody was arrested.',
  )
  meeting.says(
    'social_care',
    at(day, '16:15'),
    'All three came to school every day this month. Leonie asked for help twice and was waiting for an answer.',
  )
}

function held(teller: Teller, county: County): void {
  const { course, tell } = inNeed(teller, county, {
    familyName: 'Wrenfold',
    street: 'Dunlin Court',
    given: [{ name: 'Posy', sex: 'F', years: 3 }],
    plan: 101,
  })
  const { lead } = tell(course, undefined, personaOf(county, 'socialWorker'))
  const children = course.children.map(({ id }) => id)
  const [posy] = children
  if (posy === undefined) throw new Error('Posy was cast')
  const day = ago(teller, 5)
  const meeting = tellMeeting(teller, county, {
    name: 'Wrenfold discussion',
    children,
    reason: 'A burn on Posy’s arm that her nursery saw on Monday and nobody had told.',
    identifiedAt: at(day, '09:15'),
    plannedAt: at(day, '14:00'),
    startedAt: at(day, '14:02'),
    endedAt: at(day, '14:48'),
    decision: {
      decision: 'no_enquiry',
      reasons:
        'The burn is from a curling iron, seen by the doctor the same hour, as Leonie said. The plan goes on, with a visit this week.',
    },
    invited: [
      { agency: 'social_care', worker: personaOf(county, 'teamManager').id, attended: 'online' },
      { agency: 'social_care', worker: lead.id, attended: 'online', sentAt: at(day, '16:30') },
      {
        agency: 'police',
        worker: personaOf(county, 'policePartner').id,
        attended: 'online',
        sentAt: at(day, '16:30'),
        readAt: at(ago(teller, 4), '08:50'),
      },
      {
        agency: 'health',
        worker: personaOf(county, 'healthVisitor').id,
        attended: 'telephone',
        sentAt: at(day, '16:30'),
      },
    ],
  })
  meeting.says(
    'health',
    at(day, '14:10'),
    'The doctor’s letter speaks of a burn by contact, one edge, of that afternoon.',
    posy,
  )
  meeting.says('police', at(day, '14:20'), 'Nothing known of anybody at the address.')
  meeting.dissents(
    'health',
    posy,
    'Posy is three and was alone with a hot iron. I would have looked at the whole of her care.',
  )
}
