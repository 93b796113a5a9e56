import type { Uuid } from '#platform/ids'
import { at } from '../chronicle/moments.ts'
import type { County } from '../county/county.ts'
import { tellEpisode } from '../practice/tellEpisode.ts'
import type { Teller } from '../teller.ts'
import { outlined } from './outline.ts'
import { aged, ago, castFamily } from './stage.ts'
import { firstTeam, personaOf, type Story, tellEvent } from './story.ts'
import { type ToldTie, tellTie } from './tellTies.ts'

/** From protection to a child in need plan, with health, school, police and a practitioner who works with the mother. */
export const steppedDown: Story = (teller, county) => {
  const family = castFamily(teller, county, {
    familyName: 'Mossendew',
    known: ago(teller, 431),
    troubles: ['mental_health'],
    home: { label: 'Family home', lines: '27 Linnet Way\nAldermere', postcode: 'ZZ99 1LW' },
    children: [
      { given: 'Poppy', sex: 'F', born: aged(teller, 4, 11), school: 'primary' },
      { given: 'Jude', sex: 'M', born: aged(teller, 2, 1) },
    ],
    adults: [
      { given: 'Erin', sex: 'F', born: aged(teller, 28), part: 'mother', atHome: true },
      {
        given: 'Luca',
        family: 'Birchenough',
        sex: 'M',
        born: aged(teller, 31),
        part: 'step_parent',
        atHome: true,
      },
    ],
  })
  const course = outlined(teller, family, {
    kind: 'protected',
    received: 430,
    source: '3B',
    need: 'N3',
    authorised: 380,
    enquiry: { started: 420, outcome: 408, conference: 400 },
    protection: { ended: 55, category: 'EMO', previous: 0 },
    plan: { started: 55, ended: -90 },
    closed: -94,
  })
  tellEpisode(teller, county, family, course, {
    busyness: 1,
    team: firstTeam(county),
    lead: personaOf(county, 'socialWorker'),
    chair: personaOf(county, 'conferenceChair'),
  })
  const ties = { ...teller, dice: teller.dice.fork('who holds Poppy') } // nobody else’s chances change
  for (const { id: personId, given } of family.children)
    for (const key of ['mentalHealth', 'healthVisitor'] as const) {
      const involvementId = teller.dice.id()
      teller.chronicle.tell('involvement', at(ago(teller, 410), '10:00'), {
        id: involvementId,
        person_id: personId,
        worker_id: personaOf(county, key).id,
        role: key === 'mentalHealth' ? 'mental_health_practitioner' : 'health_visitor',
        started_on: ago(teller, 410),
      })
      if (given === 'Poppy') tellTie(ties, whoHelps(teller, county, { key, personId, involvementId }))
    }
  tellEvent(teller, family.children, {
    on: ago(teller, 55),
    description: 'Review conference: protection plan ends, child in need plan begins',
    source: 'Conference',
    impact: 'Poppy chose the cake for the last meeting.',
  })
  return { open: 2, people: 4 }
}

/** A tie to somebody who works with the family, seen from the child. */
function whoHelps(
  teller: Teller,
  county: County,
  of: {
    readonly key: 'mentalHealth' | 'healthVisitor'
    readonly personId: Uuid
    readonly involvementId: Uuid
  },
): ToldTie {
  const { key, personId, involvementId } = of
  const common = { personId, involvementId, kind: 'person', on: ago(teller, 40) } as const
  const by = personaOf(county, 'socialWorker').id
  return key === 'mentalHealth'
    ? { ...common, by, strength: 'ordinary', direction: 'none', remark: 'She comes for Erin; Poppy waves.' }
    : { ...common, by, strength: 'strong', direction: 'to_child', remark: 'Poppy shows her every tooth.' }
}
